#include "account/accountdirectory.h"
#include "foreignstage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;

/// Every account of a server, as its administrators find them.
class AccountDirectoryTest : public QObject
{
    Q_OBJECT

    static api::User person(const QString &name)
    {
        api::User user = Stage::user(name);
        user.id = api::UserId(u"u-"_s + name);
        user.email = name + u"@example.com"_s;
        return user;
    }
    static api::AccountPage pageOf(const QStringList &names,
                                   const std::optional<QString> &next = {})
    {
        api::AccountPage page{.next = next};
        for (const QString &name : names)
            page.users << person(name);
        return page;
    }
    static QStringList namesIn(const AccountDirectory &directory)
    {
        QStringList names;
        for (const api::User &user : directory.users())
            names << user.name;
        return names;
    }
    static void loaded(Stage &stage, AccountDirectory &directory)
    {
        directory.load();
        stage.answer<api::ListAccounts>(pageOf({u"ada"_s, u"bea"_s}, u"c1"_s));
    }
    static void loadedWhole(Stage &stage, AccountDirectory &directory)
    {
        loaded(stage, directory);
        directory.loadMore();
        stage.answer<api::ListAccounts>(pageOf({u"cleo"_s}));
    }

private Q_SLOTS:
    void onlyForAdministrators()
    {
        Stage stage;
        Account &account = stage.signIn();
        QVERIFY(!AccountDirectory::isOffered(account));
        api::User me = Stage::user(u"Ada"_s, 2);
        me.role = api::Role::Admin;
        account.learn(me);
        QVERIFY(AccountDirectory::isOffered(account));
    }

    void readsPageByPage()
    {
        Stage stage;
        AccountDirectory directory(stage.signIn());
        directory.load();
        QVERIFY(directory.isLoading() && !directory.isLoaded());
        QCOMPARE(stage.line(), QByteArray("GET /v1/accounts"));
        QVERIFY(!stage.asked().query.contains("after"));
        stage.answer<api::ListAccounts>(pageOf({u"ada"_s, u"bea"_s}, u"c1"_s));
        QVERIFY(directory.isLoaded() && !directory.isLoading() && directory.hasMore());
        QCOMPARE(namesIn(directory), (QStringList{u"ada"_s, u"bea"_s}));
        for (int i = 0; i < 2; ++i)
            directory.loadMore();
        QVERIFY(directory.isLoadingMore());
        QVERIFY(stage.asked().query.contains("after=c1"));
        stage.answer<api::ListAccounts>(pageOf({u"cleo"_s}));
        QCOMPARE(namesIn(directory), (QStringList{u"ada"_s, u"bea"_s, u"cleo"_s}));
        QVERIFY(!directory.hasMore() && !directory.isLoadingMore());
        directory.loadMore();
        QCOMPARE(stage.line(), QByteArray());
    }

    void isReadAnewAsFarAsBefore()
    {
        Stage stage;
        AccountDirectory directory(stage.signIn());
        loadedWhole(stage, directory);
        directory.load();
        stage.answer<api::ListAccounts>(pageOf({u"ada"_s, u"bea"_s}, u"c1"_s));
        QVERIFY(directory.isLoading());
        QCOMPARE(directory.users().size(), 3);
        QVERIFY(stage.asked().query.contains("after=c1"));
        stage.answer<api::ListAccounts>(pageOf({u"dido"_s, u"eve"_s}, u"c2"_s));
        QVERIFY(!directory.isLoading() && directory.hasMore());
        QCOMPARE(namesIn(directory), (QStringList{u"ada"_s, u"bea"_s, u"dido"_s, u"eve"_s}));
    }

    void aPageThatFailsKeepsWhatWasKnown()
    {
        Stage stage;
        AccountDirectory directory(stage.signIn());
        loaded(stage, directory);
        directory.loadMore();
        stage.refuse(Error::of(Kind::Forbidden, u"roleTooLow"_s));
        QVERIFY(directory.lastError() && directory.hasMore() && !directory.isLoadingMore());
        QCOMPARE(directory.users().size(), 2);
        directory.loadMore();
        stage.answer<api::ListAccounts>(pageOf({u"cleo"_s}));
        QVERIFY(!directory.lastError());
        QCOMPARE(directory.users().size(), 3);
    }

    void aPageOfAnEarlierLoadIsNobodys()
    {
        Stage stage;
        AccountDirectory directory(stage.signIn());
        loaded(stage, directory);
        directory.loadMore();
        directory.load();
        stage.answer<api::ListAccounts>(pageOf({u"zoe"_s, u"yan"_s}));
        QCOMPARE(namesIn(directory), (QStringList{u"zoe"_s, u"yan"_s}));
        QCOMPARE(stage.line(), QByteArray());
    }

