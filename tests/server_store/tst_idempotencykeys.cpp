#include "api/holdssecret.h"
#include "api/operations.h"
#include "opened.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

// What the keys keep is kept as it was told: no secret may be in it.
static_assert(api::holdsSecret<Secret>());
static_assert(api::holdsSecret<std::optional<QList<Secret>>>());
static_assert(api::holdsSecret<api::SignedIn>());
static_assert(api::holdsSecret<api::SignInProgress>(), "two fields deep");
static_assert(api::holdsSecret<QList<api::SignInProgress>>());
static_assert(!api::holdsSecret<api::User>());
static_assert(!api::holdsSecret<api::SessionPage>());
static_assert(!api::holdsSecret<Nothing>());

class IdempotencyKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondTimeIsToldTheFirstAnswer()
    {
        using State = KeyedStart::State;
        Opened opened;
        KeyedRequest request{opened.user().id, u"updateProfile"_s, "key", "payload"};
        auto &keys = opened->idempotencyKeys;
        QCOMPARE(keys.begin(request)->state, State::Fresh);
        QVERIFY(keys.finish(request, {200, "ETag: 1", "body"}));
        const auto replay = keys.begin(request).value();
        QCOMPARE(replay.state, State::Replay);
        QCOMPARE(replay.reply.status, 200);
        QCOMPARE(replay.reply.headers, QByteArray("ETag: 1"));
        QCOMPARE(replay.reply.body, QByteArray("body"));
        request.payload = "other";
        QCOMPARE(keys.begin(request)->state, State::OtherPayload);
        request.operation = u"renameSession"_s;
        QCOMPARE(keys.begin(request)->state, State::Fresh);
        opened.clock.advance(24h);
        request.operation = u"updateProfile"_s;
        QCOMPARE(keys.begin(request)->state, State::Fresh);
        QCOMPARE(keys.forgetOld(10).value(), 1);
    }
};

LATCHKEY_TEST(IdempotencyKeysTest)

#include "tst_idempotencykeys.moc"
