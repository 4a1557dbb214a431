#include "quitsignals.h"

#include <QCoreApplication>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace latchkey::app {

namespace {

int signalDescriptor()
{
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    // Before any thread begins: they inherit it.
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

} // namespace

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
    , m_descriptor(signalDescriptor())
    , m_notifier(std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read))
{
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [] {
        // Not quit(): a window that asks first would stay, and whoever sends a signal does not
        // wait.
        QCoreApplication::exit();
    });
}

QuitSignals::~QuitSignals()
{
    m_notifier.reset();
    ::close(m_descriptor);
}

} // namespace latchkey::app