    void findsByAddressAndByName()
    {
        Stage stage;
        AccountDirectory directory(stage.signIn());
        loaded(stage, directory);
        QVERIFY(directory.canFind());
        directory.find(u" grace@example.com "_s);
        QVERIFY(directory.isFinding());
        QCOMPARE(stage.line(), QByteArray("POST /v1/accounts/find"));
        QVERIFY(stage.asked().body.contains("\"grace@example.com\""));
        stage.answer<api::FindAccount>({.user = person(u"grace"_s)});
        QCOMPARE(*directory.found(), person(u"grace"_s));
        directory.find(u"@k7m2q9xa4d"_s);
        QVERIFY(!directory.found());
        QCOMPARE(stage.line(), QByteArray("POST /v1/users/find-by-tag"));
        stage.answer<api::FindByTag>(api::cardOf(person(u"grace"_s)));
        QCOMPARE(directory.found()->name, u"grace"_s);
        QVERIFY(directory.found()->isPart && directory.found()->email.isEmpty());
        // Who was read already is known whole.
        directory.find(u"bea"_s);
        stage.answer<api::FindByTag>(api::cardOf(person(u"bea"_s)));
        QCOMPARE(*directory.found(), person(u"bea"_s));
        directory.find({});
        QVERIFY(!directory.found() && !directory.isFinding());
    }

    void theLastOneThatIsLookedForCounts()
    {
        Stage stage;
        AccountDirectory directory(stage.signIn());
        directory.find(u"grace@example.com"_s);
        settle();
        directory.find(u"nobody"_s);
        QCOMPARE(stage.line(), QByteArray("POST /v1/users/find-by-tag"));
        QVERIFY(directory.isFinding());
        stage.refuse(Error::of(Kind::NotFound, u"userUnknown"_s));
        QVERIFY(!directory.found() && !directory.isFinding());
        QCOMPARE(directory.findError()->kind, Kind::NotFound);
        QCOMPARE(directory.wanted(), u"nobody"_s);
    }

    void whoIsDeletedIsGoneFromTheList_data()
    {
        QTest::addColumn<bool>("wasThere");
        QTest::newRow("deleted") << true;
        QTest::newRow("gone already") << false;
    }

    void whoIsDeletedIsGoneFromTheList()
    {
        QFETCH(const bool, wasThere);
        Stage stage;
        AccountDirectory directory(stage.signIn());
        loadedWhole(stage, directory);
        directory.find(u"bea@example.com"_s);
        stage.answer<api::FindAccount>({.user = person(u"bea"_s)});
        const api::UserId id = person(u"bea"_s).id;
        directory.remove(id);
        QVERIFY(directory.isRemoving(id));
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/accounts/u-bea"));
        if (wasThere)
            stage.answer<api::RemoveAccount>({});
        else
            stage.refuse(Error::of(Kind::NotFound, u"userUnknown"_s));
        QVERIFY(!directory.isRemoving(id) && !directory.found());
        QCOMPARE(namesIn(directory), (QStringList{u"ada"_s, u"cleo"_s}));
    }

    void whoStaysStays()
    {
        Stage stage;
        AccountDirectory directory(stage.signIn());
        loadedWhole(stage, directory);
        directory.remove(person(u"ada"_s).id);
        stage.refuse(Error::of(Kind::Forbidden, u"adminStays"_s));
        QCOMPARE(directory.users().size(), 3);
        QVERIFY(!directory.isRemoving(person(u"ada"_s).id));
    }

    /// It knows no pages, masks what it tells, and finds nobody.
    void mmdlTellsThemAllAtOnce()
    {
        Stage stage;
        Account &account = enterBy(stage, u"mmdl"_s);
        say(stage, 200, saidByMmdl(userOfMmdl(1, "ada", "1")));
        QVERIFY(AccountDirectory::isOffered(account));
        AccountDirectory directory(account);
        QVERIFY(!directory.canFind() && directory.canRemove());
        directory.load();
        QCOMPARE(stage.line(), QByteArray("GET /api/admin/getusers"));
        say(stage, 200, saidByMmdl('[' + userOfMmdl(17, "g*a*e", "0") + ']'));
        QVERIFY(directory.isLoaded() && !directory.hasMore());
        QCOMPARE(directory.users().size(), 1);
        directory.remove(directory.users().first().id);
        QCOMPARE(stage.line(), QByteArray("DELETE /api/admin/deleteuser"));
        QCOMPARE(stage.asked().query, QByteArray("userid=17"));
        say(stage, 200, saidByMmdl("null"));
        QVERIFY(directory.users().isEmpty());
    }
};

LATCHKEY_TEST(AccountDirectoryTest)
#include "tst_accountdirectory.moc"
