#include "account/authorizationstore.h"
#include "foreignstage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using api::AccessAction;

/// Whom an account lets in, and who lets it in, as the pages find them.
class AuthorizationStoreTest : public QObject
{
    Q_OBJECT

    static api::UserCard grace() { return {.id = api::UserId(u"u2"_s), .name = u"Grace"_s}; }
    static api::Authorization toGrace(const QString &id = u"a1"_s,
                                      AccessAction action = AccessAction::Read)
    {
        return {.id = api::AuthorizationId(id),
                .giver = api::cardOf(Stage::user()),
                .receiver = grace(),
                .action = action};
    }
    static api::Authorization fromGrace()
    {
        return {.id = api::AuthorizationId(u"a9"_s),
                .giver = grace(),
                .receiver = api::cardOf(Stage::user())};
    }
    static AuthorizationStore &loaded(Stage &stage)
    {
        AuthorizationStore &store = *stage.accounts.authorizations(stage.signIn().id());
        store.load();
        stage.answer<api::ListAuthorizations>({.authorizations = {toGrace(), fromGrace()}});
        return store;
    }
    static api::Event changed()
    {
        return {.id = api::EventId(u"e1"_s), .kind = api::EventKind::AuthorizationsChanged};
    }

private Q_SLOTS:
    void nothingIsLoadedUntilSomebodyWantsIt()
    {
        Stage stage;
        AuthorizationStore &store = *stage.accounts.authorizations(stage.signIn().id());
        QVERIFY(store.isOffered() && store.canGive() && store.canChange() && store.canRevoke());
        stage.happen(changed());
        QCOMPARE(stage.line(), QByteArray());
        store.load();
        QCOMPARE(stage.line(), QByteArray("GET /v1/authorizations"));
        stage.answer<api::ListAuthorizations>({.authorizations = {toGrace(), fromGrace()}});
        QVERIFY(store.isLoaded() && !store.isLoading() && !store.isEmpty());
        QCOMPARE(store.given(), QList{toGrace()});
        QCOMPARE(store.received(), QList{fromGrace()});
    }

