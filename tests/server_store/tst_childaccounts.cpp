#include "opened.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;
using api::Inherited;

namespace {

/// Ada makes an account for Bob; Eve has nothing to do with it.
struct Family : Opened
{
    api::User ada = user();
    api::User bob = user(u"bob@example.com"_s);
    api::User eve = user(u"eve@example.com"_s);
    api::ChildAccount child = store->childAccounts.add(ada.id, bob.id).value();

    QList<api::ChildAccount> of(const api::User &parent) const
    {
        return page(parent).value().accounts;
    }
    Result<api::ChildAccounts> page(const api::User &parent,
                                    const std::optional<QString> &after = {},
                                    qint64 limit = api::childAccountsAtMost) const
    {
        return store->childAccounts.page(parent.id, after, limit);
    }
    Result<api::ChildAccount> seen(const api::User &by, const api::User &of) const
    {
        return store->childAccounts.find(by.id, of.id);
    }
};

constexpr api::Inheritance some{.externalAccounts = Inherited::Parent,
                                .payoutSettings = Inherited::Parent};

} // namespace

/// Accounts that one made for others, in the database.
class ChildAccountStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMadeItSeesIt()
    {
        const Family family;
        QCOMPARE(family.child.user, family.bob);
        QCOMPARE(family.child.parent, family.ada.id);
        QCOMPARE(family.child.inheritance, api::Inheritance());
        QCOMPARE(family.child.madeAt, family.clock.now());
        QCOMPARE(family.child.changedAt, family.clock.now());
        QCOMPARE(family.of(family.ada), QList{family.child});
        QCOMPARE(family.seen(family.ada, family.bob).value(), family.child);
        for (const api::User &other : {family.eve, family.bob}) {
            QVERIFY(family.of(other).isEmpty());
            QCOMPARE(family.seen(other, family.bob).error().kind, Error::Kind::NotFound);
            QCOMPARE(family.seen(other, family.bob).error().code, u"childUnknown"_s);
        }
        QCOMPARE(family.seen(family.ada, family.eve).error().code, u"childUnknown"_s);
    }

    void nobodyHasTwoParents()
    {
        const Family family;
        QVERIFY(!family->childAccounts.add(family.eve.id, family.bob.id));
        QVERIFY(!family->childAccounts.add(family.ada.id, family.bob.id));
        QVERIFY(!family->childAccounts.add(family.eve.id, family.eve.id));
        QCOMPARE(family.seen(family.ada, family.bob).value(), family.child);
    }

    void theFirstOneFirst()
    {
        Family family;
        family.clock.advance(1s);
        QVERIFY(family->childAccounts.add(family.ada.id, family.eve.id));
        const auto all = family.of(family.ada);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().user, family.bob);
        QCOMPARE(all.last().user, family.eve);
    }

    void theyComePageByPage()
    {
        Family family;
        const auto add = [&](const api::User &user) {
            return family->childAccounts.add(family.ada.id, user.id).value();
        };
        const api::ChildAccount atOnce = add(family.user(u"atonce@example.com"_s));
        family.clock.advance(1s);
        const api::ChildAccount late = add(family.eve);
        const QList<api::ChildAccount> all = family.of(family.ada);
        QVERIFY(all.contains(atOnce));
        QCOMPARE(all.last(), late);
        QVERIFY(!family.page(family.ada)->next);
        QList<api::ChildAccount> walked;
        std::optional<QString> after;
        do {
            const api::ChildAccounts page = family.page(family.ada, after, 1).value();
            QCOMPARE(page.accounts.size(), 1);
            walked << page.accounts;
            after = page.next;
        } while (after);
        QCOMPARE(walked, all);
    }

    void whoLeavesMeanwhileHidesNobody()
    {
        Family family;
        family.clock.advance(1s);
        QVERIFY(family->childAccounts.add(family.ada.id, family.eve.id));
        const auto next = family.page(family.ada, {}, 1)->next;
        QVERIFY(next);
        QVERIFY(family->childAccounts.leave(family.bob.id));
        QCOMPARE(family.page(family.ada, next)->accounts.first().user, family.eve);
        for (const QString &broken : {u""_s, u"x"_s, u"1"_s, u"x.y"_s, u"1.2.3"_s}) {
            const auto refused = family.page(family.ada, broken);
            QCOMPARE(refused.error().code, u"cursorInvalid"_s);
            QCOMPARE(refused.error().field, u"after"_s);
        }
    }

    void onlyItsParentSaysWhatItInherits()
    {
        Family family;
        family.clock.advance(1s);
        const auto other = family->childAccounts.setInheritance(family.eve.id, family.bob.id, some);
        QCOMPARE(other.error().code, u"childUnknown"_s);
        QCOMPARE(family.seen(family.ada, family.bob).value(), family.child);
        const auto changed =
            family->childAccounts.setInheritance(family.ada.id, family.bob.id, some).value();
        QCOMPARE(changed.inheritance, some);
        QCOMPARE(changed.madeAt, family.child.madeAt);
        QCOMPARE(changed.changedAt, family.clock.now());
    }

    void aChildSeesItsParent()
    {
        const Family family;
        QCOMPARE(family->childAccounts.parentOf(family.bob.id).value(),
                 std::optional(api::cardOf(family.ada)));
        QVERIFY(!family->childAccounts.parentOf(family.ada.id).value());
        QVERIFY(!family->childAccounts.parentOf(family.eve.id).value());
    }

    void eachIsTheOthersOther()
    {
        const Family family;
        const auto othersOf = [&family](const api::User &user) {
            return family->childAccounts.othersOf(user.id).value();
        };
        QCOMPARE(othersOf(family.ada), QList{family.bob.id});
        QCOMPARE(othersOf(family.bob), QList{family.ada.id});
        QVERIFY(othersOf(family.eve).isEmpty());
    }

    void itLeavesOnce()
    {
        const Family family;
        QCOMPARE(family->childAccounts.leave(family.bob.id).value(), std::optional(family.ada.id));
        QVERIFY(!family->childAccounts.leave(family.bob.id).value());
        QVERIFY(!family->childAccounts.parentOf(family.bob.id).value());
        QVERIFY(!family->childAccounts.leave(family.ada.id).value());
        QVERIFY(family.of(family.ada).isEmpty());
        QVERIFY(family->users.find(family.bob.id).value());
    }
};

LATCHKEY_TEST(ChildAccountStoreTest)

#include "tst_childaccounts.moc"
