#include "member.h"
#include "server/store/audit.h"
#include "support/testrunner.h"

#include <QTest>
#include <QUuid>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using server::FieldChange;

namespace {

const QByteArray theGift = "{'amount':2500000,'cause':'A present from the house'}";

/// Ada, the first here and so its administrator; and Bob, whose credits and plan it is about.
class Treasurer : public Member
{
public:
    Answer as(const QByteArray &who, const QByteArray &method, const QByteArray &path,
              const QByteArray &body = {}, const QByteArray &key = {}) const
    {
        Browser asking(stand.port());
        asking.token = who;
        return asking.ask(method, path, quoted(body.constData()),
                          key.isEmpty() ? Browser::Fields()
                                        : Browser::Fields{{"Idempotency-Key", key}});
    }
    Answer give(const QByteArray &body = theGift,
                const QByteArray &key = QUuid::createUuid().toByteArray()) const
    {
        return as(token, "POST", "/v1/accounts/" + bobsId + "/credits", body, key);
    }
    Answer setTier(const QByteArray &tier) const
    {
        return as(token, "PUT", "/v1/accounts/" + bobsId + "/plan", "{'tier':'" + tier + "'}");
    }
    Answer upgrade() const { return as(bob, "POST", "/v1/plan", "{'tier':'paid'}"); }
    QByteArray tier() const { return textIn(as(bob, "GET", "/v1/plan").json(), "tier"); }
    qint64 balance() const
    {
        return as(bob, "GET", "/v1/credits").json().value(u"balance"_s).toInteger(-1);
    }
    void verifyBob() const { stand.change("UPDATE users SET email_verified = 1"); }
    bool wasMailed() const
    {
        return !wordsTo("bob@example.com").filter(u"to the plan before"_s).isEmpty();
    }
    /// How often Bob was told that it is another.
    qint64 told() const
    {
        return stand.rows(u"events WHERE kind = 'creditsChanged' AND user_id = '%1'"_s.arg(
            QString::fromLatin1(bobsId)));
    }
    QList<server::AuditEntry> trail() const
    {
        storage::DatabaseAddress address;
        address.path = stand.database();
        address.applicationId = server::storeApplicationId;
        address.access = storage::DatabaseAddress::Access::ReadOnly;
        const auto database = storage::Database::open(address).value();
        QList<server::AuditEntry> entries;
        const auto rows = server::Audit(*database, stand.clock).after(0, 100).value();
        for (const server::AuditRow &row : rows) {
            if (row.entry.operation == "adjustCredits"_L1 ||
                row.entry.operation.endsWith(u"Plan"_s))
                entries << row.entry;
        }
        return entries;
    }

    const QByteArray bob = stand.signUp("bob"); ///< by the token
    const QByteArray bobsId = textIn(as(bob, "GET", "/v1/me").json(), "id");
};

} // namespace

