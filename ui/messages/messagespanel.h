#pragma once

#include "kit/overlay.h"

#include <QPointer>

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

/// The messages over whatever page waits for a code from them. Goes by Esc, and gives the focus
/// back.
class MessagesPanel final : public Overlay
{
    Q_OBJECT

public:
    /// Lies over the window in which `from` stands. Both others outlive it.
    MessagesPanel(account::OwnMessages &messages, const Clock &clock, QWidget *from);

    void open();
    void dismiss();

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    void retranslate();

    QLabel *m_title;
    MessagesView *m_view;
    QPushButton *m_close;
    QPointer<QWidget> m_focusBefore;
};

} // namespace latchkey::ui
