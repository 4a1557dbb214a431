#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

void checkDescription(Checks &checks, const api::ServerDescription &server, const Scene &)
{
    checks.same("name", server.name, u"Latchkey"_s);
    checks.same("version", server.version, QStringLiteral(LATCHKEY_VERSION));
    checks.same(
        "wires", server.wires,
        {u"latchkey"_s, u"aurora"_s, u"oneshot"_s, u"mmdl"_s, u"temporal"_s, u"wingspan"_s});
    checks.same("signUpOpen", server.signUpOpen, true);
    checks.same("passwords.minLength", server.passwords.minLength, qint64(8));
    checks.same("passwords.maxLength", server.passwords.maxLength, qint64(128));
    checks.same("passwords.minScore", server.passwords.minScore, qint64(3));
}

void describing(Table &table)
{
    using Op = api::DescribeServer;
    const auto make = [](const Scene &) { return Op(); };
    table.succeeds<Op>(
        "usual", make,
        [](Checks &checks, const api::ServerDescription &server, const Scene &scene) {
            checkDescription(checks, server, scene);
            checks.same("firstAccountPending", server.firstAccountPending, false);
            checks.same("setupCodeRequired", server.setupCodeRequired, false);
        });
    table
        .succeeds<Op>("beforeAnybodyCame", make,
                      [](Checks &checks, const api::ServerDescription &server, const Scene &scene) {
                          checkDescription(checks, server, scene);
                          checks.same("firstAccountPending", server.firstAccountPending, true);
                          checks.same("setupCodeRequired", server.setupCodeRequired, true);
                      })
        .on(Table::Server::Empty);
}

void signingUpSucceeds(Table &table)
{
    using Op = api::SignUp;
    table.succeeds<Op>("usual", signingUp,
                       [](Checks &checks, const api::SignUpProgress &progress, const Scene &scene) {
                           const api::SignedIn &begun = *progress.signedIn;
                           checks.isTrue("a token", begun.token.reveal().startsWith("lks_"));
                           checkUser(checks, begun.user, scene);
                           checks.same("user.version", begun.user.version, qint64(1));
                           checkOwnSession(checks, begun.session, scene, api::Proof::SignUp);
                       });
    table
        .succeeds<Op>(
            "theFirst",
            [](const Scene &scene) {
                Op operation = signingUp(scene);
                operation.language = api::Language::Chinese;
                operation.setupCode = scene.setupCode;
                return operation;
            },
            [](Checks &checks, const api::SignUpProgress &progress, const Scene &scene) {
                const api::SignedIn &begun = *progress.signedIn;
                checks.same("user.email", begun.user.email, scene.email);
                checks.same("user.role", int(begun.user.role), int(api::Role::Admin));
                checks.same("user.language", int(begun.user.language), int(api::Language::Chinese));
            })
        .on(Table::Server::Empty);
}

void signingUpIsRefused(Table &table)
{
    using Op = api::SignUp;
    const auto with = [](auto change) {
        return [change](const Scene &scene) {
            Op operation = signingUp(scene);
            change(operation);
            return operation;
        };
    };
    const auto password = [with](const QByteArray &text) {
        return with([text](Op &operation) { operation.password = Secret(text); });
    };
    const auto known = [](Stage &stage, Scene &scene) { stage.signUp(scene); };

    table.refuses<Op>("signUpRefused", signingUp, {.code = u"signUpRefused"_s, .field = u"email"_s})
        .with(known);
    table.refuses<Op>("signUpClosed", signingUp, {Kind::Forbidden, 403, u"signUpClosed"_s})
        .on(Table::Server::Closed);
    table
        .refuses<Op>("setupCodeMissing", signingUp,
                     {.code = u"setupCodeWrong"_s, .field = u"setupCode"_s})
        .on(Table::Server::Empty);
    table
        .refuses<Op>("setupCodeWrong",
                     with([](Op &operation) { operation.setupCode = Secret(QByteArray("WRONG")); }),
                     {.code = u"setupCodeWrong"_s, .field = u"setupCode"_s})
        .on(Table::Server::Empty);
    table
        .refuses<Op>(
            "tooManyTries", signingUp,
            {.kind = Kind::RateLimited, .status = 429, .code = u"tooManyTries"_s, .saysWhen = true})
        .on(Table::Server::Strict)
        .with([](Stage &stage, Scene &scene) { stage.failToSignUp(scene); });
    table.refuses<Op>("passwordTooShort", password("short"),
                      {.code = u"passwordTooShort"_s, .field = u"password"_s});
    table.refuses<Op>("passwordTooWeak", password("password1"),
                      {.code = u"passwordTooWeak"_s, .field = u"password"_s});
    table.refuses<Op>("passwordTooLong", password(QByteArray(129, 'x')),
                      {.code = u"passwordTooLong"_s, .field = u"password"_s});
    table.refuses<Op>("passwordEmpty", password({}), {.code = u"empty"_s, .field = u"password"_s});
    table.refuses<Op>("emailInvalid", with([](Op &operation) { operation.email = u"a b@c"_s; }),
                      {.code = u"emailInvalid"_s, .field = u"email"_s});
    table.refuses<Op>("emailTooShort", with([](Op &operation) { operation.email = u"a"_s; }),
                      {.code = u"tooShort"_s, .field = u"email"_s});
    table.refuses<Op>("nameEmpty", with([](Op &operation) { operation.name.clear(); }),
                      {.code = u"empty"_s, .field = u"name"_s});
    table.refuses<Op>("nameBlank", with([](Op &operation) { operation.name = u"  "_s; }),
                      {.code = u"empty"_s, .field = u"name"_s});
    table.refuses<Op>("nameTooLong",
                      with([](Op &operation) { operation.name = QString(101, u'x'); }),
                      {.code = u"tooLong"_s, .field = u"name"_s});
    table.refuses<Op>("userNameInvalid", with([](Op &operation) { operation.userName = u"a@b"_s; }),
                      {.code = u"userNameInvalid"_s, .field = u"userName"_s});
    table.refuses<Op>("userNameTooLong",
                      with([](Op &operation) { operation.userName = QString(65, u'x'); }),
                      {.code = u"tooLong"_s, .field = u"userName"_s});
    table
        .refuses<Op>("userNameTaken",
                     with([](Op &operation) { operation.userName = u"Countess"_s; }),
                     {Kind::Conflict, 409, u"userNameTaken"_s, u"userName"_s})
        .with([](Stage &stage, Scene &scene) {
            Scene other = stage.newcomer();
            stage.signUp(other);
            stage.must(api::EditAccount{.userName = u"countess"_s}, other.token);
            scene.email.prepend(u'x');
        });
    table.refuses<Op>("labelTooLong",
                      with([](Op &operation) { operation.device.label = QString(101, u'x'); }),
                      {.code = u"tooLong"_s, .field = u"device.label"_s});
}

