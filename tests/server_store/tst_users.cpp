#include "opened.h"
#include "storage/statement.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class UsersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstOneIsTheAdministrator()
    {
        const Opened opened;
        QCOMPARE(opened.user().role, api::Role::Admin);
        QCOMPARE(opened.user(u"eve@example.com"_s).role, api::Role::User);
        QCOMPARE(opened->users.count().value(), 2);
    }

    void nobodyTwice()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto again = opened->users.insert(
            {u"ADA@example.com"_s, u"Eve"_s, api::Language::English, Secret(QByteArray("x"))});
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
        QCOMPARE(again.error().code, u"emailTaken"_s);
        QCOMPARE(again.error().field, u"email"_s);
        const auto found = opened->users.findByEmail(u"Ada@Example.com"_s).value();
        QCOMPARE(found->user, ada);
        QCOMPARE(found->passwordHash.reveal(), QByteArray("$argon2id$x"));
        QVERIFY(!opened->users.findByEmail(u"eve@example.com"_s).value());
    }

    void aChangeNamesWhatItIsBasedOn()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto changed = opened->users.update(ada.id, ada.version, {u"Lady"_s, {}});
        QCOMPARE(changed->name, u"Lady"_s);
        QCOMPARE(changed->language, ada.language);
        QCOMPARE(changed->version, ada.version + 1);
        const auto late = opened->users.update(ada.id, ada.version, {u"Late"_s, {}});
        QCOMPARE(late.error().code, u"changedMeanwhile"_s);
        const auto unknown = opened->users.update(api::UserId(u"usr_x"_s), 1, {u"N"_s, {}});
        QCOMPARE(unknown.error().kind, Error::Kind::NotFound);
    }

    void addressAndPhoneAreThoseThatWereVerified()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto bob = opened.user(u"bob@example.com"_s);
        const auto moved = opened->users.setEmail(ada.id, u"Countess@example.com"_s);
        QCOMPARE(moved->email, u"Countess@example.com"_s);
        QVERIFY(moved->emailVerified);
        QCOMPARE(moved->version, ada.version + 1);
        QVERIFY(opened->users.findByEmail(u"countess@example.com"_s).value());
        QVERIFY(!opened->users.findByEmail(ada.email).value());
        const auto taken = opened->users.setEmail(bob.id, u"countess@EXAMPLE.com"_s);
        QCOMPARE(taken.error().code, u"emailTaken"_s);
        QCOMPARE(opened->users.setEmail(api::UserId(u"usr_x"_s), u"x@example.com"_s).error().kind,
                 Error::Kind::NotFound);
        QVERIFY(!ada.phone);
        QVERIFY(opened->users.setPhone(ada.id, u"+14104350691"_s)->phone == u"+14104350691"_s);
        QVERIFY(!opened->users.setPhone(ada.id, {})->phone);
    }

    void eachHasATagOfItsOwn()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto bob = opened.user(u"bob@example.com"_s);
        QVERIFY(ada.tag && bob.tag && *ada.tag != *bob.tag);
        QVERIFY(ada.tag->startsWith(u'@'));
        QCOMPARE(ada.tag->size(), 11);
        QCOMPARE(ada.tag->toLower(), *ada.tag);
        QCOMPARE(opened->users.findByTag(*ada.tag).value()->user, ada);
        QCOMPARE(opened->users.findByTag(bob.tag->toUpper()).value()->user, bob);
        QVERIFY(!opened->users.findByTag(u"@0"_s).value());
        QVERIFY(!opened->users.findByTag(ada.email).value());
        // What somebody calls themselves leaves it.
        const auto named = opened->users.update(ada.id, ada.version, {{}, {}, u"duchess"_s});
        QCOMPARE(named->tag, ada.tag);
    }

    void noPasswordIsLeftUntilAnotherIsSet()
    {
        const Opened opened;
        const auto ada = opened.user();
        QVERIFY(opened->users.voidPassword(ada.id));
        const Secret none = opened->users.find(ada.id).value()->passwordHash;
        QVERIFY(none.isEmpty());
        QVERIFY(ada.hasPassword && !opened->users.find(ada.id).value()->user.hasPassword);
        QVERIFY(opened->users.setPasswordHash(ada.id, none, Secret(QByteArray("new"))));
        QCOMPARE(opened->users.find(ada.id).value()->passwordHash.reveal(), QByteArray("new"));
    }

    void aPasswordIsReplacedOnce()
    {
        const Opened opened;
        const auto ada = opened.user();
        const Secret old(QByteArray("$argon2id$x"));
        QVERIFY(opened->users.setPasswordHash(ada.id, old, Secret(QByteArray("new"))));
        const auto late = opened->users.setPasswordHash(ada.id, old, Secret(QByteArray("other")));
        QCOMPARE(late.error().code, u"changedMeanwhile"_s);
    }

    void comePageByPage()
    {
        const Opened opened;
        QList<api::UserId> ids;
        for (int i = 0; i < 5; ++i)
            ids << opened.user(u"user%1@example.com"_s.arg(i)).id;
        QList<api::UserId> seen;
        std::optional<QString> after;
        do {
            const api::AccountPage page = opened->users.page(after, 2).value();
            for (const api::User &user : page.users)
                seen << user.id;
            if (!after) // whoever goes meanwhile takes nobody else along
                QVERIFY(opened->users.remove(ids.at(1)).value());
            after = page.next;
        } while (after);
        QCOMPARE(seen, ids);
        QVERIFY(!opened->users.page({}, 4)->next);
        for (const auto &cursor : {u""_s, u"x"_s, u"MQ=="_s, u"no cursor"_s})
            QCOMPARE(opened->users.page(cursor, 2).error().code, u"cursorInvalid"_s);
    }

    void aNumberMeansOneOrNobody()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto bob = opened.user(u"bob@example.com"_s);
        const qint64 number = api::numberOf(bob.id);
        QCOMPARE(opened->users.findByNumber(number).value()->user, bob);
        for (const qint64 none : {number ^ 1, number ^ 0x80000000, qint64(-1), qint64(1) << 32})
            QVERIFY(!opened->users.findByNumber(none).value());
        // The last letters of an id stand for none of the first 32 bits.
        storage::Statement twin(opened->database(), u"UPDATE users SET id = ? WHERE id = ?"_s);
        twin.bind(QString(bob.id.text().chopped(4) +
                          (bob.id.text().endsWith(u"AAAA") ? u"BBBA"_s : u"AAAA"_s)),
                  ada.id.text());
        QCOMPARE(twin.execute().value(), 1);
        QCOMPARE(opened->users.findByNumber(number).error().code, u"numberAmbiguous"_s);
    }

    void whoGoesTakesAllAlongButAnAdministratorStays()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto bob = opened.user(u"bob@example.com"_s);
        const auto begun = opened.session(bob);
        QVERIFY(opened->preferences.set(bob.id, {u"theme"_s, u"dark"_s}).value());
        QVERIFY(opened->audit.append({.operation = u"signUp"_s, .actor = bob.id}));
        QVERIFY(!opened->users.remove(ada.id).value());
        QVERIFY(opened->users.remove(bob.id).value());
        QVERIFY(!opened->users.remove(bob.id).value());
        QVERIFY(!opened.isAlive(begun));
        QVERIFY(opened->preferences.of(bob.id)->isEmpty());
        QVERIFY(!opened->audit.verify()->firstBroken);
        QVERIFY(opened.user(u"bob@example.com"_s).id != bob.id);
        QCOMPARE(opened->users.count().value(), 2);
    }
};

LATCHKEY_TEST(UsersTest)

#include "tst_users.moc"
