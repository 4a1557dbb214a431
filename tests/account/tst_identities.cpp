#include "account/identitystore.h"
#include "account/providersettings.h"
#include "browser.h"
#include "support/testrunner.h"

#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;

namespace {

api::Identity identity(const QString &id, const QString &name = u"ada@acme.example"_s)
{
    return {.id = api::IdentityId(id), .provider = acme(), .name = name};
}

struct Open
{
    Open()
        : account(stage.signIn())
        , store(*stage.accounts.identities(account.id()))
    {}

    void load(const QList<api::Identity> &identities)
    {
        store.load();
        stage.answer<api::ListIdentities>({.identities = identities});
    }

    void seeAda()
    {
        stage.answer<api::ShowVisit>({.provider = acme(), .name = u"ada@acme.example"_s});
    }

    Stage stage;
    Browser browser{stage};
    Account &account;
    IdentityStore &store;
};

api::Provider provider(const QString &id, const QString &name)
{
    return {.id = api::ProviderId(id),
            .name = name,
            .issuer = u"https://login.example"_s,
            .clientId = u"latchkey"_s};
}

} // namespace

class IdentitiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptTrueOnceItIsWanted()
    {
        Open one;
        const api::Event changed{.id = api::EventId(u"e1"_s),
                                 .kind = api::EventKind::IdentitiesChanged};
        one.stage.happen(changed);
        QCOMPARE(one.stage.line(), QByteArray());
        one.load({identity(u"i1"_s)});
        QCOMPARE(one.store.identities().size(), 1);
        one.stage.happen(changed);
        QCOMPARE(one.stage.line(), QByteArray("GET /v1/identities"));
        one.stage.breakOff();
        QCOMPARE(one.store.identities().size(), 1);
        QVERIFY(one.store.lastError());
    }

    void connectsWhomTheProviderSees()
    {
        Open one;
        one.load({});
        const QSignalSpy connected(&one.store, &IdentityStore::connected);
        one.store.connectTo(acme());
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/provider-visits"));
        one.browser.send();
        one.browser.bring("state=st1&code=c1");
        QVERIFY(one.store.isConnecting());
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/provider-visits/show"));
        QVERIFY(one.stage.asked().body.contains("\"code\":\"c1\""));
        one.seeAda();
        QVERIFY(!one.store.isConnecting());
        QCOMPARE(one.store.seen()->name, u"ada@acme.example"_s);
        QCOMPARE(one.stage.line(), QByteArray()); // nothing before somebody said that it is them
        one.store.connectSeen();
        QVERIFY(one.store.isConnecting());
        QVERIFY(!one.store.seen());
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/identities"));
        QCOMPARE(one.stage.asked().body, QByteArray(R"({"id":"v1"})"));
        one.stage.answer<api::LinkIdentity>(identity(u"i1"_s));
        QCOMPARE(connected.size(), 1);
        QVERIFY(!one.store.isConnecting());
        QCOMPARE(one.store.identities().size(), 1);
    }

    void saysWhyOneWasNotConnected()
    {
        Open one;
        one.store.connectTo(acme());
        settle();
        one.browser.send();
        one.browser.bring("state=st1&error=access_denied");
        QCOMPARE(one.store.connectError()->code, u"visitDenied"_s);
        one.store.connectTo(acme());
        QVERIFY(!one.store.connectError());
        settle();
        one.browser.send();
        one.browser.bring("state=st1&code=c1");
        one.seeAda();
        one.store.connectSeen();
        one.stage.refuse(Error::of(Kind::Conflict, u"identityElsewhere"_s));
        QCOMPARE(one.store.connectError()->code, u"identityElsewhere"_s);
        QVERIFY(one.store.identities().isEmpty());
        // That the provider did not take the code says nothing of the session here.
        one.store.connectTo(acme());
        settle();
        one.browser.send();
        one.browser.bring("state=st1&code=c1");
        one.stage.refuse(Error::of(Kind::Unauthorized, u"visitRefused"_s));
        QCOMPARE(one.store.connectError()->code, u"visitRefused"_s);
        QVERIFY(one.account.state().isSignedIn());
    }

    void whoIsNotMeantIsForgotten()
    {
        Open one;
        one.store.connectTo(acme());
        settle();
        one.browser.send();
        one.browser.bring("state=st1&code=c1");
        one.seeAda();
        one.store.forgetSeen();
        QVERIFY(!one.store.seen());
        one.store.connectSeen();
        QVERIFY(!one.store.isConnecting());
        QCOMPARE(one.stage.line(), QByteArray());
    }

    void aVisitEndsWithTheSession()
    {
        Open one;
        one.store.connectTo(acme());
        settle();
        one.browser.send();
        one.account.close(AccountState::Reason::ByPerson);
        QVERIFY(!one.store.visit().isUnderWay());
    }

    void removesOne()
    {
        Open one;
        one.load({identity(u"i1"_s), identity(u"i2"_s)});
        one.store.unlink(api::IdentityId(u"i1"_s));
        QVERIFY(one.store.isPending(api::IdentityId(u"i1"_s)));
        QCOMPARE(one.stage.line(), QByteArray("DELETE /v1/identities/i1"));
        one.stage.refuse(Error::of(Kind::Conflict, u"lastWayIn"_s));
        QCOMPARE(one.store.identities().size(), 2);
        one.store.unlink(api::IdentityId(u"i1"_s));
        one.stage.answer<api::UnlinkIdentity>({});
        QCOMPARE(one.store.identities().size(), 1);
        QCOMPARE(one.stage.line(), QByteArray("GET /v1/identities"));
    }

    void providersAreForAdministratorsAlone()
    {
        Open one;
        api::User user = Stage::user(u"Ada"_s, 2);
        user.role = api::Role::Support;
        one.account.learn(user);
        QVERIFY(!ProviderSettings::isOffered(one.account));
        user.role = api::Role::Admin;
        user.version = 3;
        one.account.learn(user);
        QVERIFY(ProviderSettings::isOffered(one.account));
    }

    void providersAreAddedChangedAndRemoved()
    {
        Open one;
        ProviderSettings settings(one.account);
        settings.load();
        one.stage.answer<api::ListProviders>({.providers = {provider(u"p1"_s, u"Acme"_s)}});
        QCOMPARE(settings.providers().size(), 1);
        settings.add({.name = u"House"_s, .issuer = u"https://house.example"_s});
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/providers"));
        one.stage.answer<api::AddProvider>(provider(u"p2"_s, u"House"_s));
        QCOMPARE(settings.providers().size(), 2);
        settings.edit({.id = api::ProviderId(u"p1"_s), .isOn = false});
        QVERIFY(settings.isPending(api::ProviderId(u"p1"_s)));
        api::Provider off = provider(u"p1"_s, u"Acme"_s);
        off.isOn = false;
        one.stage.answer<api::EditProvider>(off);
        QVERIFY(!settings.providers().first().isOn);
        settings.remove(api::ProviderId(u"p1"_s));
        one.stage.answer<api::RemoveProvider>({});
        QCOMPARE(settings.providers().size(), 1);
        QCOMPARE(settings.providers().first().name, u"House"_s);
    }

    void aLoadThatKnowsNothingOfAChangeIsAskedAgain()
    {
        Open one;
        ProviderSettings settings(one.account);
        settings.add({.name = u"House"_s});
        settings.load();
        one.stage.answer<api::AddProvider>(provider(u"p2"_s, u"House"_s));
        QCOMPARE(one.stage.line(), QByteArray("GET /v1/providers"));
        one.stage.answer<api::ListProviders>({.providers = {provider(u"p2"_s, u"House"_s)}});
        QCOMPARE(settings.providers().size(), 1);
        QVERIFY(settings.isLoaded());
    }
};

LATCHKEY_TEST(IdentitiesTest)

#include "tst_identities.moc"
