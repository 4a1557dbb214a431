#include "visitrows.h"

/// The identity providers of a server, as its administrators set them.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal providerExists{Kind::Conflict, 409, u"providerExists"_s};
const Refusal roleTooLow{Kind::Forbidden, 403, u"roleTooLow"_s};
const Refusal domainInvalid{.code = u"domainInvalid"_s, .field = u"domains"_s};
const Refusal domainTaken{Kind::Conflict, 409, u"domainTaken"_s, u"domains"_s};

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

/// An administrator asks, who has just given their password, of a server without providers.
void administrator(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.help(scene);
    stage.removeProviders(scene);
}

/// ... and a provider is there, at the example's own domain.
void withProvider(Stage &stage, Scene &scene)
{
    administrator(stage, scene);
    stage.addProvider(scene);
}

api::AddProvider adding(const Scene &)
{
    return {.kind = api::ProviderKind::OpenId,
            .name = u"Example"_s,
            .issuer = FakeProviders::openId,
            .clientId = u"latchkey"_s,
            .clientSecret = Secret(QByteArray("the secret")),
            .domains = {u" Example.COM"_s, u"example.org"_s},
            .makesAccounts = true};
}

void checkProvider(Checks &checks, const api::Provider &provider, const Scene &scene)
{
    checks.isTrue("an id", provider.id.text().startsWith(u"prv_"_s));
    checks.same("kind", int(provider.kind), int(api::ProviderKind::OpenId));
    checks.same("name", provider.name, u"Example"_s);
    checks.same("issuer", provider.issuer, FakeProviders::openId);
    checks.same("clientId", provider.clientId, u"latchkey"_s);
    checks.same("hasSecret", provider.hasSecret, true);
    checks.same("domains", provider.domains, QList<QString>{u"example.com"_s, u"example.org"_s});
    checks.same("makesAccounts", provider.makesAccounts, true);
    checks.same("isOn", provider.isOn, true);
    checks.same("createdAt", toRfc3339(provider.createdAt), toRfc3339(scene.now));
}

void additions(Table &table)
{
    using Op = api::AddProvider;
    table.succeeds<Op>("usual", adding, checkProvider).on(Server::Providers).with(administrator);
    const auto refuses = [&table](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(adding, change), refusal)
            .on(Server::Providers)
            .with(administrator);
    };
    const auto issuer = [&](const char *name, const QString &text, const QString &code) {
        refuses(name, [text](Op &op) { op.issuer = text; }, {.code = code, .field = u"issuer"_s});
    };
    issuer("issuerInvalid", u"http://login.example.com"_s, u"issuerInvalid"_s);
    issuer("issuerMismatch", u"https://another.example.com"_s, u"issuerMismatch"_s);
    issuer("notAProvider", u"https://page.example.com"_s, u"notAProvider"_s);
    issuer("issuerTooLong", QString(301, u'x'), u"tooLong"_s);
    refuses(
        "providerUnreachable", [](Op &op) { op.issuer = u"https://unreachable.example.com"_s; },
        {.kind = Kind::Server, .status = 503, .code = u"providerUnreachable"_s, .saysWhen = true});
    refuses("nameOfSpaces", [](Op &op) { op.name = u"  "_s; },
            {.code = u"empty"_s, .field = u"name"_s});
    refuses("nameTooLong", [](Op &op) { op.name = QString(61, u'x'); },
            {.code = u"tooLong"_s, .field = u"name"_s});
    refuses("clientIdTooLong", [](Op &op) { op.clientId = QString(201, u'x'); },
            {.code = u"tooLong"_s, .field = u"clientId"_s});
    refuses("clientSecretTooLong", [](Op &op) { op.clientSecret = Secret(QByteArray(501, 'x')); },
            {.code = u"tooLong"_s, .field = u"clientSecret"_s});
    refuses("tooManyDomains", [](Op &op) { op.domains = QList<QString>(51, u"example.com"_s); },
            {.code = u"tooMany"_s, .field = u"domains"_s});
    refuses("domainInvalid", [](Op &op) { op.domains = {u"not a domain"_s}; }, domainInvalid);
    const auto afterOne = [&](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(adding, change), refusal)
            .on(Server::Providers)
            .with(withProvider);
    };
    afterOne("providerExists", [](Op &) {}, providerExists);
    afterOne("domainTaken", [](Op &op) { op.clientId = u"another"_s; }, domainTaken);
    table.refuses<Op>("roleTooLow", adding, roleTooLow).with(person);
    table.guards<Op>(adding);
}

api::EditProvider renaming(const Scene &scene)
{
    api::EditProvider op;
    op.id = scene.provider;
    op.name = u"Renamed"_s;
    return op;
}

