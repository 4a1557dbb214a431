#include "storage/statement.h"
#include "support/testrunner.h"
#include "together.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;
using api::Tier;

namespace {

const QString theCause = u"A present from the house"_s;

/// Ada has credits, which an administrator moves.
struct Booked : Opened
{
    api::User ada = user();
    api::User bob = user(u"bob@example.com"_s);
    api::User admin = user(u"admin@example.com"_s);

    Result<api::CreditEntry> move(qint64 amount) const { return move(ada, amount); }
    Result<api::CreditEntry> move(const api::User &user, qint64 amount) const
    {
        return store->credits.move(
            {.user = user.id, .amount = amount, .cause = theCause, .actor = admin.id});
    }
    qint64 balance() const { return store->credits.balanceOf(ada.id).value(); }
    api::CreditPage page(const std::optional<QString> &after = {}, qint64 limit = 100) const
    {
        return store->credits.entriesOf(ada.id, after, limit).value();
    }
    qint64 number(const QString &sql) const
    {
        storage::Statement statement(store->database(), sql);
        return statement.next().value() ? statement.integer(0) : -1;
    }
    Tier tierOf(const api::User &user) const
    {
        return store->plans.tierOf(store->users.find(user.id).value()->user).value();
    }
    void verify(const api::User &user) const
    {
        if (!store->users.setEmail(user.id, user.email))
            qFatal("no such address");
    }
};

} // namespace