/// Credits, and what an account may use.
class CreditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOwnerIsToldOfEachChange()
    {
        const Treasurer ada;
        QCOMPARE(ada.give().status, 200);
        QCOMPARE(ada.told(), 1);
        QCOMPARE(ada.setTier("partner").status, 200);
        QCOMPARE(ada.told(), 2);
        QCOMPARE(ada.setTier("partner").status, 200);
        QCOMPARE(ada.told(), 2);
        QCOMPARE(ada.balance(), 2'500'000);
        QCOMPARE(ada.tier(), "partner");
    }

    void theTrailSaysWhoMovedWhatAndWhy()
    {
        const Treasurer ada;
        ada.verifyBob();
        const QByteArray movement = textIn(ada.give().json(), "id");
        QCOMPARE(ada.upgrade().status, 200);
        QCOMPARE(ada.setTier("free").status, 200);
        const auto trail = ada.trail();
        QCOMPARE(trail.size(), 3);
        const api::UserId adasId(QString::fromLatin1(textIn(ada.me(), "id")));
        const QString bobsId = QString::fromLatin1(ada.bobsId);
        for (const server::AuditEntry &entry : trail)
            QCOMPARE(entry.subject, bobsId);
        QVERIFY(trail[0].actor == adasId && trail[2].actor == adasId);
        QCOMPARE(trail[1].actor, api::UserId(bobsId));
        QCOMPARE(trail[0].changes,
                 (QList<FieldChange>{{u"credits"_s, u"0"_s, u"2500000"_s},
                                     {u"movement"_s, {}, QString::fromLatin1(movement)},
                                     {u"cause"_s, {}, u"A present from the house"_s}}));
        QCOMPARE(trail[1].changes, (QList<FieldChange>{{u"tier"_s, u"free"_s, u"paid"_s}}));
        QCOMPARE(trail[2].changes, (QList<FieldChange>{{u"tier"_s, u"paid"_s, u"free"_s}}));
    }

    void whatIsRefusedLeavesNothing()
    {
        const Treasurer ada;
        QCOMPARE(ada.give("{'amount':-1,'cause':'Taken for nothing'}").code(), u"creditsTooFew"_s);
        QCOMPARE(ada.upgrade().code(), u"emailNotVerified"_s);
        QVERIFY(ada.trail().isEmpty());
        QCOMPARE(ada.told(), 0);
        QCOMPARE(ada.balance(), 0);
        QCOMPARE(ada.stand.rows(u"credit_holders"_s), 1);
    }

    void anAdjustmentThatIsSentTwiceIsMadeOnce()
    {
        const Treasurer ada;
        const Answer first = ada.give(theGift, "key-1");
        const Answer second = ada.give(theGift, "key-1");
        QCOMPARE(second.status, 200);
        QCOMPARE(second.body, first.body);
        QCOMPARE(ada.balance(), 2'500'000);
        QCOMPARE(ada.give(theGift, "key-2").status, 200);
        QCOMPARE(ada.balance(), 5'000'000);
        QCOMPARE(ada.told(), 2);
    }

    /// Whoever sends it again could not be told from whoever gives as much again.
    void withoutAKeyNothingIsAdjusted()
    {
        const Treasurer ada;
        const Answer refused = ada.give(theGift, {});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.code(), u"missingField"_s);
        QCOMPARE(refused.wrongField(), u"Idempotency-Key"_s);
        QCOMPARE(ada.balance(), 0);
    }

    void whoeverIsVerifiedUpgradesAndHearsOfIt()
    {
        const Treasurer ada;
        QCOMPARE(ada.tier(), "unverified");
        ada.verifyBob();
        QCOMPARE(ada.tier(), "free");
        QVERIFY(!ada.wasMailed());
        QCOMPARE(ada.upgrade().status, 200);
        QCOMPARE(ada.tier(), "paid");
        QVERIFY(ada.wasMailed());
        QCOMPARE(ada.upgrade().code(), u"planUpgraded"_s);
    }

    void aProgramReadsAndChangesNothing()
    {
        const Treasurer ada;
        ada.verifyBob();
        const QByteArray program = textIn(
            ada.as(ada.bob, "POST", "/v1/api-sessions", "{'labels':['a'],'unlimited':true}").json(),
            "secret");
        for (const char *path : {"/v1/credits", "/v1/credits/entries", "/v1/plan"})
            QCOMPARE(ada.as(program, "GET", path).status, 200);
        QCOMPARE(ada.as(program, "POST", "/v1/plan", "{'tier':'paid'}").code(),
                 u"notForApiSessions"_s);
        QCOMPARE(ada.tier(), "free");
    }

    void whoActsOnSomebodysBehalfReadsAndChangesNothing()
    {
        const Treasurer ada;
        ada.verifyBob();
        const QByteArray acting =
            textIn(ada.as(ada.token, "POST", "/v1/session/on-behalf",
                          "{'login':'bob@example.com','reason':'They asked by phone'}")
                       .json(),
                   "token");
        QVERIFY(!acting.isEmpty());
        QCOMPARE(ada.as(acting, "GET", "/v1/credits").status, 200);
        QCOMPARE(ada.as(acting, "POST", "/v1/plan", "{'tier':'paid'}").code(), u"notOnBehalf"_s);
        QCOMPARE(ada.as(acting, "POST", "/v1/accounts/" + ada.bobsId + "/credits", theGift).status,
                 403);
        QCOMPARE(ada.tier(), "free");
        QCOMPARE(ada.balance(), 0);
    }
};

LATCHKEY_TEST(CreditsTest)

#include "tst_credits.moc"
