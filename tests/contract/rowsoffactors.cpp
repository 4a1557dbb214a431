#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

void enrolled(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.enrol(scene);
}

void protectedPerson(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.activate(scene);
}

void trusting(Stage &stage, Scene &scene)
{
    protectedPerson(stage, scene);
    stage.challenge(scene);
    stage.must(api::AnswerChallenge{scene.challenge, api::Factor::Totp, scene.code, true});
    scene.trusted = stage.must(api::ListTrustedDevices(), scene.token).devices.constFirst().id;
}

const Refusal factorUnknown{Kind::NotFound, 404, u"factorUnknown"_s};

void checkFactor(Checks &checks, const api::EnrolledFactor &factor, const Scene &scene,
                 const QString &name)
{
    checks.same("factor.id", factor.id.text(), scene.factor.text());
    checks.same("factor.kind", int(factor.kind), int(api::Factor::Totp));
    checks.same("factor.name", factor.name, name);
    checks.same("factor.addedAt", toRfc3339(factor.addedAt), toRfc3339(scene.now));
    checks.isTrue("factor.lastUsedAt", factor.lastUsedAt == scene.now);
}

void listFactors(Table &table)
{
    using Op = api::ListFactors;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("none", make,
                      [](Checks &checks, const api::Factors &reply, const Scene &) {
                          checks.isTrue("no factor", reply.factors.isEmpty());
                          checks.isTrue("no codes", !reply.recoveryCodes);
                      })
        .with(person);
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::Factors &reply, const Scene &scene) {
                          checks.same("factors", reply.factors.size(), qsizetype(1));
                          checkFactor(checks, reply.factors.value(0), scene, u"Phone"_s);
                          if (!reply.recoveryCodes)
                              return checks.isTrue("codes", false);
                          checks.same("left", reply.recoveryCodes->left, qint64(10));
                          checks.same("madeAt", toRfc3339(reply.recoveryCodes->madeAt),
                                      toRfc3339(scene.now));
                      })
        .with([](Stage &stage, Scene &scene) {
            protectedPerson(stage, scene);
            stage.must(api::MakeRecoveryCodes(), scene.token);
        });
    table.guards<Op>(make);
}

void enrolTotp(Table &table)
{
    using Op = api::EnrolTotp;
    const auto named = [](const QString &name) {
        return [name](const Scene &) { return Op{name}; };
    };
    table
        .succeeds<Op>(
            "usual", named(u"Phone"_s),
            [](Checks &checks, const api::NewTotp &reply, const Scene &scene) {
                checks.isTrue("an id", reply.id.text().startsWith(u"fac_"_s));
                checks.same("160 bits", reply.secret.size(), qsizetype(32));
                checks.isTrue("an address", reply.uri.reveal().startsWith("otpauth://"));
                checks.isTrue("with it", reply.uri.reveal().contains(reply.secret.reveal()));
                checks.same("expiresAt", toRfc3339(reply.expiresAt), toRfc3339(scene.now + 15min));
            })
        .with(person);
    table
        .refuses<Op>("tooManyFactors", named(u"Phone"_s),
                     {Kind::Conflict, 409, u"tooManyFactors"_s})
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            for (int i = 0; i < 10; ++i)
                stage.activate(scene);
        });
    table.refuses<Op>("nameEmpty", named({}), {.code = u"empty"_s, .field = u"name"_s})
        .with(person);
    table.refuses<Op>("nameBlank", named(u"  "_s), {.code = u"empty"_s, .field = u"name"_s})
        .with(person);
    table
        .refuses<Op>("nameTooLong", named(QString(101, u'x')),
                     {.code = u"tooLong"_s, .field = u"name"_s})
        .with(person);
    table.guards<Op>(named(u"Phone"_s));
}

