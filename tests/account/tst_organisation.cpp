#include "account/actingonbehalf.h"
#include "account/organisationstore.h"
#include "foreignstage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;

/// Accounts that one made for others, and who made it, as the pages find them.
class OrganisationStoreTest : public QObject
{
    Q_OBJECT

    static api::ChildAccount bob(const QString &id = u"u2"_s)
    {
        api::ChildAccount child{.user = Stage::user(u"Bob"_s), .parent = api::UserId(u"u1"_s)};
        child.user.id = api::UserId(id);
        child.user.email = u"bob@example.com"_s;
        return child;
    }
    static api::Organisation byMary()
    {
        return {.parent = api::UserCard{.id = api::UserId(u"u7"_s), .name = u"Mary"_s}};
    }
    static void answerLoad(Stage &stage, const QList<api::ChildAccount> &children,
                           const api::Organisation &organisation = {})
    {
        stage.answer<api::ListChildAccounts>({.accounts = children});
        stage.answer<api::ShowOrganisation>(organisation);
    }
    static OrganisationStore &loaded(Stage &stage, const api::Organisation &organisation = {})
    {
        OrganisationStore &store = *stage.accounts.organisation(stage.signIn().id());
        store.load();
        answerLoad(stage, {bob()}, organisation);
        return store;
    }
    static api::Event changed()
    {
        return {.id = api::EventId(u"e1"_s), .kind = api::EventKind::OrganisationChanged};
    }

private Q_SLOTS:
    void nothingIsLoadedUntilSomebodyWantsIt()
    {
        Stage stage;
        OrganisationStore &store = *stage.accounts.organisation(stage.signIn().id());
        QVERIFY(store.isOffered() && store.canMake() && store.canAct() && store.canLeave());
        QVERIFY(store.isWelcomed() && store.isReasonTold() && store.canSetInheritance());
        stage.happen(changed());
        QCOMPARE(stage.line(), QByteArray());
        store.load();
        QCOMPARE(stage.line(), QByteArray("GET /v1/organisation/accounts"));
        stage.answer<api::ListChildAccounts>({.accounts = {bob()}});
        QVERIFY(store.isLoading() && !store.isLoaded());
        QCOMPARE(stage.line(), QByteArray("GET /v1/organisation"));
        stage.answer<api::ShowOrganisation>(byMary());
        QVERIFY(store.isLoaded() && !store.isLoading());
        QCOMPARE(store.children(), QList{bob()});
        QCOMPARE(store.parent(), byMary().parent);
    }

    void aChangeElsewhereIsHeardOf()
    {
        Stage stage;
        OrganisationStore &store = loaded(stage, byMary());
        stage.happen(changed());
        QVERIFY(store.isLoading());
        answerLoad(stage, {}, {});
        QVERIFY(store.children().isEmpty() && !store.parent());
    }

    void aFailedLoadKeepsWhatWasKnown_data()
    {
        QTest::addColumn<bool>("isSecond");
        QTest::newRow("children") << false;
        QTest::newRow("parent") << true;
    }

    void aFailedLoadKeepsWhatWasKnown()
    {
        QFETCH(const bool, isSecond);
        Stage stage;
        OrganisationStore &store = loaded(stage, byMary());
        store.load();
        if (isSecond)
            stage.answer<api::ListChildAccounts>({});
        stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(store.lastError() && !store.isLoading());
        QCOMPARE(store.children().size(), 1);
        QVERIFY(store.parent());
    }

    void oneThatIsMadeStandsThereAtOnceAndOnce()
    {
        Stage stage;
        OrganisationStore &store = loaded(stage);
        store.make({.name = u"Eve"_s, .email = u"eve@example.com"_s});
        QCOMPARE(stage.line(), QByteArray("POST /v1/organisation/accounts"));
        stage.answer<api::MakeChildAccount>(bob(u"u3"_s));
        QCOMPARE(store.children(), (QList{bob(), bob(u"u3"_s)}));
        stage.happen(changed());
        answerLoad(stage, {bob(), bob(u"u3"_s)});
        QCOMPARE(store.children().size(), 2);
    }

    /// The children's accounts are theirs, whatever an answer tells of them.
    void noChildIsTakenForOneself()
    {
        Stage stage;
        OrganisationStore &store = loaded(stage);
        const Account &account = *stage.accounts.account(stage.accounts.ids().first());
        store.make({.name = u"Eve"_s, .email = u"eve@example.com"_s});
        api::ChildAccount eve = bob(u"u3"_s);
        eve.user.version = 9;
        stage.answer<api::MakeChildAccount>(eve);
        QCOMPARE(account.user()->name, u"Ada"_s);
        QCOMPARE(account.user()->id, api::UserId(u"u1"_s));
    }

    void setsWhatAChildTakes()
    {
        Stage stage;
        OrganisationStore &store = loaded(stage);
        const api::UserId id = bob().user.id;
        const api::Inheritance wanted{.payoutSettings = api::Inherited::Parent};
        store.setInheritance(id, wanted);
        QVERIFY(store.isPending(id));
        QCOMPARE(stage.line(), QByteArray("PATCH /v1/organisation/accounts/u2"));
        api::ChildAccount taking = bob();
        taking.inheritance = wanted;
        stage.answer<api::SetInheritance>(taking);
        QVERIFY(!store.isPending(id));
        QCOMPARE(store.children(), QList{taking});
        QCOMPARE(stage.line(), QByteArray());
    }