    void aChangeElsewhereIsHeardOf()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        stage.happen(changed());
        QVERIFY(store.isLoading());
        stage.happen(changed()); // while that load is under way
        stage.answer<api::ListAuthorizations>({});
        QVERIFY(store.isLoading());
        QCOMPARE(store.given().size(), 1);
        stage.answer<api::ListAuthorizations>({.authorizations = {fromGrace()}});
        QVERIFY(!store.isLoading());
        QVERIFY(store.given().isEmpty());
        QCOMPARE(store.received().size(), 1);
    }

    void aFailedLoadKeepsWhatWasKnown()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        store.load();
        stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(store.lastError() && !store.isLoading());
        QCOMPARE(store.given().size(), 1);
        QCOMPARE(store.received().size(), 1);
    }

    void oneThatIsGivenStandsThereAtOnceAndOnce()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        store.give({.receiver = grace().id, .scope = api::AccessScope::Sessions});
        QCOMPARE(stage.line(), QByteArray("POST /v1/authorizations"));
        api::Authorization fresh = toGrace(u"a2"_s);
        fresh.scope = api::AccessScope::Sessions;
        stage.answer<api::CreateAuthorization>(fresh);
        QCOMPARE(store.given(), (QList{fresh, toGrace()}));
        stage.happen(changed());
        stage.answer<api::ListAuthorizations>({.authorizations = {fresh, toGrace(), fromGrace()}});
        QCOMPARE(store.given().size(), 2);
    }

    void changesOne()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        const api::AuthorizationId id = toGrace().id;
        store.change({.id = id, .scope = {}, .action = AccessAction::Write});
        QVERIFY(store.isPending(id));
        QCOMPARE(stage.line(), QByteArray("PATCH /v1/authorizations/a1"));
        stage.answer<api::UpdateAuthorization>(toGrace(u"a1"_s, AccessAction::Write));
        QVERIFY(!store.isPending(id));
        QCOMPARE(store.given(), (QList{toGrace(u"a1"_s, AccessAction::Write)}));
        QCOMPARE(stage.line(), QByteArray());
    }

    void takesOneBackAndGivesOneBack()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        store.revoke(toGrace().id);
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/authorizations/a1"));
        QCOMPARE(store.given().size(), 1); // until the server says so
        stage.answer<api::RevokeAuthorization>(toGrace());
        QVERIFY(store.given().isEmpty());
        store.revoke(fromGrace().id);
        stage.answer<api::RevokeAuthorization>(fromGrace());
        QVERIFY(store.isEmpty() && !store.isPending(fromGrace().id));
        QCOMPARE(stage.line(), QByteArray());
    }

    void aRefusedChangeLooksOnceMore()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        store.revoke(toGrace().id);
        stage.refuse(Error::of(Kind::NotFound, u"authorizationUnknown"_s));
        QVERIFY(store.isLoading() && !store.isPending(toGrace().id));
        QCOMPARE(store.given().size(), 1);
    }

    /// Whoever does not prove it changes nothing, so there is nothing new to look at.
    void aDeclinedProofChangesNothing()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        const api::AuthorizationId id = toGrace().id;
        Error needed = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        needed.requiredLevel = u"password"_s;
        store.change({.id = id, .scope = {}, .action = AccessAction::Write});
        stage.refuse(needed);
        Account &account = *stage.accounts.account(stage.accounts.ids().first());
        QVERIFY(account.isProofNeeded() && store.isPending(id));
        account.declineProof();
        settle();
        QVERIFY(!store.isPending(id) && !store.isLoading());
        QCOMPARE(store.given(), QList{toGrace()});
        QCOMPARE(stage.line(), QByteArray());
    }

    /// What is seen there is theirs, and not this account's.
    void looksIntoWhatIsOpen()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        QVERIFY(store.canLook(fromGrace()));
        api::User seen = Stage::user(u"Grace"_s, 9);
        seen.id = grace().id;
        std::optional<Result<api::User>> told;
        store.showAccount(grace().id).then(this, [&](const auto &user) { told = user; });
        QCOMPARE(stage.line(), QByteArray("GET /v1/accounts/u2"));
        stage.answer<api::ShowAccount>(seen);
        QCOMPARE(told->value(), seen);
        const Account &account = *stage.accounts.account(stage.accounts.ids().first());
        QCOMPARE(account.user()->name, u"Ada"_s);
        store.listSessions(grace().id);
        QCOMPARE(stage.line(), QByteArray("GET /v1/accounts/u2/sessions"));
    }

    void changesAProfileThatIsOpen()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        api::Authorization writing = fromGrace();
        QVERIFY(!store.canEdit(writing));
        writing.action = AccessAction::Write;
        QVERIFY(store.canEdit(writing));
        writing.scope = api::AccessScope::Sessions;
        QVERIFY(!store.canEdit(writing));
        store.editAccount(
            {.id = grace().id, .basedOn = 9, .name = u"Grace Hopper"_s, .language = {}});
        QVERIFY(store.isEditing(grace().id));
        QCOMPARE(stage.line(), QByteArray("PATCH /v1/accounts/u2"));
        api::User edited = Stage::user(u"Grace Hopper"_s, 10);
        edited.id = grace().id;
        stage.answer<api::UpdateAccount>(edited);
        QVERIFY(!store.isEditing(grace().id));
        QCOMPARE(store.received().first().giver.name, u"Grace Hopper"_s);
        const Account &account = *stage.accounts.account(stage.accounts.ids().first());
        QCOMPARE(account.user()->name, u"Ada"_s);
    }

    void aProfileThatIsNoLongerOpenLooksOnceMore()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        const api::UpdateAccount wanted{
            .id = grace().id, .basedOn = 9, .name = u"Grace Hopper"_s, .language = {}};
        store.editAccount(wanted);
        stage.refuse(Error::of(Kind::Conflict, u"changedMeanwhile"_s));
        QVERIFY(!store.isEditing(grace().id) && !store.isLoading());
        store.editAccount(wanted);
        stage.refuse(Error::of(Kind::Forbidden, u"notAuthorized"_s));
        QVERIFY(!store.isEditing(grace().id) && store.isLoading());
        QCOMPARE(store.received().first().giver.name, u"Grace"_s);
    }

    void onlyWhoLetsInShowsWhereTheyAreSignedIn()
    {
        Stage stage;
        AuthorizationStore &store = loaded(stage);
        QVERIFY(store.canListSessions() && !store.showsSessions(grace().id));
        api::Authorization sessions = fromGrace();
        sessions.scope = api::AccessScope::Sessions;
        store.load();
        stage.answer<api::ListAuthorizations>({.authorizations = {sessions}});
        QVERIFY(store.showsSessions(grace().id));
        QVERIFY(!store.showsSessions(api::UserId(u"u9"_s)));
    }

    void onWingspanBothSidesAreTold()
    {
        Stage stage;
        const Account &account = enterBy(stage, u"wingspan"_s);
        say(stage, 200, adaOfWingspan);
        AuthorizationStore &store = *stage.accounts.authorizations(account.id());
        api::Authorization given = toGrace();
        given.giver.id = account.user()->id;
        api::Authorization received = fromGrace();
        received.receiver.id = account.user()->id;
        const auto spoken = wireOf({.name = u"wingspan"_s});
        store.load();
        QCOMPARE(stage.line(), QByteArray("GET /users/authorization"));
        stage.give(spoken->translation<api::ListAuthorizations>()->writeReply(
            {.authorizations = {given, received}}, {}));
        QCOMPARE(store.given().size(), 1);
        QCOMPARE(store.given().first().receiver.name, u"Grace"_s);
        QCOMPARE(store.received().size(), 1);
        QVERIFY(store.canLook(received));
        received.scope = api::AccessScope::Sessions;
        QVERIFY(!store.canLook(received)); // it has no word for that
        QVERIFY(!store.canListSessions());
        store.revoke(given.id);
        QCOMPARE(stage.line(), QByteArray("DELETE /users/authorization/a1"));
        stage.give(spoken->translation<api::RevokeAuthorization>()->writeReply(given, {}));
        QVERIFY(store.given().isEmpty());
    }

    void onlyWingspanKnowsThemElsewhere()
    {
        for (const QString &wire : {u"wingspan"_s, u"temporal"_s, u"oneshot"_s}) {
            Stage stage;
            const Account &account = enterBy(stage, wire);
            const AuthorizationStore &store = *stage.accounts.authorizations(account.id());
            QCOMPARE(store.isOffered(), wire == "wingspan"_L1);
            QCOMPARE(store.canGive() && store.canChange() && store.canRevoke(),
                     wire == "wingspan"_L1);
        }
    }
};

LATCHKEY_TEST(AuthorizationStoreTest)
#include "tst_authorizations.moc"
