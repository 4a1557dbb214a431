#pragma once

#include <QPointer>
#include <QPushButton>

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class OwnMessages;
}

namespace latchkey::ui {

class MessagesPanel;

/// Stands beside where a code is typed that the own server "sent": shows the messages over the
/// page, and says how many came that nobody has seen.
class MessagesLink final : public QPushButton
{
    Q_OBJECT

public:
    /// Both outlive it.
    MessagesLink(account::OwnMessages &messages, const Clock &clock, QWidget *parent = nullptr);
    ~MessagesLink() override;

    void showMessages();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    account::OwnMessages &m_messages;
    const Clock &m_clock;
    QPointer<MessagesPanel> m_panel;
};

} // namespace latchkey::ui