/// Credits and plans, in the database.
class CreditStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverHasNoneHasNoEntries()
    {
        const Booked booked;
        QCOMPARE(booked.balance(), 0);
        QCOMPARE(booked.page(), api::CreditPage());
    }

    void eachMovementSaysWhatItLeft()
    {
        Booked booked;
        const api::CreditEntry given = booked.move(2'500'000).value();
        QVERIFY(given.id.text().startsWith(u"crd_"_s));
        QCOMPARE(given.amount, 2'500'000);
        QCOMPARE(given.balance, 2'500'000);
        QCOMPARE(given.cause, theCause);
        QCOMPARE(given.by, booked.admin.id);
        QCOMPARE(given.byName, booked.admin.name);
        QCOMPARE(given.at, booked.clock.now());
        booked.clock.advance(1s);
        const api::CreditEntry taken = booked.move(-1).value();
        QCOMPARE(taken.balance, 2'499'999);
        QCOMPARE(taken.at, booked.clock.now());
        QCOMPARE(booked.balance(), 2'499'999);
        QCOMPARE(booked.page().entries, (QList{taken, given}));
        QVERIFY(!booked.page().next);
        QVERIFY(booked->credits.entriesOf(booked.bob.id, {}, 100).value().entries.isEmpty());
    }

    /// Before what all accounts have together is more than a number of the database can be.
    void theServersSideHasABound()
    {
        const Booked booked;
        QVERIFY(booked.move(1));
        storage::Statement owe(booked->database(),
                               u"UPDATE credit_holders SET balance = -9000000000000000001 "
                               "WHERE user_id IS NULL"_s);
        QCOMPARE(owe.execute().value(), 1);
        const auto refused = booked.move(1);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QCOMPARE(refused.error().code, u"creditsTooMany"_s);
    }

    void nothingIsMovedThatCantBe()
    {
        const Booked booked;
        QCOMPARE(booked.move(0).error(), Error::rejected(u"amountZero"_s, u"amount"_s));
        const Error none = booked.move(-1).error();
        QCOMPARE(none.kind, Error::Kind::Conflict);
        QCOMPARE(none.code, u"creditsTooFew"_s);
        QVERIFY(booked.move(api::creditsAtMost));
        QCOMPARE(booked.move(1).error().code, u"creditsTooMany"_s);
        QVERIFY(booked.move(-api::creditsAtMost));
        QCOMPARE(booked.move(-1).error().code, u"creditsTooFew"_s);
        QCOMPARE(booked.balance(), 0);
        QCOMPARE(booked.page().entries.size(), 2);
    }

    void theBooksSumToZero()
    {
        const Booked booked;
        QVERIFY(booked.move(700));
        QVERIFY(booked.move(booked.bob, 500));
        QVERIFY(booked.move(-300));
        QCOMPARE(booked.number(u"SELECT SUM(balance) FROM credit_holders"_s), 0);
        QCOMPARE(booked.number(u"SELECT balance FROM credit_holders WHERE user_id IS NULL"_s),
                 -900);
        QCOMPARE(booked.number(u"SELECT COUNT(*) FROM credit_movements"_s), 3);
        QCOMPARE(booked.number(u"SELECT COUNT(*) FROM (SELECT movement FROM credit_entries "
                               "GROUP BY movement HAVING COUNT(*) = 2 AND SUM(amount) = 0)"_s),
                 3);
        // Each balance is that of the last entry, and the sum of all.
        QCOMPARE(
            booked.number(
                u"SELECT COUNT(*) FROM credit_holders WHERE balance <> (SELECT SUM(amount) "
                "FROM credit_entries WHERE holder = number) OR balance <> (SELECT balance FROM "
                "credit_entries WHERE holder = number ORDER BY movement DESC LIMIT 1)"_s),
            0);
    }

    void ofEightAtOnceNoneTakesWhatIsGone()
    {
        const Booked booked;
        QVERIFY(booked.move(10));
        const auto takeThree = [&booked](WriteStore &store) {
            return store.credits
                .move({.user = booked.ada.id,
                       .amount = -3,
                       .cause = theCause,
                       .actor = booked.admin.id})
                .map([](const api::CreditEntry &) { return Nothing(); });
        };
        QCOMPARE(doneByEight(booked, takeThree), 3);
        QCOMPARE(booked.balance(), 1);
        QCOMPARE(booked.page().entries.size(), 4);
        QCOMPARE(booked.number(u"SELECT SUM(balance) FROM credit_holders"_s), 0);
    }

    void theDatabaseItselfHoldsTheRules()
    {
        const Booked booked;
        QVERIFY(booked.move(10));
        QVERIFY(booked->plans.set(booked.ada.id, Tier::Paid));
        for (const QString &sql :
             {u"UPDATE credit_holders SET balance = -1 WHERE user_id IS NOT NULL"_s,
              u"UPDATE credit_entries SET amount = 11 WHERE amount = 10"_s,
              u"DELETE FROM credit_entries"_s, u"UPDATE plans SET tier = 'golden'"_s}) {
            storage::Statement statement(booked->database(), sql);
            QVERIFY2(!statement.execute(), qPrintable(sql));
        }
        QCOMPARE(booked.balance(), 10);
    }

    void pagesFollowOneAnother()
    {
        const Booked booked;
        for (int amount = 1; amount <= 5; ++amount)
            QVERIFY(booked.move(amount));
        QVERIFY(booked.move(booked.bob, 100)); // in between, and not theirs
        QVERIFY(booked.move(6));
        QList<qint64> amounts;
        std::optional<QString> after;
        int pages = 0;
        do {
            const api::CreditPage page = booked.page(after, 2);
            QVERIFY(page.entries.size() <= 2);
            for (const api::CreditEntry &entry : page.entries)
                amounts << entry.amount;
            if (pages == 0)
                QVERIFY(booked.move(7)); // what comes meanwhile moves nothing
            after = page.next;
            ++pages;
        } while (after);
        QCOMPARE(amounts, (QList<qint64>{6, 5, 4, 3, 2, 1}));
        QCOMPARE(pages, 3);
    }

    void aCursorIsOfOnesOwnEntries()
    {
        const Booked booked;
        const QString bobs = booked.move(booked.bob, 1).value().id.text();
        for (const QString &cursor : {bobs, u"nonsense"_s, QString()}) {
            QCOMPARE(booked->credits.entriesOf(booked.ada.id, cursor, 10).error(),
                     Error::rejected(u"cursorInvalid"_s, u"after"_s));
        }
    }

    void aFreePlanWaitsForTheAddress()
    {
        const Booked booked;
        QCOMPARE(booked.tierOf(booked.ada), Tier::Unverified);
        booked.verify(booked.ada);
        QCOMPARE(booked.tierOf(booked.ada), Tier::Free);
        QCOMPARE(booked.tierOf(booked.bob), Tier::Unverified);
        // What an administrator gave waits for nothing.
        QVERIFY(booked->plans.set(booked.bob.id, Tier::Partner));
        QCOMPARE(booked.tierOf(booked.bob), Tier::Partner);
        QVERIFY(booked->plans.set(booked.bob.id, Tier::Free));
        QCOMPARE(booked.tierOf(booked.bob), Tier::Unverified);
    }

    void oneUpgradesOnce()
    {
        const Booked booked;
        const Error unverified = booked->plans.upgrade(booked.ada).error();
        QCOMPARE(unverified.kind, Error::Kind::Conflict);
        QCOMPARE(unverified.code, u"emailNotVerified"_s);
        booked.verify(booked.ada);
        const api::User ada = booked->users.find(booked.ada.id).value()->user;
        QVERIFY(booked->plans.upgrade(ada));
        QCOMPARE(booked.tierOf(ada), Tier::Paid);
        QCOMPARE(booked->plans.upgrade(ada).error().code, u"planUpgraded"_s);
        QVERIFY(booked->plans.set(ada.id, Tier::WhiteLabeled));
        QCOMPARE(booked->plans.upgrade(ada).error().code, u"planUpgraded"_s);
        QCOMPARE(booked.tierOf(ada), Tier::WhiteLabeled);
        QVERIFY(booked->plans.set(ada.id, Tier::Free));
        QVERIFY(booked->plans.upgrade(ada));
        QCOMPARE(booked.tierOf(ada), Tier::Paid);
    }

    void ofEightAtOnceOneUpgrades()
    {
        const Booked booked;
        booked.verify(booked.ada);
        const api::User ada = booked->users.find(booked.ada.id).value()->user;
        QCOMPARE(
            doneByEight(booked, [&ada](WriteStore &store) { return store.plans.upgrade(ada); }), 1);
    }

    void nobodyIsSetToWhatIsUpToTheAddress()
    {
        const Booked booked;
        for (const Tier tier : {Tier::Unverified, Tier::Unknown}) {
            QCOMPARE(booked->plans.set(booked.ada.id, tier).error(),
                     Error::rejected(u"tierNotOffered"_s, u"tier"_s));
        }
        QCOMPARE(booked.number(u"SELECT COUNT(*) FROM plans"_s), 0);
    }
};

LATCHKEY_TEST(CreditStoreTest)

#include "tst_credits.moc"