void editing(Table &table)
{
    using Op = api::EditProvider;
    table
        .succeeds<Op>("usual", renaming,
                      [](Checks &checks, const api::Provider &provider, const Scene &scene) {
                          api::Provider rest = provider;
                          rest.name = u"Example"_s;
                          checkProvider(checks, rest, scene);
                          checks.same("name", provider.name, u"Renamed"_s);
                      })
        .on(Server::Providers)
        .with(withProvider);
    table
        .succeeds<Op>("everythingElse",
                      with(renaming,
                           [](Op &op) {
                               op.name.reset();
                               op.clientId = u"other"_s;
                               op.clientSecret = Secret(QByteArray("another"));
                               op.domains = QList<QString>();
                               op.makesAccounts = false;
                               op.isOn = false;
                           }),
                      [](Checks &checks, const api::Provider &provider, const Scene &) {
                          checks.same("clientId", provider.clientId, u"other"_s);
                          checks.isTrue("no domains", provider.domains.isEmpty());
                          checks.same("makesAccounts", provider.makesAccounts, false);
                          checks.same("isOn", provider.isOn, false);
                      })
        .on(Server::Providers)
        .with(withProvider);
    table
        .succeeds<Op>("noSecret",
                      with(renaming, [](Op &op) { op.clientSecret = Secret(QByteArray("")); }),
                      [](Checks &checks, const api::Provider &provider, const Scene &) {
                          checks.same("hasSecret", provider.hasSecret, false);
                      })
        .on(Server::Providers)
        .with(withProvider);
    const auto refuses = [&table](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(renaming, change), refusal)
            .on(Server::Providers)
            .with(withProvider);
    };
    refuses("nameTooLong", [](Op &op) { op.name = QString(61, u'x'); },
            {.code = u"tooLong"_s, .field = u"name"_s});
    refuses("clientIdTooLong", [](Op &op) { op.clientId = QString(201, u'x'); },
            {.code = u"tooLong"_s, .field = u"clientId"_s});
    refuses("clientSecretTooLong", [](Op &op) { op.clientSecret = Secret(QByteArray(501, 'x')); },
            {.code = u"tooLong"_s, .field = u"clientSecret"_s});
    refuses("tooManyDomains", [](Op &op) { op.domains = QList<QString>(51, u"example.com"_s); },
            {.code = u"tooMany"_s, .field = u"domains"_s});
    refuses(
        "domainInvalid", [](Op &op) { op.domains = QList<QString>{u"localhost"_s}; },
        domainInvalid);
    table.refuses<Op>("providerUnknown", renaming, providerUnknown).with(administrator);
    table.refuses<Op>("roleTooLow", renaming, roleTooLow).with(person);
    table.guards<Op>(renaming);
}

void listing(Table &table)
{
    using Op = api::ListProviders;
    const auto ask = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", ask,
                      [](Checks &checks, const api::Providers &all, const Scene &scene) {
                          if (all.providers.size() != 1)
                              return checks.isTrue("one", false);
                          checkProvider(checks, all.providers.first(), scene);
                      })
        .on(Server::Providers)
        .with(withProvider);
    table.refuses<Op>("roleTooLow", ask, roleTooLow).with(person);
    table.guards<Op>(ask);
}

void removing(Table &table)
{
    using Op = api::RemoveProvider;
    const auto make = [](const Scene &scene) { return Op{scene.provider}; };
    table.succeeds<Op>("usual", make, [](Checks &, Nothing, const Scene &) {})
        .on(Server::Providers)
        .with(withProvider);
    table.refuses<Op>("providerUnknown", make, providerUnknown).with(administrator);
    table.refuses<Op>("roleTooLow", make, roleTooLow).with(person);
    table.guards<Op>(make);
}

/// What everybody is told of it.
void telling(Table &table)
{
    using Describe = api::DescribeServer;
    table
        .succeeds<Describe>(
            "withAProvider", [](const Scene &) { return Describe(); },
            [](Checks &checks, const api::ServerDescription &server, const Scene &scene) {
                checks.isTrue("the provider",
                              server.providers ==
                                  QList{api::ProviderCard{scene.provider, api::ProviderKind::OpenId,
                                                          u"Example"_s}});
            })
        .on(Server::Providers)
        .with(withProvider);
    using Identify = api::IdentifyUser;
    table
        .succeeds<Identify>(
            "atAProvider", [](const Scene &scene) { return Identify{scene.email}; },
            [](Checks &checks, const api::SignInWays &ways, const Scene &scene) {
                checks.isTrue("there first", ways.ways == QList{api::SignInWay::Provider,
                                                                api::SignInWay::Password});
                checks.isTrue("the provider", ways.provider && ways.provider->id == scene.provider);
            })
        .on(Server::Providers)
        .with(withProvider);
}

} // namespace

void addProviders(Table &table)
{
    additions(table);
    editing(table);
    listing(table);
    removing(table);
    telling(table);
}

} // namespace latchkey::test