void signingUpByEmail(Table &table)
{
    using Op = api::SignUpByEmail;
    const auto usual = [](const Scene &scene) {
        return Op{.name = scene.name, .email = scene.email, .device = theDevice};
    };
    const auto with = [usual](auto change) {
        return [usual, change](const Scene &scene) {
            Op operation = usual(scene);
            change(operation);
            return operation;
        };
    };
    const auto check = [](Checks &checks, const api::SignUpProgress &progress, const Scene &scene) {
        checks.isTrue("not signed in", !progress.signedIn);
        if (!progress.pending)
            return checks.isTrue("waiting", false);
        checks.isTrue("an id", progress.pending->id.text().startsWith(u"sgn_"_s));
        checks.same("sent.to", progress.pending->sent.to, scene.email);
    };
    table.succeeds<Op>("usual", usual, check).on(Table::Server::Mailing);
    // Nothing tells whether there is such an account.
    table.succeeds<Op>("taken", usual, check)
        .on(Table::Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.pass(std::chrono::minutes(2));
        });
    table.refuses<Op>("noMail", usual, {Kind::Conflict, 409, u"noMail"_s});
    table.refuses<Op>("signUpClosed", usual, {Kind::Forbidden, 403, u"signUpClosed"_s})
        .on(Table::Server::Closed);
    table
        .refuses<Op>("setupCodeWrong",
                     with([](Op &operation) { operation.setupCode = Secret(QByteArray("WRONG")); }),
                     {.code = u"setupCodeWrong"_s, .field = u"setupCode"_s})
        .on(Table::Server::Empty);
    table.refuses<Op>("emailInvalid", with([](Op &operation) { operation.email = u"a b@c"_s; }),
                      {.code = u"emailInvalid"_s, .field = u"email"_s});
    table.refuses<Op>("nameBlank", with([](Op &operation) { operation.name = u"  "_s; }),
                      {.code = u"empty"_s, .field = u"name"_s});
}

void identifying(Table &table)
{
    using Op = api::IdentifyUser;
    const auto of = [](const QString &login) {
        return [login](const Scene &) { return Op{login}; };
    };
    table.succeeds<Op>(
        "usual", [](const Scene &scene) { return Op{scene.email}; },
        [](Checks &checks, const api::SignInWays &ways, const Scene &) {
            checks.isTrue("by password only", ways.ways == QList{api::SignInWay::Password});
        });
    // Whether or not there is such an account.
    table
        .succeeds<Op>(
            "whereMailLeaves", [](const Scene &scene) { return Op{scene.email}; },
            [](Checks &checks, const api::SignInWays &ways, const Scene &) {
                checks.isTrue("by password or mail", ways.ways == QList{api::SignInWay::Password,
                                                                        api::SignInWay::EmailCode});
            })
        .on(Table::Server::Mailing);
    table
        .succeeds<Op>("userName", of(u"duchess"_s),
                      [](Checks &checks, const api::SignInWays &ways, const Scene &) {
                          checks.isTrue("by password only",
                                        ways.ways == QList{api::SignInWay::Password});
                      })
        .on(Table::Server::Mailing);
    table.refuses<Op>("emailInvalid", of(u"ada@@example"_s),
                      {.code = u"emailInvalid"_s, .field = u"login"_s});
    table.refuses<Op>("userNameInvalid", of(u"\u200b"_s),
                      {.code = u"userNameInvalid"_s, .field = u"login"_s});
    table.refuses<Op>("loginEmpty", of({}), {.code = u"empty"_s, .field = u"login"_s});
    table.refuses<Op>("loginTooLong", of(QString(255, u'a')),
                      {.code = u"tooLong"_s, .field = u"login"_s});
}

} // namespace

void addJoining(Table &table)
{
    describing(table);
    signingUpSucceeds(table);
    signingUpIsRefused(table);
    signingUpByEmail(table);
    identifying(table);
}

} // namespace latchkey::test
