#pragma once

#include "account/accounts.h"
#include "account/connections.h"
#include "account/sessionstore.h"
#include "net/sockets/certificate.h"
#include "net/sockets/loopbackreturn.h"
#include "secrets/memorysecretstore.h"
#include "support/faketransport.h"
#include "support/manualalarm.h"
#include "support/manualclock.h"
#include "wire/ownwire.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace latchkey::test {

using namespace Qt::StringLiterals;

inline void settle()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// Every connection ends in the one transport that the test answers.
class FakeConnections final : public account::Connections
{
public:
    explicit FakeConnections(Alarm &alarm)
        : m_alarm(alarm)
    {}

    std::unique_ptr<net::Transport> transportTo(const account::ServerAddress &address) override
    {
        addresses.append(address);
        return std::make_unique<Line>(net);
    }

    Call<account::ServerCertificate> certificateOf(const account::ServerAddress &) override
    {
        return certificate.call();
    }

    std::optional<account::ServerCertificate> certificateFrom(const QByteArray &pem) override
    {
        return net::certificateFrom(pem);
    }

    std::unique_ptr<net::BrowserReturn>
    browserReturn(const net::BrowserReturn::PageOf &pageOf) override
    {
        return std::make_unique<net::LoopbackReturn>(m_alarm, pageOf);
    }

    FakeTransport net;
    QList<account::ServerAddress> addresses;
    CallSource<account::ServerCertificate> certificate;

private:
    class Line final : public net::Transport
    {
    public:
        explicit Line(FakeTransport &net)
            : m_net(net)
        {}
        Call<HttpReply> send(const HttpRequest &request, const net::Deadline &deadline) override
        {
            return m_net.send(request, deadline);
        }
        std::unique_ptr<net::HttpStream> open(const HttpRequest &request,
                                              const net::Deadline &deadline) override
        {
            return m_net.open(request, deadline);
        }

    private:
        FakeTransport &m_net;
    };

    Alarm &m_alarm;
};

/// Memory that says no while it has a reason to, or says nothing until it is told to.
class MoodyStore final : public secrets::SecretStore
{
public:
    Call<Secret> read(const QString &key) override
    {
        return trouble ? Call<Secret>::finished(failure(*trouble)) : memory.read(key);
    }
    Call<Nothing> write(const QString &key, const Secret &secret) override
    {
        if (silence)
            return silence->call();
        return trouble ? Call<Nothing>::finished(failure(*trouble)) : memory.write(key, secret);
    }
    Call<Nothing> remove(const QString &key) override
    {
        return grip ? Call<Nothing>::finished(failure(*grip)) : memory.remove(key);
    }

    std::optional<Error> trouble;
    std::optional<Error> grip;                  ///< why it lets nothing go
    std::optional<CallSource<Nothing>> silence; ///< e.g. it asks the person in a window of its own
    secrets::MemorySecretStore memory;
};

/// Accounts with everything around them, and a server that is the test.
class Stage
{
public:
    Stage() { profiles.load().value(); }

    account::Surroundings around()
    {
        return {.clock = clock,
                .alarm = alarm,
                .connections = connections,
                .random = [] { return 0.5; },
                .wireFor =
                    [this](const account::WireChoice &choice) {
                        // A test may change what its own can do.
                        if (choice == account::WireChoice())
                            return std::shared_ptr<const wire::Wire>(&wire, [](auto *) {});
                        return account::wireOf(choice);
                    },
                .deviceAt =
                    [](const QUrl &url) {
                        return api::Device{.program = u"Latchkey"_s,
                                           .system = u"Test"_s,
                                           .mark = u"of this one at "_s + url.host()};
                    },
                .vouch = [this](const QUrl &url) { return vouch(url); },
                .isOwnServer = [this](const QUrl &) { return isOwn; },
                .setupCode = [this](const QUrl &) { return setupCode; },
                .openBrowser =
                    [this](const QUrl &url) {
                        browsed.append(url);
                        return hasBrowser;
                    },
                .returnPage =
                    [](bool wasLetIn) {
                        return net::ReturnPage{.title = wasLetIn ? u"Let in"_s : u"Left out"_s};
                    }};
    }

    static account::ServerAddress server(const QString &host = u"one.example"_s)
    {
        return {.url = QUrl(u"https://"_s + host)};
    }

