#pragma once

#include "kit/overlay.h"

class QLabel;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class OwnMessages;
}

namespace latchkey::ui {

class MessagesView;

/// The messages over whatever page waits for a code from them.
class MessagesPanel final : public Overlay
{
    Q_OBJECT

public:
    /// Lies over the window in which `from` stands. Both others outlive it.
    MessagesPanel(account::OwnMessages &messages, const Clock &clock, QWidget *from);

    void open();

protected:
    void changeEvent(QEvent *event) override;
    void place() override;

private:
    void retranslate();

    QLabel *m_title;
    MessagesView *m_view;
    QPushButton *m_close;
};

} // namespace latchkey::ui
