#include "server/donow.h"
#include "server/masterkey.h"
#include "server/store/token.h"
#include "stand.h"
#include "support/testrunner.h"

#include <QTest>

#include <future>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What the program that runs the server reads.
Result<QList<KeptMessage>> readOn(AccountServer &server)
{
    const auto read = std::make_shared<std::promise<Result<QList<KeptMessage>>>>();
    auto outcome = read->get_future();
    server.readMessages(
        [read](const Result<QList<KeptMessage>> &messages) { read->set_value(messages); });
    if (outcome.wait_for(20s) != std::future_status::ready)
        return failure(Error::of(Error::Kind::Timeout, u"neverRead"_s));
    return outcome.get();
}

/// Posts into the database of a server that does not run.
void post(const QString &database, const Clock &clock, const QString &code)
{
    StoreOptions options;
    options.database.path = database;
    options.post.mail = PostWay::IntoMessages;
    options.masterKey = [database](bool wasUsed) {
        return masterKey(MasterKeyPlaces::of({}, database), wasUsed);
    };
    const auto writer = Writer::start(options, clock, [](const auto &) {}).value();
    const Mail mail{.to = u"ada@example.com"_s,
                    .subject = u"Your code"_s,
                    .plain = Secret(code),
                    .html = Secret(code)};
    const auto posted = doNow<Nothing>(*writer, [&](WriteStore &store) {
        return store.post.add(code, mail, clock.now() + 5min).map([](auto) { return Nothing(); });
    });
    QVERIFY(posted);
}

} // namespace

/// The mails and texts that the own server keeps.
class MessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneThatCantBeOpenedHidesNoOther()
    {
        Stand stand([](ServerConfig &config) { config.keepsMessages = true; });
        stand.server.reset();
        post(stand.database(), stand.clock, u"493817"_s);
        post(stand.database(), stand.clock, u"271828"_s);
        stand.change("UPDATE messages SET body = x'00' WHERE number = 1");
        stand.restart();
        const auto kept = readOn(*stand.server).value();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(std::get<Mail>(kept[0].message).plain.revealText(), u"271828"_s);
    }

    void whoRunsTheServerReadsThem()
    {
        Stand stand([](ServerConfig &config) { config.keepsMessages = true; });
        QVERIFY(readOn(*stand.server).value().isEmpty());
        stand.server.reset();
        post(stand.database(), stand.clock, u"493817"_s);
        post(stand.database(), stand.clock, u"271828"_s);
        stand.restart();
        const auto kept = readOn(*stand.server).value();
        QCOMPARE(kept.size(), 2);
        QCOMPARE(std::get<Mail>(kept[0].message).plain.revealText(), u"271828"_s);
        QCOMPARE(std::get<Mail>(kept[1].message).to, u"ada@example.com"_s);
        QVERIFY(kept[0].number > kept[1].number);
    }

    /// Somebody else with an account there, or none, gets nothing of them.
    void nobodyReadsThemOverTheWire()
    {
        Stand stand([](ServerConfig &config) { config.keepsMessages = true; });
        const QByteArray token = stand.signUp("ada");
        for (const QByteArray &path : {"/v1/messages", "/v1/me/messages", "/messages"}) {
            Browser browser(stand.port());
            browser.token = token;
            QCOMPARE(browser.ask("GET", path).status, 404);
        }
    }
};

LATCHKEY_TEST(MessagesTest)

#include "tst_messages.moc"