    /// The oldest request that has no answer yet.
    HttpRequest asked()
    {
        settle();
        skipUnwanted();
        return m_next < net().sent.size() ? net().sent.at(m_next).request : HttpRequest();
    }
    QByteArray line()
    {
        const HttpRequest request = asked();
        return request.path.isEmpty() ? QByteArray() : toBytes(request.method) + ' ' + request.path;
    }
    size_t count() const { return connections.net.sent.size(); }

    template <api::Operation Op>
    void answer(const typename Op::Reply &reply)
    {
        give(wire.translation<Op>()->writeReply(reply, {}));
    }
    void refuse(const Error &error) { give(wire.writeError(error, {})); }
    void give(const HttpReply &reply)
    {
        asked();
        net().answer(m_next++, reply);
        settle();
    }
    void breakOff()
    {
        asked();
        net().fail(m_next++, Error::of(Error::Kind::Network, u"tlsExpired"_s));
        settle();
    }

    void openStream()
    {
        settle();
        HttpReply head;
        head.headers.add("Content-Type", "text/event-stream");
        Q_EMIT net().opened.back().stream->answered(head);
        settle();
    }
    void happen(const api::Event &event)
    {
        const HttpReply payload = wire.translation<api::Events>()->writeReply(event, {});
        Q_EMIT net().opened.back().stream->received("id: " + event.id.text().toUtf8() +
                                                    "\ndata: " + payload.body + "\n\n");
        settle();
    }

    static api::User user(const QString &name = u"Ada"_s, qint64 version = 1)
    {
        api::User user;
        user.id = api::UserId(u"u1"_s);
        user.name = name;
        user.email = u"ada@example.com"_s;
        user.version = version;
        return user;
    }
    static api::Session session(const QString &id, const QString &label = {})
    {
        api::Session session;
        session.id = api::SessionId(id);
        session.device.label = label;
        return session;
    }
    static api::SignedIn signedIn(const QString &token = u"lk-token-1"_s)
    {
        return {.token = Secret(token), .user = user(), .session = session(u"s1"_s)};
    }

    /// A profile that is signed in, its stream open and its first questions answered.
    account::Account &signIn(const QString &host = u"one.example"_s)
    {
        account::Profile profile = accounts.profileFor(server(host), user());
        keeping.keep(profile.id, profile.keeping, signedIn().token);
        accounts.welcome(profile, signedIn()).value();
        openStream();
        answer<api::Me>(user());
        answer<api::ListSessions>({.sessions = {session(u"s1"_s), session(u"s2"_s)}, .next = {}});
        return *accounts.account(profile.id);
    }

    FakeTransport &net() { return connections.net; }

    QTemporaryDir dir;
    std::function<Call<Nothing>(const QUrl &)> vouch = [](const QUrl &) {
        return Call<Nothing>::finished(Nothing());
    };
    std::optional<Secret> setupCode; ///< as this program knows it
    bool isOwn = false;              ///< the server is this program's
    bool hasBrowser = true;
    QList<QUrl> browsed; ///< where the browser was sent
    ManualClock clock;
    ManualAlarm alarm;
    wire::Wire wire = wire::ownWire();
    FakeConnections connections{alarm};
    MoodyStore keychain;
    MoodyStore *file = nullptr; ///< what an opened file holds
    std::optional<Error> fileRefusal;
    account::Profiles profiles{dir.filePath(u"profiles.json"_s)};
    account::SecretKeeping keeping{keychain,
                                   [this](const Secret &) {
                                       using Store = std::shared_ptr<secrets::SecretStore>;
                                       if (fileRefusal)
                                           return Call<Store>::finished(failure(*fileRefusal));
                                       auto opened = std::make_shared<MoodyStore>();
                                       file = opened.get();
                                       return Call<Store>::finished(Store(opened));
                                   },
                                   [] { return false; }};
    account::Accounts accounts{around(), profiles, keeping,
                               account::OfflineCache(dir.filePath(u"cache"_s))};

private:
    void skipUnwanted()
    {
        while (m_next < net().sent.size() && !net().isWanted(m_next))
            ++m_next;
    }

    size_t m_next = 0;
};

} // namespace latchkey::test
