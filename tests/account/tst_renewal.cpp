#include "stage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using StateKind = AccountState::Kind;

namespace {

const QByteArray refresh = "GET /v2/auth/refresh";
const QByteArray whoIsIt = "GET /v2/account/token/username";

/// Somebody signed in to Temporal, whose tokens live for a day and are renewed for a day.
class Town
{
public:
    explicit Town(milliseconds life = 24h)
    {
        ServerAddress server = Stage::server();
        server.wire.name = u"temporal"_s;
        const auto flow = stage.accounts.signInFlow(server);
        flow->submitEmail(u"ada"_s);
        settle();
        flow->submitPassword(Secret(u"right"_s));
        giveToken("t1", life);
        id = flow->profile();
    }

    Account &account() { return *stage.accounts.account(id); }

    void give(int status, const QByteArray &body)
    {
        stage.give(
            {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = body});
    }
    void giveToken(const QByteArray &name, milliseconds life = 24h)
    {
        give(200, R"({"expire":")" + toRfc3339(stage.clock.now() + life).toUtf8() +
                      R"(","token":")" + name + R"("})");
    }
    void refuse() { give(401, R"({"code":401,"message":"Token is expired"})"); }
    void refuseToRenew() { give(401, R"({"code":401,"message":"Token is expired."})"); }

    /// What waits for an answer, but for who that is, which is told.
    QByteArray line()
    {
        while (stage.line() == whoIsIt)
            give(200, R"({"code":200,"response":"ada"})");
        return stage.line();
    }

    void pass(milliseconds time)
    {
        stage.clock.advance(time);
        stage.alarm.advance(time);
        settle();
    }

    /// How long it takes until something else is asked; nothing where that is longer than `most`.
    std::optional<milliseconds> quietFor(milliseconds most)
    {
        for (milliseconds passed = 0ms; passed <= most; passed += 5min) {
            if (!line().isEmpty())
                return passed;
            pass(5min);
        }
        return std::nullopt;
    }

    Stage stage;
    ProfileId id;
};

} // namespace

