#include "member.h"
#include "server/store/audit.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using server::FieldChange;

namespace {

/// Ada, who gives Bob a subscription.
class Giver : public Member
{
public:
    Answer as(const QByteArray &who, const QByteArray &method, const QByteArray &path,
              const QByteArray &body = {}) const
    {
        Browser asking(stand.port());
        asking.token = who;
        return asking.ask(method, path, quoted(body.constData()));
    }
    QByteArray idOf(const QByteArray &who) const
    {
        return textIn(as(who, "GET", "/v1/me").json(), "id");
    }
    /// Answers where it is.
    QByteArray give() const
    {
        const Answer given = post("/v1/grants", "{'receiver':'" + idOf(bob) +
                                                    "','package':'benefits','tier':'basic'}");
        return "/v1/grants/" + textIn(given.json(), "id");
    }
    /// How often that account was told of a change.
    qint64 told(const QByteArray &who) const
    {
        return stand.rows(u"events WHERE kind = 'grantsChanged' AND user_id = '%1'"_s.arg(
            QString::fromLatin1(idOf(who))));
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
            if (row.entry.operation.endsWith(u"Grant"_s))
                entries << row.entry;
        }
        return entries;
    }

    const QByteArray bob = stand.signUp("bob"); ///< by the token
};

} // namespace

/// Subscriptions that accounts give to each other.
class GrantsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothAreToldOfEachChange()
    {
        const Giver ada;
        const QByteArray path = ada.give();
        QCOMPARE(ada.told(ada.token), 1);
        QCOMPARE(ada.told(ada.bob), 1);
        QCOMPARE(ada.ask("PATCH", path, quoted("{'tier':'premium'}")).status, 200);
        QCOMPARE(ada.told(ada.token), 2);
        QCOMPARE(ada.told(ada.bob), 2);
        QCOMPARE(ada.as(ada.bob, "DELETE", path).status, 200);
        QCOMPARE(ada.told(ada.token), 3);
        QCOMPARE(ada.told(ada.bob), 3);
    }

    void whoGaveItHearsThatItIsGoodForSomething()
    {
        Giver ada;
        const Answer given = ada.as(ada.bob, "POST", "/v1/grants",
                                    "{'receiver':'" + ada.idOf(ada.token) +
                                        "','package':'benefits','tier':'basic'}");
        QCOMPARE(textIn(given.json(), "state"), "pending");
        QCOMPARE(ada.told(ada.bob), 1);
        ada.verifyEmail();
        QCOMPARE(ada.told(ada.bob), 2);
        QCOMPARE(ada.told(ada.token), 2);
        const QByteArray path = "/v1/grants/" + textIn(given.json(), "id");
        QCOMPARE(textIn(ada.as(ada.bob, "GET", path).json(), "state"), "active");
        ada.verifyEmail(); // nothing waits for it any more
        QCOMPARE(ada.told(ada.bob), 2);
    }

    void theTrailSaysWhoChangedWhat()
    {
        const Giver ada;
        const QByteArray path = ada.give();
        QCOMPARE(ada.ask("PATCH", path, quoted("{'package':'corporate'}")).status, 200);
        QCOMPARE(ada.as(ada.bob, "DELETE", path).status, 200);
        const auto trail = ada.trail();
        QCOMPARE(trail.size(), 3);
        const api::UserId adasId(QString::fromLatin1(ada.idOf(ada.token)));
        const api::UserId bobsId(QString::fromLatin1(ada.idOf(ada.bob)));
        for (const server::AuditEntry &entry : trail)
            QVERIFY(path.endsWith(entry.subject.toLatin1()));
        QVERIFY(trail[0].actor == adasId && trail[1].actor == adasId && trail[2].actor == bobsId);
        QCOMPARE(trail[0].changes, (QList<FieldChange>{{u"receiver"_s, {}, bobsId.text()},
                                                       {u"package"_s, {}, u"benefits"_s},
                                                       {u"tier"_s, {}, u"basic"_s},
                                                       {u"state"_s, {}, u"pending"_s}}));
        QCOMPARE(trail[1].changes,
                 (QList<FieldChange>{{u"package"_s, u"benefits"_s, u"corporate"_s}}));
        QCOMPARE(trail[2].changes,
                 (QList<FieldChange>{{u"state"_s, u"pending"_s, u"cancelled"_s}}));
    }

    void whatIsSoAlreadyLeavesNoTrace()
    {
        const Giver ada;
        const QByteArray path = ada.give();
        QCOMPARE(ada.ask("PATCH", path, quoted("{'package':'benefits'}")).status, 200);
        QCOMPARE(ada.trail().size(), 1);
        QCOMPARE(ada.ask("DELETE", path).status, 200);
        QCOMPARE(ada.as(ada.bob, "DELETE", path).status, 200);
        QCOMPARE(ada.trail().size(), 2);
        QCOMPARE(ada.told(ada.token), 2);
        QCOMPARE(ada.told(ada.bob), 2);
    }

    void aProgramMayGiveForItsOwner()
    {
        Giver ada;
        const Answer made = ada.post("/v1/api-sessions", "{'labels':['a'],'unlimited':true}");
        const QByteArray before = std::exchange(ada.token, textIn(made.json(), "secret"));
        const QByteArray path = ada.give();
        QCOMPARE(ada.ask("PATCH", path, quoted("{'tier':'premium'}")).status, 200);
        QCOMPARE(textIn(ada.as(before, "GET", path).json(), "tier"), "premium");
        QCOMPARE(ada.ask("DELETE", path).status, 200);
    }
};

LATCHKEY_TEST(GrantsTest)

#include "tst_grants.moc"
