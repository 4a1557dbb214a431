#include "account/profileeditor.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using StateKind = AccountState::Kind;
using Reason = AccountState::Reason;

class AccountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restoresTokensAndSaysHonestlyWhatItCouldNot()
    {
        Stage stage;
        Account &account = stage.signIn();
        stage.keychain.trouble = Error::of(Kind::Forbidden, u"keychainLocked"_s);
        Accounts again(stage.around(), stage.profiles, stage.keeping,
                       OfflineCache(stage.dir.filePath(u"cache"_s)));
        Account &restored = *again.account(account.id());
        QCOMPARE(restored.user()->name, u"Ada"_s);
        QCOMPARE(again.sessions(account.id())->ids().size(), 2);
        again.restoreAll();
        QCOMPARE(restored.state().kind, StateKind::Restoring);
        settle();
        QCOMPARE(restored.state().kind, StateKind::Locked);
        stage.keychain.trouble.reset();
        again.restoreAll();
        settle();
        QCOMPARE(restored.state().kind, StateKind::Connecting);
        stage.openStream();
        QCOMPARE(restored.state().kind, StateKind::Online);
        stage.keychain.remove(u"profile-"_s + account.id().text());
        Accounts third(stage.around(), stage.profiles, stage.keeping,
                       OfflineCache(stage.dir.filePath(u"none"_s)));
        third.restoreAll();
        settle();
        QCOMPARE(third.account(account.id())->state().reason, Reason::NoToken);
        QCOMPARE(stage.profiles.all().size(), 1);
    }

    void noTokenGoesWhereNobodyVouches()
    {
        Stage stage;
        Account &account = stage.signIn();
        const size_t before = stage.count();
        const Error refusal = Error::of(Kind::Conflict, u"ownServerInUse"_s);
        const QUrl old = account.profile().server.url;
        const QUrl moved(u"https://moved.example"_s);
        std::optional<Error> trouble = refusal;
        stage.vouch = [&](const QUrl &url) {
            if (!trouble && url == old) { // found elsewhere while it was asked for
                Profile profile = account.profile();
                profile.server.url = moved;
                stage.profiles.update(profile).value();
                return Call<Nothing>::finished(failure(refusal));
            }
            return Call<Nothing>::finished(trouble ? Result<Nothing>(failure(*trouble))
                                                   : Nothing());
        };
        Accounts again(stage.around(), stage.profiles, stage.keeping,
                       OfflineCache(stage.dir.filePath(u"cache"_s)));
        Account &restored = *again.account(account.id());
        again.restoreAll();
        settle();
        QCOMPARE(restored.state().kind, StateKind::Locked);
        QCOMPARE(restored.state().why->code, u"ownServerInUse"_s);
        QVERIFY(!SecretKeeping::isAboutKeeping(*restored.state().why));
        QCOMPARE(stage.count(), before);
        const auto flow = again.signInAgain(account.id());
        flow->submitEmail(u"ada@example.com"_s);
        settle();
        QCOMPARE(flow->error()->code, u"ownServerInUse"_s);
        QCOMPARE(stage.count(), before);

        trouble.reset();
        again.restoreUnvouched();
        settle();
        QCOMPARE(restored.state().kind, StateKind::Connecting);
        QCOMPARE(restored.profile().server.url, moved);
    }

    void aRefusedTokenSignsOutOnce()
    {
        Stage stage;
        Account &account = stage.signIn();
        QSignalSpy changed(&account, &Account::stateChanged);
        account.ask(api::Me{});
        account.ask(api::Me{});
        stage.refuse(Error::of(Kind::Unauthorized, u"sessionEnded"_s));
        stage.refuse(Error::of(Kind::Unauthorized, u"sessionEnded"_s));
        QCOMPARE(account.state().reason, Reason::Refused);
        QCOMPARE(account.state().why->code, u"sessionEnded"_s);
        QCOMPARE(changed.size(), 1);
        Kind kind{};
        account.ask(api::Me{}).then(this, [&](const auto &r) { kind = r.error().kind; });
        settle();
        QCOMPARE(kind, Kind::Unauthorized);
        QCOMPARE(stage.profiles.all().size(), 1);
    }

    void anOlderTokensRefusalIsNoRefusal()
    {
        Stage stage;
        Account &account = stage.signIn();
        bool isTold = false;
        account.ask(api::Me{}).then(this, [&](const auto &r) { isTold = r.has_value(); });
        stage.asked();
        account.adopt(Stage::signedIn(u"lk-token-3"_s));
        stage.refuse(Error::of(Kind::Unauthorized, u"sessionEnded"_s));
        QCOMPARE(stage.asked().headers.value("Authorization"), QByteArray("Bearer lk-token-3"));
        stage.answer<api::Me>(Stage::user());
        QVERIFY(isTold);
        QCOMPARE(account.state().kind, StateKind::Online);
    }

    /// Or it would become the id of whoever has the next name.
    void anIdThatSomebodyIsCalledByStaysTheirs()
    {
        Stage stage;
        Account &account = stage.signIn();
        for (const QString &name : {u"u1"_s, u"u2"_s}) {
            api::User user = *account.user();
            user.userName = name;
            ++user.version;
            account.learn(user);
            QCOMPARE(account.profile().userName, name);
            QCOMPARE(account.profile().userId, api::UserId(u"u1"_s));
        }
    }

    void changesWithAKeyAreRepeatedWithTheSameKey()
    {
        Stage stage;
        Account &account = stage.signIn();
        account.ask(api::UpdateProfile{.basedOn = 1, .name = u"Bea"_s});
        const QByteArray key = stage.asked().headers.value("Idempotency-Key");
        QVERIFY(!key.isEmpty());
        const size_t before = stage.count();
        stage.net().fail(before - 1, Error::of(Kind::Network, u"connectionLost"_s));
        settle();
        stage.alarm.advance(std::chrono::seconds(5));
        settle();
        QCOMPARE(stage.count(), before + 1);
        QCOMPARE(stage.asked().headers.value("Idempotency-Key"), key);
    }

    void manyAccountsStandSideBySideAndOneIsRemoved()
    {
        Stage stage;
        Account &one = stage.signIn(u"one.example"_s);
        Account &two = stage.signIn(u"two.example"_s);
        QVERIFY(one.id() != two.id());
        QCOMPARE(stage.accounts.ids().size(), 2);
        QSignalSpy removed(&stage.accounts, &Accounts::accountRemoved);
        stage.accounts.remove(one.id());
        settle();
        stage.answer<api::SignOut>({});
        QCOMPARE(removed.size(), 1);
        QCOMPARE(stage.accounts.ids(), QList<ProfileId>{two.id()});
        QCOMPARE(two.state().kind, StateKind::Online);
    }

    void whatAnotherProgramRemovedGoesInTheMiddleOfItsNews()
    {
        Stage stage;
        Account &account = stage.signIn();
        const ProfileId id = account.id();
        Profiles others(stage.dir.filePath(u"profiles.json"_s));
        QVERIFY(others.load());
        QVERIFY(others.remove(id));
        QSignalSpy removed(&stage.accounts, &Accounts::accountRemoved);
        account.prove(Secret(u"right"_s));
        api::SignedIn proven = Stage::signedIn(u"lk-token-2"_s);
        proven.user = Stage::user(u"Renamed"_s, 2);
        stage.answer<api::ProveWithPassword>(proven);
        QCOMPARE(removed.size(), 1);
        QVERIFY(!stage.accounts.account(id));
    }

    void theEditorLaysThreeSidesBesideEachOther()
    {
        Stage stage;
        Account &account = stage.signIn();
        ProfileEditor editor(account);
        editor.setName(u"Mine"_s);
        editor.save();
        editor.setLanguage(api::Language::Chinese);
        stage.refuse(Error::of(Kind::Conflict, u"changedMeanwhile"_s));
        stage.answer<api::Me>(Stage::user(u"Theirs"_s, 5));
        QCOMPARE(editor.state(), ProfileEditor::State::Conflict);
        QCOMPARE(editor.name().before, u"Ada"_s);
        QCOMPARE(editor.name().mine, u"Mine"_s);
        QCOMPARE(editor.name().theirs, u"Theirs"_s);
        QCOMPARE(editor.language().mine, api::Language::Chinese);
        editor.choose(ProfileEditor::Field::Name, ProfileEditor::Side::Mine);
        QCOMPARE(editor.state(), ProfileEditor::State::Editing);
        editor.save();
        QCOMPARE(stage.asked().headers.value("If-Match"), QByteArray("\"5\""));
        stage.breakOff();
        QCOMPARE(editor.name().mine, u"Mine"_s);
        QCOMPARE(editor.error()->kind, Kind::Network);
        editor.save();
        stage.answer<api::UpdateProfile>(Stage::user(u"Mine"_s, 6));
        QCOMPARE(account.user()->name, u"Mine"_s);
        QVERIFY(!editor.name().isChanged());
    }
};

LATCHKEY_TEST(AccountTest)

#include "tst_account.moc"
