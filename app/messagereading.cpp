#include "messagereading.h"

#include "account/account.h"
#include "account/applock.h"
#include "account/ownmessages.h"
#include "kit/toast.h"
#include "messages/messagespanel.h"
#include "shell/mainwindow.h"

namespace latchkey::app {

MessageReading::MessageReading(account::OwnMessages &messages, const account::AppLock &lock,
                               const Clock &clock, ui::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_messages(messages)
    , m_lock(lock)
    , m_clock(clock)
    , m_window(window)
{
    connect(&window, &ui::MainWindow::messagesWanted, this, &MessageReading::show);
    connect(&messages, &account::OwnMessages::arrived, this, &MessageReading::tell);
}

bool MessageReading::isOpenTo(const account::Account &account, const account::AppLock &lock)
{
    if (!account.profile().onOwnServer)
        return false;
    return !lock.isForgotten() || (lock.knew(account.id()) && account.state().isSignedIn());
}

void MessageReading::show()
{
    if (m_lock.isForgotten()) {
        m_window.toast().say(tr("Sign in with your password first: the lock was taken away without "
                                "its PIN, and the messages could let a stranger in."));
        return;
    }
    if (!m_panel)
        m_panel = new ui::MessagesPanel(m_messages, m_clock, m_window.surface());
    m_panel->open();
}

void MessageReading::tell(qint64 number)
{
    const auto message = m_messages.find(number);
    // A text begins with its code, which is not for everybody who looks over here.
    if (!message || m_window.isCovered())
        return;
    m_window.toast().say(
        message->subject.isEmpty()
            ? tr("A text message came to this computer.")
            : tr("A message came to this computer: %1", "its subject").arg(message->subject));
}

} // namespace latchkey::app