/// Sessions that use does not prolong.
class RenewalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheMostOfIt()
    {
        Town town;
        QCOMPARE(town.quietFor(48h), milliseconds(12h));
        QCOMPARE(town.line(), refresh);
        town.giveToken("t2");
        QCOMPARE(town.quietFor(48h), milliseconds(11h));
        QCOMPARE(town.line(), refresh);
        town.giveToken("t3");
        QVERIFY(town.line().isEmpty());
        QCOMPARE(town.account().credential()->reveal(), QByteArray("t3"));
        QVERIFY(!town.quietFor(23h)); // and stands a look before the end
        town.pass(1h);
        QCOMPARE(town.stage.line(), whoIsIt);
        QCOMPARE(town.account().state().kind, StateKind::Online);
        town.refuse();
        QCOMPARE(town.account().state().kind, StateKind::SignedOut);
        QCOMPARE(town.account().state().reason, AccountState::Reason::Refused);
        town.pass(1h);
        QVERIFY(town.stage.line().isEmpty());
    }

    void aRefusalToRenewEndsNoSession()
    {
        Town town;
        QCOMPARE(town.quietFor(48h), milliseconds(12h));
        town.refuseToRenew();
        QVERIFY(town.line().isEmpty()); // the token still tells who it is
        QCOMPARE(town.account().state().kind, StateKind::Online);
        QCOMPARE(town.account().credential()->reveal(), QByteArray("t1"));
        QVERIFY(!town.quietFor(11h));
        town.pass(1h);
        QCOMPARE(town.stage.line(), whoIsIt);
        town.refuse();
        QCOMPARE(town.account().state().kind, StateKind::SignedOut);
    }

    void aRefusalOfTheSessionDoes()
    {
        Town town;
        QCOMPARE(town.quietFor(48h), milliseconds(12h));
        town.refuseToRenew();
        QCOMPARE(town.stage.line(), whoIsIt);
        town.refuse();
        QCOMPARE(town.account().state().kind, StateKind::SignedOut);
        QCOMPARE(town.account().state().reason, AccountState::Reason::Refused);
        QCOMPARE(town.account().state().why->code, u"sessionEnded"_s);
    }

    void triesAgainEverMoreSeldom()
    {
        Town town;
        QCOMPARE(town.quietFor(48h), milliseconds(12h));
        for (const milliseconds wait : {15s, 30s, 60s, 120s, 225s, 225s}) {
            town.stage.breakOff();
            town.pass(wait - 1s);
            QVERIFY(town.line().isEmpty());
            town.pass(1s);
            QCOMPARE(town.line(), refresh);
        }
        town.give(500, {});
        QVERIFY(town.line().isEmpty());
        town.pass(225s);
        town.giveToken("t2");
        QVERIFY(town.line().isEmpty());
        QCOMPARE(town.account().state().kind, StateKind::Online);
        QCOMPARE(town.account().credential()->reveal(), QByteArray("t2"));
    }

    void endedWhileTheProgramWasOff()
    {
        Town town;
        QVERIFY(town.line().isEmpty());
        Profiles read(town.stage.dir.filePath(u"profiles.json"_s));
        read.load().value();
        QCOMPARE(read.find(town.id)->renewableUntil, town.stage.clock.now() + 24h);
        town.stage.clock.advance(30h);
        Accounts again(town.stage.around(), read, town.stage.keeping,
                       OfflineCache(town.stage.dir.filePath(u"none"_s)));
        again.restoreAll();
        settle();
        QCOMPARE(town.stage.line(), whoIsIt);
        town.refuse();
        QCOMPARE(again.account(town.id)->state().kind, StateKind::SignedOut);
        QCOMPARE(again.account(town.id)->state().reason, AccountState::Reason::Refused);
    }

    void renewsAtOnceWhatIsNearlyOver()
    {
        Town town;
        QVERIFY(town.line().isEmpty());
        Profiles read(town.stage.dir.filePath(u"profiles.json"_s));
        read.load().value();
        town.stage.clock.advance(23h + 30min);
        Accounts again(town.stage.around(), read, town.stage.keeping,
                       OfflineCache(town.stage.dir.filePath(u"none"_s)));
        again.restoreAll();
        settle();
        QCOMPARE(town.line(), refresh);
        town.giveToken("t2");
        QVERIFY(town.line().isEmpty());
        QCOMPARE(again.account(town.id)->credential()->reveal(), QByteArray("t2"));
    }

    void aComputerThatSlept()
    {
        Town town;
        QVERIFY(town.line().isEmpty());
        town.stage.clock.advance(13h); // no alarm ran meanwhile
        town.pass(5min);
        QCOMPARE(town.line(), refresh);
    }

    void aClockThatIsSetBack()
    {
        Town town;
        QVERIFY(!town.quietFor(1h));
        town.stage.clock.advance(-3h);
        town.pass(5min);
        QCOMPARE(town.line(), refresh);
        town.giveToken("t2");
        QCOMPARE(town.quietFor(48h), milliseconds(12h)); // by the life that the wire knows
    }

    /// By it each token has ended before it comes.
    void aClockThatIsAhead()
    {
        Town town(-2h);
        QCOMPARE(town.line(), refresh);
        town.giveToken("t2", -2h);
        QVERIFY(town.line().isEmpty());
        QCOMPARE(town.quietFor(48h), milliseconds(12h));
    }

    void onlyARefusalOfTheNewTokenCounts()
    {
        Town town;
        QCOMPARE(town.quietFor(48h), milliseconds(12h));
        town.account().ask(api::Me()); // with the old one
        town.giveToken("t2");
        QCOMPARE(town.stage.asked().headers.value("Authorization"), QByteArray("Bearer t1"));
        town.refuse();
        QVERIFY(town.line().isEmpty());
        QCOMPARE(town.account().state().kind, StateKind::Online);
        town.account().ask(api::Me());
        QCOMPARE(town.stage.asked().headers.value("Authorization"), QByteArray("Bearer t2"));
        town.refuse();
        QCOMPARE(town.account().state().kind, StateKind::SignedOut);
    }

    void comesTooLateForWhoSignedOut()
    {
        Town town;
        QCOMPARE(town.quietFor(48h), milliseconds(12h));
        town.account().close(AccountState::Reason::ByPerson);
        town.giveToken("t2");
        QVERIFY(!town.account().credential());
        QCOMPARE(town.account().state().kind, StateKind::SignedOut);
        QVERIFY(!town.quietFor(48h));
    }
};

LATCHKEY_TEST(RenewalTest)

#include "tst_renewal.moc"
