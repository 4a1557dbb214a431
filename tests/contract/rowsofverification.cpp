#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const QString thePhone = u"+14104350691"_s;
const Refusal wrongCode{.code = u"wrongCode"_s, .field = u"code"_s};
const Refusal codeEmpty{.code = u"empty"_s, .field = u"code"_s};
const Refusal codeTooLong{.code = u"tooLong"_s, .field = u"code"_s};
const Refusal noMail{Kind::Conflict, 409, u"noMail"_s};
const Refusal noTexts{Kind::Conflict, 409, u"noTexts"_s};
const Refusal codeTooSoon{
    .kind = Kind::RateLimited, .status = 429, .code = u"codeTooSoon"_s, .saysWhen = true};

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

QString newEmail(const Scene &scene)
{
    return u"new."_s + scene.email;
}

QString someoneElse(const Scene &scene)
{
    return u"other."_s + scene.email;
}

api::StartPhoneVerification withPhone(const Scene &)
{
    return {u"(410) 435-0691 x609"_s, u"US"_s};
}

void verifying(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.must(api::StartEmailVerification(), scene.token);
    scene.code = stage.codeSentTo(scene.email);
}

void changing(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.must(api::StartEmailChange{newEmail(scene)}, scene.token);
    scene.code = stage.codeSentTo(newEmail(scene));
}

void changed(Stage &stage, Scene &scene)
{
    changing(stage, scene);
    stage.must(api::FinishEmailChange{scene.code}, scene.token);
    scene.code = stage.codeSentTo(scene.email); // the way back
}

void calling(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.must(withPhone(scene), scene.token);
    scene.code = stage.codeSentTo(thePhone);
}

void called(Stage &stage, Scene &scene)
{
    calling(stage, scene);
    stage.must(api::FinishPhoneVerification{scene.code}, scene.token);
}

Table::Check<api::StartEmailVerification> sentTo(const std::function<QString(const Scene &)> &to)
{
    return [to](Checks &checks, const api::CodeSent &sent, const Scene &scene) {
        checks.same("to", sent.to, to(scene));
        checks.same("resendAt", toRfc3339(sent.resendAt), toRfc3339(scene.now + 60s));
        checks.same("expiresAt", toRfc3339(sent.expiresAt), toRfc3339(scene.now + 5min));
    };
}

void checkVerified(Checks &checks, const api::User &user, const QString &email,
                   const std::optional<QString> &phone)
{
    checks.same("email", user.email, email);
    checks.isTrue("verified", user.emailVerified);
    checks.isTrue("phone", user.phone == phone);
}

/// Some codes come with who they are of.
template <class Op>
Op given(const Scene &scene, const Secret &code)
{
    if constexpr (requires(Op op) { op.login; })
        return {scene.email, code};
    else
        return {code};
}

/// What every operation refuses that is given a code which was sent.
template <class Op>
void refusesCodes(Table &table, const Row::Prepare &sent)
{
    const auto with = [](const QByteArray &code) {
        return [code](const Scene &scene) { return given<Op>(scene, Secret(code)); };
    };
    table.refuses<Op>("wrongCode", with("12345x"), wrongCode).on(Server::Mailing).with(sent);
    table.refuses<Op>("noCodeSent", with("123456"), wrongCode).with(person);
    table.refuses<Op>("codeEmpty", with({}), codeEmpty).with(person);
    table.refuses<Op>("codeTooLong", with(QByteArray(65, '1')), codeTooLong).with(person);
    table.guards<Op>(with("123456"));
}

void email(Table &table)
{
    using Start = api::StartEmailVerification;
    const auto start = [](const Scene &) { return Start(); };
    table.succeeds<Start>("usual", start, sentTo([](const Scene &scene) { return scene.email; }))
        .on(Server::Mailing)
        .with(person);
    table.refuses<Start>("noMail", start, noMail).with(person);
    table.refuses<Start>("codeTooSoon", start, codeTooSoon).on(Server::Mailing).with(verifying);
    table.guards<Start>(start);

    using Finish = api::FinishEmailVerification;
    table
        .succeeds<Finish>(
            "usual", [](const Scene &scene) { return Finish{scene.code}; },
            [](Checks &checks, const api::User &user, const Scene &scene) {
                checkVerified(checks, user, scene.email, {});
            })
        .on(Server::Mailing)
        .with(verifying);
    refusesCodes<Finish>(table, verifying);
}

void emailByName(Table &table)
{
    using Op = api::VerifyEmail;
    const auto of = [](const QString &login) {
        return [login](const Scene &scene) { return Op{login, scene.code}; };
    };
    table
        .succeeds<Op>(
            "usual", [](const Scene &scene) { return given<Op>(scene, scene.code); },
            [](Checks &, Nothing, const Scene &) {})
        .on(Server::Mailing)
        .with(verifying);
    table.refuses<Op>("nobodysName", of(u"nobody"_s), wrongCode)
        .on(Server::Mailing)
        .with(verifying);
    table.refuses<Op>("loginTooLong", of(QString(255, u'a')),
                      {.code = u"tooLong"_s, .field = u"login"_s});
    refusesCodes<Op>(table, verifying);
}

