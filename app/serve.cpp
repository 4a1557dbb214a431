#include "serve.h"

#include "base/clock.h"
#include "base/log.h"
#include "carriersmodule.h"
#include "exitcode.h"
#include "module.h"
#include "print.h"
#include "providersmodule.h"
#include "quitset.h"
#include "serveoptions.h"
#include "server/accountserver.h"
#include "server/http/descriptors.h"
#include "server/http/limits.h"
#include "startuppages.h"
#include "words.h"

#include <csignal>

namespace latchkey::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Signals are taken by waiting for them, so nothing runs inside a signal handler.
class EndSignals
{
public:
    EndSignals()
    {
        // Before any thread begins: they inherit it.
        pthread_sigmask(SIG_BLOCK, &m_set, nullptr);
    }
    void wait() const
    {
        int signal = 0;
        sigwait(&m_set, &signal);
    }
    /// Whether one came in that time.
    bool wait(std::chrono::seconds atMost) const
    {
        const timespec time{.tv_sec = atMost.count(), .tv_nsec = 0};
        return sigtimedwait(&m_set, nullptr, &time) > 0;
    }

private:
    sigset_t m_set = quitSet();
};

QtMessageHandler usualHandler = nullptr;

/// Lines of JSON stand alone, for the programs that read them.
void writeLog(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (QLatin1StringView(context.category) == QLatin1StringView(logAccess().categoryName()))
        print(stderr, text);
    else
        usualHandler(type, context, text);
}

/// Nothing where the module that sends can't be loaded.
std::unique_ptr<server::Carriers> carriersFor(const server::ServerConfig &config,
                                              const Clock &clock)
{
    if (!config.smtp && !config.smsGateway)
        return std::make_unique<server::Carriers>();
    const auto make = entryOf<MakeCarriers>("carriers");
    return std::unique_ptr<server::Carriers>(make ? make(config, clock) : nullptr);
}

QString urlOf(const server::ServerConfig &config, const server::ListenAddress &listen)
{
    const bool isIpv6 = listen.address.contains(u':');
    return u"%1://%2:%3"_s
        .arg(config.certificateFile.isEmpty() ? u"http"_s : u"https"_s,
             isIpv6 ? u'[' + listen.address + u']' : listen.address)
        .arg(listen.port);
}

} // namespace

int serve(const QStringList &arguments)
{
    const auto read = readServeOptions(arguments);
    if (const auto *wrong = std::get_if<QString>(&read)) {
        print(stderr, u"latchkey serve: "_s + *wrong);
        return Misused;
    }
    const auto &config = std::get<server::ServerConfig>(read);

    // Whoever reads the log may go.
    std::signal(SIGPIPE, SIG_IGN);
    usualHandler = qInstallMessageHandler(writeLog);
    // Databases and files have a share too.
    server::http::allowDescriptors(2 * server::http::Limits().connections);
    const EndSignals endSignals;
    const SystemClock clock;
    const auto carriers = carriersFor(config, clock);
    if (!carriers)
        return Failed;
    carriers->meetProviders = meetProviders(config.webFetch, clock);
    server::AccountServer server(config, clock, std::move(*carriers));
    const auto running = server.start();
    if (!running) {
        print(stderr, u"latchkey serve: "_s + inWords(running.error()));
        return Failed;
    }
    for (const server::ListenAddress &listen : running->listening)
        print(stdout, u"Listening on "_s + urlOf(config, listen));
    for (const server::WirePort &port : running->wirePorts)
        print(stdout, u"Listening on %1 for %2"_s.arg(urlOf(config, port.where), port.wire));
    if (const auto &code = running->setupCode) {
        print(stdout,
              u"\nNobody has an account here yet. Whoever signs up with this set-up code first\n"
              "becomes the administrator:\n\n    "_s +
                  code->revealText() + u'\n');
    }
    if (!endSignals.wait(1s)) {
        giveBackStartUpPages();
        endSignals.wait();
    }
    server.stop();
    return Done;
}

} // namespace latchkey::app
