#include "wingspanrows.h"
#include "wire/wingspan/wingspan.h"

namespace latchkey::test::wingspan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Server = Row::Server;

namespace {

const QString phone = u"(410) 435-0691 x609"_s;

/// The code that came there is to be given back.
void emailed(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    scene.code = stage.codeSentTo(scene.email);
}

void texted(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    mustThere(stage, wire::wingspanWire(), api::StartPhoneVerification{phone, {}}, scene.token);
    scene.code = stage.codeSentTo(u"+14104350691"_s);
}

void health(Table &table)
{
    using Op = api::DescribeServer;
    table.succeeds<Op>(
        "usual", [](const Scene &) { return Op(); },
        [](Checks &checks, const api::ServerDescription &server, const Scene &) {
            checks.same("wires", server.wires, {u"wingspan"_s});
        });
}

void others(Table &table)
{
    using Op = api::ShowUser;
    const auto make = [](const Scene &scene) { return Op{scene.helped}; };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::UserCard &card, const Scene &scene) {
                          checks.same("id", card.id.text(), scene.helped.text());
                          checks.same("name", card.name, userNameOf(scene));
                      })
        .with(joined);
    table
        .refuses<Op>(
            "userUnknown", [](const Scene &) { return Op{api::UserId(u"usr_none"_s)}; }, notFound)
        .with(joined);
    guardsThere<Op>(table, foreign(), make);
}

auto isOneself()
{
    return [](Checks &checks, const api::UserCard &card, const Scene &scene) {
        checks.same("id", card.id.text(), scene.helped.text());
        checks.same("name", card.name, userNameOf(scene));
    };
}

void finding(Table &table)
{
    using ByEmail = api::FindByEmail;
    const auto email = [](const Scene &scene) { return ByEmail{scene.email}; };
    table.succeeds<ByEmail>("usual", email, isOneself()).with(joined);
    table
        .refuses<ByEmail>(
            "userUnknown", [](const Scene &) { return ByEmail{u"nobody@example.com"_s}; }, notFound)
        .with(joined);
    table
        .refuses<ByEmail>(
            "emailInvalid", [](const Scene &) { return ByEmail{u"a b@c"_s}; }, malformed)
        .with(joined);
    guardsThere<ByEmail>(table, foreign(), email);

    using ByTag = api::FindByTag;
    const auto tag = [](const Scene &scene) { return ByTag{scene.tag}; };
    table.succeeds<ByTag>("usual", tag, isOneself()).with(joined);
    table.refuses<ByTag>(
             "userUnknown", [](const Scene &) { return ByTag{u"@nobody"_s}; }, notFound)
        .with(joined);
    guardsThere<ByTag>(table, foreign(), tag);
}

void joiningByEmail(Table &table)
{
    using Op = api::SignUpByEmail;
    const auto make = [](const Scene &scene) {
        return Op{.name = userNameOf(scene), .email = scene.email};
    };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::SignUpProgress &progress, const Scene &scene) {
                          if (!progress.joined)
                              return checks.isTrue("joined", false);
                          const api::User &user = *progress.joined;
                          checks.same("user.email", user.email, scene.email);
                          checks.same("user.name", user.name, userNameOf(scene));
                          checks.isTrue("not verified", !user.emailVerified);
                          checks.isTrue("no password", !user.hasPassword);
                      })
        .on(Server::Mailing);
    table.refuses<Op>("taken", make, foreign().taken).on(Server::Mailing).with(joined);
    table.refuses<Op>("noMail", make, conflict);
    table.refuses<Op>("closed", make, notAllowed).on(Server::Closed);
}

void resetting(Table &table)
{
    using Op = api::RequestPasswordReset;
    const auto make = [](const Scene &scene) { return Op{scene.email}; };
    const auto check = [](Checks &, const api::ResetRequested &, const Scene &) {};
    table.succeeds<Op>("usual", make, check).on(Server::Mailing).with(joinedAWhileAgo);
    table.succeeds<Op>("nobody", make, check).on(Server::Mailing);
    table.refuses<Op>("noMail", make, conflict);
}

auto isSentTo(const QString &prefix)
{
    return [prefix](Checks &checks, const api::CodeSent &sent, const Scene &scene) {
        checks.same("to", sent.to, QString(prefix + scene.email));
    };
}

