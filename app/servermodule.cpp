#include "folders.h"
#include "providersmodule.h"
#include "server/accountserver.h"
#include "serverinside.h"

using namespace latchkey;
using namespace Qt::StringLiterals;

namespace {

server::ServerConfig configFor(quint16 port)
{
    server::ServerConfig config;
    config.name = QSysInfo::machineHostName();
    config.listen = {{u"127.0.0.1"_s, port}};
    config.database = app::dataFolder() + u"/own-server.db"_s;
    config.loopbackOnly = true;
    config.signUp = server::SignUpRule::EachWithCode; // others on this computer reach it too
    config.accessLog = false;
    config.keepsMessages = true;
    // Whoever works here administers it by sitting at the machine itself.
    config.sessions.admin = config.sessions.person;
    return config;
}

account::OwnMessage asRead(const server::KeptMessage &kept)
{
    account::OwnMessage read{.number = kept.number, .at = kept.at};
    if (const auto *mail = std::get_if<server::Mail>(&kept.message)) {
        read.to = mail->to;
        read.subject = mail->subject;
        read.text = mail->plain;
    } else if (const auto *sms = std::get_if<server::Sms>(&kept.message)) {
        read.kind = account::OwnMessage::Kind::Text;
        read.to = sms->to;
        read.text = sms->text;
    }
    return read;
}

class Inside final : public app::ServerInside
{
public:
    explicit Inside(const Clock &clock)
        : m_clock(clock)
    {}

    void whenMessageCame(std::function<void()> told) override { m_told = std::move(told); }

    void
    readMessages(std::function<void(const Result<QList<account::OwnMessage>> &)> receive) override
    {
        m_server->readMessages(
            [receive = std::move(receive)](const Result<QList<server::KeptMessage>> &kept) {
                if (!kept) {
                    receive(failure(kept.error()));
                    return;
                }
                QList<account::OwnMessage> messages;
                for (const server::KeptMessage &one : *kept)
                    messages << asRead(one);
                receive(messages);
            });
    }

    Result<Running> start(quint16 port) override
    {
        auto started = startAt(port);
        if (!started && port && started.error().code == "listenFailed"_L1)
            started = startAt(0);
        return started.map([](const server::RunningAt &running) {
            return Running{running.port, running.setupCode};
        });
    }

private:
    Result<server::RunningAt> startAt(quint16 port)
    {
        server::Carriers carriers;
        carriers.meetProviders = app::meetProviders({}, m_clock);
        m_server =
            std::make_unique<server::AccountServer>(configFor(port), m_clock, std::move(carriers));
        m_server->whenMessageKept(m_told);
        return m_server->start();
    }

    const Clock &m_clock;
    std::function<void()> m_told = [] {};
    std::unique_ptr<server::AccountServer> m_server;
};

} // namespace

extern "C" app::ServerInside *latchkey_module(const Clock &clock)
{
    return new Inside(clock);
}
