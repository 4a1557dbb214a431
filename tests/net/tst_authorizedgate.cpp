#include "net/authorizedgate.h"
#include "net/gate.h"
#include "support/faketransport.h"
#include "support/manualalarm.h"
#include "support/manualclock.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::net;
using namespace Qt::StringLiterals;

namespace {

void settle()
{
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
}

struct World
{
    test::FakeTransport transport;
    test::ManualClock clock;
    test::ManualAlarm alarm;
    Gate gate{transport, clock, alarm, [] { return 1.0; }};
    QByteArray token = "old";
    AuthorizedGate authorized{gate, [this](HttpRequest &request) {
                                  request.headers.add("Authorization", token);
                              }};
    std::vector<CallSource<Nothing>> renewals;
    QObject receiver;
    QList<Result<HttpReply>> ends;

    World()
    {
        authorized.setReauthenticate([this] {
            renewals.emplace_back();
            return renewals.back().call();
        });
    }

    Call<HttpReply> send(const QByteArray &path)
    {
        const auto call = authorized.send(
                {.request = {.method = HttpMethod::Post, .path = path}});
        call.then(&receiver, [this](const auto &reply) { ends << reply; });
        return call;
    }

    void answer(size_t index, int status)
    {
        transport.answer(index, {status, {}, {}});
        settle();
    }

    void renewed(const QByteArray &fresh)
    {
        token = fresh;
        renewals.back().finish(Nothing());
        settle();
    }

    QByteArray tokenOf(size_t index) const
    {
        return transport.sent.at(index).request.headers.value("Authorization");
    }
};

} // namespace

class AuthorizedGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsTheCredentialOn()
    {
        World world;
        world.send("/");
        QCOMPARE(world.tokenOf(0), QByteArray("old"));
        world.answer(0, 200);
        QCOMPARE(world.ends.first()->status, 200);
    }

    void renewsOnceForTwoRefusals()
    {
        World world;
        world.send("/1");
        world.send("/2");
        world.answer(0, 401);
        QVERIFY(world.authorized.isReauthenticating());
        world.answer(1, 401);
        world.send("/3");
        QCOMPARE(world.renewals.size(), 1u);
        QCOMPARE(world.transport.sent.size(), 2u);
        world.renewed("new");
        QCOMPARE(world.transport.sent.size(), 5u);
        for (size_t i = 2; i < 5; ++i) {
            QCOMPARE(world.tokenOf(i), QByteArray("new"));
            QCOMPARE(world.transport.sent[i].request.path, "/" + QByteArray::number(int(i) - 1));
            world.answer(i, 200);
        }
        QCOMPARE(world.ends.size(), 3);
        QVERIFY(std::ranges::all_of(world.ends, [](const auto &end) { return end->status == 200; }));
    }

    void doesNotRenewForARefusalOfTheOldCredential()
    {
        World world;
        world.send("/1");
        world.send("/2");
        world.answer(0, 401);
        world.renewed("new");
        world.answer(1, 401); // came late
        QCOMPARE(world.renewals.size(), 1u);
        QCOMPARE(world.tokenOf(3), QByteArray("new"));
    }

    void handsARefusalOfTheNewCredentialOver()
    {
        World world;
        world.send("/");
        world.answer(0, 401);
        world.renewed("new");
        world.answer(1, 401);
        QCOMPARE(world.renewals.size(), 1u);
        QCOMPARE(world.ends.first()->status, 401);
    }

    void failsAllWhoWaited_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<Error::Kind>("told");
        using Kind = Error::Kind;
        QTest::newRow("refused") << Kind::Unauthorized << Kind::Unauthorized;
        QTest::newRow("forbidden") << Kind::Forbidden << Kind::Unauthorized;
        QTest::newRow("the person closed it") << Kind::Cancelled << Kind::Unauthorized;
        QTest::newRow("nobody could be asked") << Kind::Network << Kind::Network;
        QTest::newRow("nobody answered") << Kind::Timeout << Kind::Timeout;
    }

    void failsAllWhoWaited()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(Error::Kind, told);
        World world;
        QSignalSpy failed(&world.authorized, &AuthorizedGate::reauthenticationFailed);
        world.send("/1");
        world.answer(0, 401);
        world.send("/2");
        world.renewals.back().finish(failure(Error::of(kind, u"x"_s)));
        settle();
        QCOMPARE(world.ends.size(), 2);
        QCOMPARE(world.ends[0].error().kind, told);
        QCOMPARE(world.ends[1].error().kind, told);
        QCOMPARE(failed.size(), 1);
        world.send("/3"); // the next one tries anew
        world.answer(1, 401);
        QCOMPARE(world.renewals.size(), 2u);
    }

    void handsRefusalsOverWithoutAWayToRenew()
    {
        World world;
        world.authorized.setReauthenticate({});
        world.send("/");
        world.answer(0, 401);
        QCOMPARE(world.ends.first()->status, 401);
    }

    void asksTheWireWhatARefusalIs()
    {
        World world;
        world.authorized.setIsRefusal([](const HttpReply &reply) { return reply.status == 419; });
        world.send("/");
        world.answer(0, 401);
        QCOMPARE(world.ends.size(), 1);
        world.send("/");
        world.answer(1, 419);
        QCOMPARE(world.renewals.size(), 1u);
    }

    void cancelOfAParkedCallLeavesTheOthers()
    {
        World world;
        const auto first = world.send("/1");
        world.send("/2");
        world.answer(0, 401);
        world.answer(1, 401);
        first.cancel();
        world.renewed("new");
        QCOMPARE(world.transport.sent.size(), 3u);
        QCOMPARE(world.transport.sent[2].request.path, QByteArray("/2"));
    }

    void cancelReachesTheTransport()
    {
        World world;
        const auto call = world.send("/");
        call.cancel();
        QVERIFY(!world.transport.isWanted(0));
    }
};

LATCHKEY_TEST(AuthorizedGateTest)

#include "tst_authorizedgate.moc"
