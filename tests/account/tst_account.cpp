#include "account/eventfeed.h"
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

    static Error stepUp()
    {
        Error error = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        error.requiredLevel = u"password"_s;
        return error;
    }

    static QString keyOf(const Account &account) { return u"profile-"_s + account.id().text(); }

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

    void proofParksReplacesTheTokenAndGoesOn()
    {
        Stage stage;
        Account &account = stage.signIn();
        QSignalSpy needed(&account, &Account::proofNeeded);
        QSignalSpy ended(&account, &Account::proofEnded);
        bool isEnded = false;
        stage.accounts.sessions(account.id())
            ->end(api::SessionId(u"s2"_s))
            .then(this, [&](const auto &r) { isEnded = r.has_value(); });
        account.ask(api::EndOtherSessions{});
        stage.refuse(stepUp());
        stage.refuse(stepUp());
        QCOMPARE(needed.size(), 1);
        QVERIFY(account.isProofNeeded());

        QString code;
        account.prove(Secret(u"wrong"_s)).then(this, [&](const auto &r) { code = r.error().code; });
        stage.refuse(Error::rejected(u"wrongPassword"_s, u"password"_s));
        QCOMPARE(code, u"wrongPassword"_s);
        QVERIFY(account.isProofNeeded());

        account.prove(Secret(u"right"_s));
        QCOMPARE(stage.line(), QByteArray("POST /v1/session/proof"));
        stage.answer<api::ProveWithPassword>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(ended.takeFirst().first().toBool(), true);
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/sessions/s2"));
        QCOMPARE(stage.asked().headers.value("Authorization"), QByteArray("Bearer lk-token-2"));
        stage.answer<api::EndSession>(Stage::session(u"s2"_s));
        QVERIFY(isEnded);
        QString kept;
        stage.keeping.fetch(account.id(), KeepingPlace::Keychain)
            .then(this, [&](const auto &token) { kept = token->revealText(); });
        settle();
        QCOMPARE(kept, u"lk-token-2"_s);
    }

    void declinedProofEndsWhatWaits()
    {
        Stage stage;
        Account &account = stage.signIn();
        Error error;
        account.ask(api::EndOtherSessions{}).then(this, [&](const auto &r) { error = r.error(); });
        stage.refuse(stepUp());
        account.declineProof();
        settle();
        QCOMPARE(error.kind, Kind::Cancelled);
        QVERIFY(!account.isProofNeeded());
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

    void goesOfflineAndComesBack()
    {
        Stage stage;
        Account &account = stage.signIn();
        const Timestamp now = stage.clock.now();
        Q_EMIT stage.net().opened.back().stream->ended(
            failure(Error::of(Kind::Network, u"connectionLost"_s)));
        QCOMPARE(account.state().kind, StateKind::Offline);
        QCOMPARE(account.state().since, now);
        account.retryNow();
        stage.openStream();
        QCOMPARE(account.state().kind, StateKind::Online);
    }

    void eventsAloneThatFailDoNotMakeItOffline()
    {
        Stage stage;
        Account &account = stage.signIn();
        Q_EMIT stage.net().opened.back().stream->ended(
            failure(Error::of(Kind::Network, u"connectionLost"_s)));
        QCOMPARE(account.state().kind, StateKind::Offline);
        account.retryNow();
        QSignalSpy changed(&account, &Account::stateChanged);
        const size_t tries = stage.net().opened.size();
        for (int i = 0; i < 3; ++i) {
            Q_EMIT stage.net().opened.back().stream->answered({502, {}, {}});
            settle();
            account.ask(api::Me{});
            stage.answer<api::Me>(Stage::user());
            QCOMPARE(account.state().kind, StateKind::Online);
            stage.alarm.advance(std::chrono::seconds(60));
            settle();
        }
        QCOMPARE(changed.size(), 1);
        QVERIFY(stage.net().opened.size() <= tries + 4);
    }

    void theNetworkThatIsBackIsNotWaitedFor()
    {
        Stage stage;
        Account &account = stage.signIn();
        Q_EMIT stage.net().opened.back().stream->ended(
            failure(Error::of(Kind::Network, u"offline"_s)));
        QCOMPARE(account.state().kind, StateKind::Offline);
        const size_t tries = stage.net().opened.size();
        stage.accounts.retryAll();
        settle();
        QCOMPARE(stage.net().opened.size(), tries + 1);
    }

    void whoAsksTooOftenForEventsAsksForNothing()
    {
        Stage stage;
        Account &account = stage.signIn();
        Q_EMIT stage.net().opened.back().stream->ended(
            failure(Error::of(Kind::Network, u"connectionLost"_s)));
        account.retryNow();
        const size_t tries = stage.net().opened.size();
        Q_EMIT stage.net().opened.back().stream->answered({429, {{"Retry-After", "20"}}, {}});
        const size_t before = stage.count();
        account.ask(api::Me{});
        account.retryNow();
        settle();
        QCOMPARE(account.state().kind, StateKind::Online);
        QCOMPARE(stage.count(), before);
        QCOMPARE(stage.net().opened.size(), tries);
        stage.alarm.advance(std::chrono::seconds(20));
        settle();
        QCOMPARE(stage.count(), before + 1);
        QCOMPARE(stage.net().opened.size(), tries + 1);
    }

    void whatNoEventTellsIsAskedFor_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("minutes");
        QTest::newRow("404") << 404 << 1;
        QTest::newRow("204") << 204 << 10;
    }

    void whatNoEventTellsIsAskedFor()
    {
        QFETCH(int, status);
        QFETCH(int, minutes);
        Stage stage;
        stage.signIn();
        Q_EMIT stage.net().opened.back().stream->ended(
            failure(Error::of(Kind::Network, u"connectionLost"_s)));
        for (int i = 0; i < 2; ++i) {
            const size_t tries = stage.net().opened.size();
            stage.alarm.advance(std::chrono::minutes(minutes));
            settle();
            QCOMPARE(stage.net().opened.size(), tries + 1);
            Q_EMIT stage.net().opened.back().stream->answered({status, {}, {}});
            QCOMPARE(stage.line(), QByteArray("GET /v1/me"));
            stage.answer<api::Me>(Stage::user());
            QCOMPARE(stage.line(), QByteArray("GET /v1/sessions"));
            stage.answer<api::ListSessions>({});
        }
    }

    void proofThatNobodyCanGiveAnyMoreIsNotAskedFor()
    {
        Stage stage;
        Account &account = stage.signIn();
        Error error;
        account.ask(api::EndOtherSessions{}).then(this, [&](const auto &r) { error = r.error(); });
        stage.refuse(stepUp());
        QVERIFY(account.isProofNeeded());
        QSignalSpy ended(&account, &Account::proofEnded);
        Profile moved = account.profile();
        moved.server.url = QUrl(u"http://127.0.0.1:2"_s);
        QVERIFY(stage.profiles.update(moved));
        settle();
        QVERIFY(!account.isProofNeeded());
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().toBool(), false);
        QCOMPARE(error.kind, Kind::Cancelled);
    }

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
        editor.chooseName(ProfileEditor::Side::Mine);
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
