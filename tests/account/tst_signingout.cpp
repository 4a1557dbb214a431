#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using Reason = AccountState::Reason;

/// A session that ends, here or elsewhere, leaves nothing behind.
class SigningOutTest : public QObject
{
    Q_OBJECT

    static QString keyOf(const Account &account) { return u"profile-"_s + account.id().text(); }

private Q_SLOTS:
    void ownSessionEndedElsewhereSaysWhoAndWhy()
    {
        Stage stage;
        Account &account = stage.signIn();
        api::Event event{.id = api::EventId(u"e1"_s), .kind = api::EventKind::SessionEnded};
        event.session = Stage::session(u"s1"_s);
        event.session->end = api::SessionEnd{.at = stage.clock.now(),
                                             .reason = api::EndReason::EndedByOwner,
                                             .by = api::SessionId(u"s2"_s)};
        stage.happen(event);
        QCOMPARE(account.state().reason, Reason::EndedByOther);
        QCOMPARE(account.state().end->by->text(), u"s2"_s);
        QVERIFY(!stage.net().opened.back().stream);
    }

    void signOutForgetsTheTokenInAnyCase()
    {
        Stage stage;
        Account &account = stage.signIn();
        std::optional<Result<Nothing>> told;
        stage.accounts.signOut(account.id()).then(this, [&](const auto &r) { told = r; });
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/session"));
        stage.breakOff();
        QVERIFY(told && !*told);
        QCOMPARE(account.state().reason, Reason::ByPerson);
        bool isGone = false;
        stage.keeping.fetch(account.id(), KeepingPlace::Keychain).then(this, [&](const auto &r) {
            isGone = !r;
        });
        settle();
        QVERIFY(isGone);
    }

    void signingOutHoldsHereBeforeTheServerAnswers()
    {
        Stage stage;
        Account &account = stage.signIn();
        settle();
        const QString cached = stage.dir.filePath(u"cache/"_s + account.id().text() + u".json"_s);
        QVERIFY(QFile::exists(cached));
        stage.accounts.signOut(account.id());
        QCOMPARE(account.state().reason, Reason::ByPerson);
        settle();
        bool isGone = false;
        stage.keychain.memory.read(keyOf(account)).then(this, [&](const auto &r) { isGone = !r; });
        settle();
        QVERIFY(isGone);
        QVERIFY(!QFile::exists(cached));
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/session"));
        QCOMPARE(stage.asked().headers.value("Authorization"), QByteArray("Bearer lk-token-1"));
        {
            Accounts next(stage.around(), stage.profiles, stage.keeping,
                          OfflineCache(stage.dir.filePath(u"cache"_s)));
            next.restoreAll();
            settle();
            QCOMPARE(next.account(account.id())->state().reason, Reason::NoToken);
        }
        stage.answer<api::SignOut>({});
        QVERIFY(!QFile::exists(cached));
    }