    void aRefusedInheritanceStaysAsItIs()
    {
        Stage stage;
        OrganisationStore &store = loaded(stage);
        const api::UserId id = bob().user.id;
        const api::Inheritance wanted{.payoutSettings = api::Inherited::Parent};
        store.setInheritance(id, wanted);
        stage.refuse(Error::of(Kind::Server, u"internal"_s));
        QVERIFY(!store.isPending(id) && !store.isLoading());
        store.setInheritance(id, wanted);
        stage.refuse(Error::of(Kind::NotFound, u"childUnknown"_s));
        QVERIFY(!store.isPending(id) && store.isLoading());
        QCOMPARE(store.children(), QList{bob()});
    }

    void leavesOnce()
    {
        Stage stage;
        OrganisationStore &store = loaded(stage, byMary());
        store.leave();
        QVERIFY(store.isLeaving());
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/organisation"));
        QVERIFY(store.parent()); // until the server says so
        stage.answer<api::LeaveOrganisation>({});
        QVERIFY(!store.parent() && !store.isLeaving());
        QCOMPARE(store.children().size(), 1);
    }

    void aRefusedLeaveLeavesNobody()
    {
        Stage stage;
        OrganisationStore &store = loaded(stage, byMary());
        store.leave();
        stage.refuse(Error::of(Kind::Server, u"internal"_s));
        QVERIFY(store.parent() && !store.isLeaving());
    }

    void aParentActsInTheAccountOfItsChild()
    {
        Stage stage;
        loaded(stage);
        const ProfileId own = stage.accounts.ids().first();
        std::optional<Result<ProfileId>> begun;
        stage.accounts.acting()
            .beginInChild(own, bob().user, u"They asked for help"_s)
            .then(this, [&](const auto &result) { begun = result; });
        QCOMPARE(stage.line(), QByteArray("POST /v1/organisation/accounts/u2/session"));
        QVERIFY(stage.asked().body.contains("They asked for help"));
        api::SignedIn signedIn{
            .token = Secret(u"lks_2"_s), .user = bob().user, .session = Stage::session(u"s9"_s)};
        signedIn.session.kind = api::SessionKind::OnBehalf;
        stage.answer<api::SignInAsParent>(signedIn);
        QVERIFY(begun && *begun);
        const Account &there = *stage.accounts.account(begun->value());
        QVERIFY(there.isActing());
        QCOMPARE(there.user()->name, u"Bob"_s);
        QCOMPARE(there.profile().acting->by, own);
        // Nothing of this is for whoever acts there.
        QVERIFY(!stage.accounts.organisation(there.id())->isOffered());
        QVERIFY(!stage.accounts.organisation(there.id())->canLeave());
        const Account &still = *stage.accounts.account(own);
        QCOMPARE(still.user()->name, u"Ada"_s);
        QCOMPARE(still.credential()->revealText(), u"lk-token-1"_s);
    }

    /// Wingspan tells with it neither name nor address of the child.
    void onWingspanAChildKeepsItsName()
    {
        Stage stage;
        const ProfileId own = enterBy(stage, u"wingspan"_s).id();
        OrganisationStore &store = *stage.accounts.organisation(own);
        QVERIFY(store.canSetInheritance());
        say(stage, 200, adaOfWingspan);
        const auto spoken = wireOf({.name = u"wingspan"_s});
        store.load();
        stage.give(
            spoken->translation<api::ListChildAccounts>()->writeReply({.accounts = {bob()}}, {}));
        api::ChildAccount taking = bob();
        taking.inheritance.mainAccount = api::Inherited::Parent;
        store.setInheritance(taking.user.id, taking.inheritance);
        QCOMPARE(stage.line(), QByteArray("PATCH /users/organization/user/u2/associate"));
        stage.give(spoken->translation<api::SetInheritance>()->writeReply(taking, {}));
        QCOMPARE(store.children().first().inheritance, taking.inheritance);
        QCOMPARE(store.children().first().user.name, u"Bob"_s);
    }

    /// Wingspan answers with a session alone, and knows nobody's parent.
    void onWingspanTheAccountIsTheOneThatWasChosen()
    {
        Stage stage;
        const ProfileId own = enterBy(stage, u"wingspan"_s).id();
        OrganisationStore &store = *stage.accounts.organisation(own);
        QVERIFY(store.isOffered() && store.canMake() && store.canAct());
        QVERIFY(!store.canLeave());
        QVERIFY(!store.isWelcomed() && !store.isReasonTold());
        say(stage, 200, adaOfWingspan);
        store.load();
        QCOMPARE(stage.line(), QByteArray("GET /users/organization/user"));
        stage.give(wireOf({.name = u"wingspan"_s})
                       ->translation<api::ListChildAccounts>()
                       ->writeReply({.accounts = {bob()}}, {}));
        QVERIFY(store.isLoaded() && !store.parent());
        QCOMPARE(store.children().first().user.email, u"bob@example.com"_s);
        std::optional<Result<ProfileId>> begun;
        stage.accounts.acting()
            .beginInChild(own, bob().user, u"They asked for help"_s)
            .then(this, [&](const auto &result) { begun = result; });
        QCOMPARE(stage.line(), QByteArray("GET /users/organization/user/u2/session"));
        say(stage, 200, sessionOfWingspan(2).replace(R"("userId":"usr_1")", R"("userId":"u2")"));
        QVERIFY(begun && *begun);
        const Account &there = *stage.accounts.account(begun->value());
        QCOMPARE(there.user()->id, api::UserId(u"u2"_s));
        QCOMPARE(there.user()->name, u"Bob"_s);
        QCOMPARE(there.profile().title(), u"Bob"_s);
    }
};

LATCHKEY_TEST(OrganisationStoreTest)
#include "tst_organisation.moc"