void activateFactor(Table &table)
{
    using Op = api::ActivateFactor;
    const auto usual = [](const Scene &scene) { return Op{scene.factor, scene.code}; };
    const auto with = [](const QByteArray &code) {
        return [code](const Scene &scene) { return Op{scene.factor, Secret(code)}; };
    };
    table
        .succeeds<Op>("usual", usual,
                      [](Checks &checks, const api::SignedIn &reply, const Scene &scene) {
                          checks.isTrue("a token", reply.token.reveal().startsWith("lks_"));
                          checks.isTrue("another one", !reply.token.matches(*scene.token));
                          checkUser(checks, reply.user, scene);
                          checkOwnSession(checks, reply.session, scene, api::Proof::SignUp);
                      })
        .with(enrolled);
    table.refuses<Op>("wrongCode", with("abcdef"), {.code = u"wrongCode"_s, .field = u"code"_s})
        .with(enrolled);
    table.refuses<Op>("factorUnknown", usual, factorUnknown).with(person);
    table.refuses<Op>("factorActive", usual, {Kind::Conflict, 409, u"factorActive"_s})
        .with(protectedPerson);
    table.refuses<Op>("codeTooShort", with("12345"), {.code = u"tooShort"_s, .field = u"code"_s})
        .with(enrolled);
    table.refuses<Op>("codeTooLong", with("1234567"), {.code = u"tooLong"_s, .field = u"code"_s})
        .with(enrolled);
    table.guards<Op>(usual);
}

void renameFactor(Table &table)
{
    using Op = api::RenameFactor;
    const auto named = [](const QString &name) {
        return [name](const Scene &scene) { return Op{scene.factor, name}; };
    };
    table
        .succeeds<Op>("usual", named(u"Key"_s),
                      [](Checks &checks, const api::EnrolledFactor &reply, const Scene &scene) {
                          checkFactor(checks, reply, scene, u"Key"_s);
                      })
        .with(protectedPerson);
    table.refuses<Op>("factorUnknown", named(u"Key"_s), factorUnknown).with(enrolled);
    table.refuses<Op>("nameBlank", named(u" "_s), {.code = u"empty"_s, .field = u"name"_s})
        .with(protectedPerson);
    table
        .refuses<Op>("nameTooLong", named(QString(101, u'x')),
                     {.code = u"tooLong"_s, .field = u"name"_s})
        .with(person);
    table.guards<Op>(named(u"Key"_s));
}

void removeFactor(Table &table)
{
    using Op = api::RemoveFactor;
    const auto make = [](const Scene &scene) { return Op{scene.factor}; };
    table.succeeds<Op>("usual", make, [](Checks &, Nothing, const Scene &) {})
        .with(protectedPerson);
    table.refuses<Op>("factorUnknown", make, factorUnknown).with(person);
    table.guards<Op>(make);
}

void makeRecoveryCodes(Table &table)
{
    using Op = api::MakeRecoveryCodes;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::RecoveryCodes &reply, const Scene &) {
                          checks.same("codes", reply.codes.size(), qsizetype(10));
                          checks.same("letters", reply.codes.value(0).size(), qsizetype(11));
                      })
        .with(protectedPerson);
    table.refuses<Op>("noSecondFactor", make, {Kind::Conflict, 409, u"noSecondFactor"_s})
        .with(person);
    table.guards<Op>(make);
}

void trustedDevices(Table &table)
{
    const auto list = [](const Scene &) { return api::ListTrustedDevices(); };
    table
        .succeeds<api::ListTrustedDevices>(
            "usual", list,
            [](Checks &checks, const api::TrustedDevices &reply, const Scene &scene) {
                if (reply.devices.size() != 1)
                    return checks.isTrue("one device", false);
                const api::TrustedDevice &device = reply.devices.first();
                checks.same("id", device.id.text(), scene.trusted.text());
                checks.isTrue("device", device.device == told(theDevice));
                checks.same("address", device.address, u"127.0.0.1"_s);
                checks.same("trustedAt", toRfc3339(device.trustedAt), toRfc3339(scene.now));
                checks.same("expiresAt", toRfc3339(device.expiresAt),
                            toRfc3339(scene.now + std::chrono::days(30)));
                checks.isTrue("unused", !device.lastUsedAt);
            })
        .with(trusting);
    table.guards<api::ListTrustedDevices>(list);

    const auto forget = [](const Scene &scene) { return api::ForgetTrustedDevice{scene.trusted}; };
    table
        .succeeds<api::ForgetTrustedDevice>("usual", forget,
                                            [](Checks &, Nothing, const Scene &) {})
        .with(trusting);
    table
        .refuses<api::ForgetTrustedDevice>("trustedDeviceUnknown", forget,
                                           {Kind::NotFound, 404, u"trustedDeviceUnknown"_s})
        .with(person);
    table.guards<api::ForgetTrustedDevice>(forget);
}

} // namespace

void addFactors(Table &table)
{
    listFactors(table);
    enrolTotp(table);
    activateFactor(table);
    renameFactor(table);
    removeFactor(table);
    makeRecoveryCodes(table);
    trustedDevices(table);
}

} // namespace latchkey::test