    void aSessionThatIsOverLeavesNothingOnTheDisk_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::newRow("ended elsewhere") << false;
        QTest::newRow("refused") << true;
    }

    void aSessionThatIsOverLeavesNothingOnTheDisk()
    {
        QFETCH(bool, refused);
        Stage stage;
        Account &account = stage.signIn();
        settle();
        const QString cached = stage.dir.filePath(u"cache/"_s + account.id().text() + u".json"_s);
        QVERIFY(QFile::exists(cached));
        if (refused)
            account.refused(Error::of(Kind::Unauthorized, u"sessionEnded"_s));
        else
            account.close(Reason::EndedByOther);
        account.learn(Stage::user(u"Bea"_s, 2));
        settle();
        QVERIFY(!QFile::exists(cached));
    }

    void aDeletedAccountTakesItsProfileWithIt_data()
    {
        QTest::addColumn<bool>("newsCameFirst");
        QTest::newRow("told here first") << false;
        QTest::newRow("its sessions had ended") << true;
    }

    void aDeletedAccountTakesItsProfileWithIt()
    {
        QFETCH(const bool, newsCameFirst);
        Stage stage;
        Account &account = stage.signIn();
        const ProfileId id = account.id();
        const QString key = keyOf(account);
        settle();
        const QString cached = stage.dir.filePath(u"cache/"_s + id.text() + u".json"_s);
        QVERIFY(QFile::exists(cached));
        bool isDeleted = false;
        account.ask(api::DeleteAccount{}).then(this, [&](const auto &r) {
            isDeleted = r.has_value();
        });
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/account"));
        if (newsCameFirst)
            account.refused(Error::of(Kind::Unauthorized, u"sessionEnded"_s));
        stage.answer<api::DeleteAccount>({});
        QVERIFY(isDeleted);
        QVERIFY(!stage.accounts.account(id));
        QVERIFY(stage.profiles.all().isEmpty());
        QVERIFY(!QFile::exists(cached));
        QCOMPARE(stage.line(), QByteArray()); // there is no session to end
        bool isGone = false;
        stage.keychain.memory.read(key).then(this, [&](const auto &r) { isGone = !r; });
        settle();
        QVERIFY(isGone);
    }

    void aDeletedAccountsProfileStaysAsLongAsItsTokenIsKept()
    {
        Stage stage;
        Account &account = stage.signIn();
        stage.keychain.grip = Error::of(Kind::Rejected, u"keychainLocked"_s);
        account.ask(api::DeleteAccount{});
        stage.answer<api::DeleteAccount>({});
        QCOMPARE(account.state().reason, Reason::Deleted);
        QCOMPARE(stage.profiles.all().size(), 1);
        stage.keychain.grip.reset();
        stage.accounts.remove(account.id());
        settle();
        QVERIFY(stage.profiles.all().isEmpty());
    }

    void anAccountThatIsNotDeletedStays()
    {
        Stage stage;
        Account &account = stage.signIn();
        account.ask(api::DeleteAccount{});
        stage.refuse(Error::of(Kind::Forbidden, u"adminStays"_s));
        QVERIFY(account.state().isOnline());
        QCOMPARE(stage.profiles.all().size(), 1);
    }

    void signOutSaysWhatDidNotWork_data()
    {
        QTest::addColumn<bool>("told");
        QTest::addColumn<bool>("gone");
        QTest::addColumn<QString>("code");
        QTest::newRow("all well") << true << true << QString();
        QTest::newRow("not told") << false << true << u"serverNotTold"_s;
        QTest::newRow("kept") << true << false << u"tokenKept"_s;
        QTest::newRow("neither") << false << false << u"tokenKeptAndServerNotTold"_s;
    }

    void signOutSaysWhatDidNotWork()
    {
        QFETCH(bool, told);
        QFETCH(bool, gone);
        QFETCH(QString, code);
        Stage stage;
        const ProfileId id = stage.signIn().id();
        if (!gone)
            stage.keychain.grip = Error::of(Kind::Rejected, u"keychainLocked"_s);
        std::optional<Result<Nothing>> end;
        QSignalSpy untold(&stage.accounts, &Accounts::removedUntold);
        stage.accounts.remove(id).then(this, [&](const auto &r) { end = r; });
        if (told)
            stage.answer<api::SignOut>({});
        else
            stage.breakOff();
        QVERIFY(end);
        QCOMPARE(*end ? QString() : end->error().code, code);
        QCOMPARE(stage.profiles.all().size(), gone ? 0 : 1);
        QCOMPARE(untold.size(), gone && !told ? 1 : 0);
        if (gone)
            return;
        // When what holds it opens, it can be removed after all.
        stage.keychain.grip.reset();
        stage.accounts.remove(id).then(this, [&](const auto &r) { end = r; });
        settle();
        QVERIFY(*end);
        QVERIFY(stage.profiles.all().isEmpty());
    }
};

LATCHKEY_TEST(SigningOutTest)

#include "tst_signingout.moc"
