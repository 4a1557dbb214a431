#include "quitsignals.h"

#include "quitset.h"

#include <sys/signalfd.h>
#include <unistd.h>

namespace latchkey::app {

namespace {

int signalDescriptor()
{
    const sigset_t signals = quitSet();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

} // namespace

QuitSignals::QuitSignals()
    : m_descriptor(signalDescriptor())
{}

QuitSignals::~QuitSignals()
{
    m_notifier.reset();
    ::close(m_descriptor);
}

void QuitSignals::listen()
{
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo taken{};
        // Each is heard once.
        if (::read(m_descriptor, &taken, sizeof taken) == ssize_t(sizeof taken))
            Q_EMIT came();
    });
}

} // namespace latchkey::app