void changingEmail(Table &table)
{
    using Op = api::StartEmailChange;
    const auto to = [](const QString &prefix) {
        return [prefix](const Scene &scene) { return Op{QString(prefix + scene.email)}; };
    };
    table.succeeds<Op>("usual", to(u"countess."_s), isSentTo(u"countess."_s))
        .on(Server::Mailing)
        .with(joined);
    table.refuses<Op>("emailUnchanged", to({}), malformed).on(Server::Mailing).with(joined);
    table.refuses<Op>("noMail", to(u"countess."_s), conflict).with(joined);
    table.refuses<Op>("stepUpNeeded", to(u"countess."_s), stepUpNeeded).with(late(joined));
    guardsThere<Op>(table, foreign(), to(u"countess."_s));
}

void verifyingEmail(Table &table)
{
    using Start = api::StartEmailVerification;
    const auto start = [](const Scene &) { return Start(); };
    table.succeeds<Start>("usual", start, isSentTo({})).on(Server::Mailing).with(joinedAWhileAgo);
    table.refuses<Start>("codeTooSoon", start, tooMany(u"codeTooSoon"_s))
        .on(Server::Mailing)
        .with(joined);
    guardsThere<Start>(table, foreign(), start);

    using Finish = api::FinishEmailVerification;
    const auto with = [](const std::optional<Secret> &code) {
        return [code](const Scene &scene) { return Finish{.code = code.value_or(scene.code)}; };
    };
    const auto check = [](Checks &checks, const api::User &user, const Scene &scene) {
        checks.same("user.id", user.id.text(), scene.helped.text());
        checks.same("user.email", user.email, scene.email);
        checks.isTrue("verified", user.emailVerified);
    };
    table.succeeds<Finish>("usual", with({}), check).on(Server::Mailing).with(emailed);
    // Its page has one operation for both.
    table.succeeds<Finish>("ofAnother", with({}), check)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            joined(stage, scene);
            scene.email.prepend(u"countess."_s);
            mustThere(stage, wire::wingspanWire(), api::StartEmailChange{scene.email}, scene.token);
            scene.code = stage.codeSentTo(scene.email);
        });
    table.refuses<Finish>("wrongCode", with(Secret(QByteArray("12345x"))), wrongCode)
        .on(Server::Mailing)
        .with(emailed);
    guardsThere<Finish>(table, foreign(), with({}));
}

void verifyingPhone(Table &table)
{
    using Start = api::StartPhoneVerification;
    const auto of = [](const QString &number) {
        return [number](const Scene &) { return Start{number, {}}; };
    };
    table
        .succeeds<Start>("usual", of(phone),
                         [](Checks &checks, const api::CodeSent &sent, const Scene &) {
                             checks.same("to", sent.to, u"+14104350691"_s);
                         })
        .on(Server::Mailing)
        .with(joined);
    table.refuses<Start>("phoneInvalid", of(u"12"_s), malformed).on(Server::Mailing).with(joined);
    table.refuses<Start>("noTexts", of(phone), {Error::Kind::Rejected, 422}).with(joined);
    table.refuses<Start>("stepUpNeeded", of(phone), stepUpNeeded).with(late(joined));
    guardsThere<Start>(table, foreign(), of(phone));

    using Finish = api::FinishPhoneVerification;
    const auto with = [](const std::optional<Secret> &code) {
        return [code](const Scene &scene) { return Finish{code.value_or(scene.code)}; };
    };
    table
        .succeeds<Finish>("usual", with({}),
                          [](Checks &checks, const api::User &user, const Scene &scene) {
                              checks.same("user.id", user.id.text(), scene.helped.text());
                              checks.same("user.phone", user.phone.value_or(QString()),
                                          u"+14104350691"_s);
                          })
        .on(Server::Mailing)
        .with(texted);
    table.refuses<Finish>("wrongCode", with(Secret(QByteArray("12345x"))), wrongCode)
        .on(Server::Mailing)
        .with(texted);
    table.refuses<Finish>("stepUpNeeded", with({}), stepUpNeeded).with(late(joined));
    guardsThere<Finish>(table, foreign(), with({}));
}

} // namespace

void addOwnAccounts(Table &table)
{
    health(table);
    others(table);
    finding(table);
    joiningByEmail(table);
    resetting(table);
    changingEmail(table);
    verifyingEmail(table);
    verifyingPhone(table);
}

} // namespace latchkey::test::wingspan
