#include "opened.h"
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
};

LATCHKEY_TEST(UsersTest)

#include "tst_users.moc"