void emailChange(Table &table)
{
    using Start = api::StartEmailChange;
    const auto to = [](const QString &email) {
        return [email](const Scene &) { return Start{email}; };
    };
    const QString countess = u"countess@example.com"_s;
    const auto start = to(countess);
    table.succeeds<Start>("usual", start, sentTo([=](const Scene &) { return countess; }))
        .on(Server::Mailing)
        .with(person);
    table
        .succeeds<Start>(
            "somebodys", [](const Scene &scene) { return Start{someoneElse(scene)}; },
            sentTo(someoneElse))
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            Scene other = scene;
            other.email = someoneElse(scene);
            stage.signUp(other);
            stage.signUp(scene);
        });
    table.refuses<Start>("noMail", start, noMail).with(person);
    table.refuses<Start>("codeTooSoon", start, codeTooSoon).on(Server::Mailing).with(changing);
    table
        .refuses<Start>("emailInvalid", to(u"a b@c"_s),
                        {.code = u"emailInvalid"_s, .field = u"email"_s})
        .with(person);
    table.refuses<Start>("emailTooShort", to(u"a"_s), {.code = u"tooShort"_s, .field = u"email"_s})
        .with(person);
    table.guards<Start>(start);

    using Finish = api::FinishEmailChange;
    table
        .succeeds<Finish>(
            "usual", [](const Scene &scene) { return Finish{scene.code}; },
            [](Checks &checks, const api::User &user, const Scene &scene) {
                checkVerified(checks, user, newEmail(scene), {});
            })
        .on(Server::Mailing)
        .with(changing);
    refusesCodes<Finish>(table, changing);

    using Back = api::TakeBackEmail;
    table
        .succeeds<Back>(
            "usual", [](const Scene &scene) { return Back{scene.code}; },
            [](Checks &, Nothing, const Scene &) {})
        .on(Server::Mailing)
        .with(changed);
    refusesCodes<Back>(table, changed);
}

void phone(Table &table)
{
    using Start = api::StartPhoneVerification;
    const auto with = [](const QString &phone, const std::optional<QString> &region = {}) {
        return [phone, region](const Scene &) { return Start{phone, region}; };
    };
    const auto refusal = [](const QString &code, const QString &field = u"phone"_s) {
        return Refusal{.code = code, .field = field};
    };
    table.succeeds<Start>("usual", withPhone, sentTo([](const Scene &) { return thePhone; }))
        .on(Server::Mailing)
        .with(person);
    table.refuses<Start>("noTexts", withPhone, noTexts).with(person);
    table.refuses<Start>("codeTooSoon", withPhone, codeTooSoon).on(Server::Mailing).with(calling);
    table.refuses<Start>("phoneNotValid", with(u"+1 410"_s), refusal(u"phoneNotValid"_s))
        .with(person);
    table
        .refuses<Start>("phoneNeedsCountry", with(u"410 435 0691"_s),
                        refusal(u"phoneNeedsCountry"_s))
        .with(person);
    table.refuses<Start>("phoneEmpty", with({}), refusal(u"empty"_s)).with(person);
    table.refuses<Start>("phoneTooLong", with(QString(65, u'1')), refusal(u"tooLong"_s))
        .with(person);
    table
        .refuses<Start>("regionTooShort", with(thePhone, u"U"_s),
                        refusal(u"tooShort"_s, u"region"_s))
        .with(person);
    table.guards<Start>(withPhone);

    using Finish = api::FinishPhoneVerification;
    table
        .succeeds<Finish>(
            "usual", [](const Scene &scene) { return Finish{scene.code}; },
            [](Checks &checks, const api::User &user, const Scene &scene) {
                checkVerified(checks, user, scene.email, thePhone);
            })
        .on(Server::Mailing)
        .with(calling);
    refusesCodes<Finish>(table, calling);
}

void removePhone(Table &table)
{
    using Op = api::RemovePhone;
    const auto make = [](const Scene &) { return Op(); };
    const auto check = [](Checks &checks, const api::User &user, const Scene &scene) {
        checkVerified(checks, user, scene.email, {});
    };
    table.succeeds<Op>("usual", make, check).on(Server::Mailing).with(called);
    table.succeeds<Op>("none", make, check).on(Server::Mailing).with(person);
    table.refuses<Op>("phoneInUse", make, {Kind::Conflict, 409, u"phoneInUse"_s})
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            called(stage, scene);
            const auto begun =
                stage.must(api::EnrolCodes{api::Factor::SmsCode, u"Texts"_s}, scene.token);
            const Secret code = stage.codeSentTo(thePhone);
            scene.token = stage.must(api::ActivateFactor{begun.id, code}, scene.token).token;
        });
    table.guards<Op>(make);
}

} // namespace

void addVerification(Table &table)
{
    email(table);
    emailByName(table);
    emailChange(table);
    phone(table);
    removePhone(table);
}

} // namespace latchkey::test
