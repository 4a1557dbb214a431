#include "spoken.h"

#include <QJsonDocument>
#include <QTest>

namespace latchkey::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray refusedByTemporal(const QByteArray &response)
{
    return quoted("{'code':400,'response':'") + response + "\"}";
}

QByteArray refusedByWingspan(const QByteArray &text)
{
    return quoted("{'error':'") + text + "\"}";
}

/// Where it names whose it is.
QByteArray filled(QByteArray path, const QByteArray &token)
{
    const QByteArray id = textIn(partOf(token, 1), "userId");
    return path.replace("{me}", id.isEmpty() ? QByteArray("nobody") : id);
}

} // namespace

QByteArray refusedByAurora(const QByteArray &text)
{
    return quoted("{'success':false,'error':'") + text + "\"}";
}

QByteArray refusedByOneShot(const QByteArray &code)
{
    return quoted("{'message':'") + code + "\"}";
}

QJsonObject partOf(const QByteArray &token, int part)
{
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(token.split('.').value(part), QByteArray::Base64UrlEncoding))
        .object();
}

QByteArray member(const QByteArray &name, const QByteArray &text)
{
    return '"' + name + "\":\"" + text + '"';
}

QByteArray Spoken::body(const QByteArray &user, const QByteArray &password) const
{
    return '{' + member(nameField, user) + ',' + member(emailField, user + "@example.com") + ',' +
           member("password", password) + '}';
}

Answer Spoken::join(const Stand &stand, const QByteArray &user, const QByteArray &password) const
{
    return Browser(stand.port()).post(signUp, body(user, password));
}

Answer Spoken::enter(const Stand &stand, const QByteArray &user, const QByteArray &password) const
{
    return Browser(stand.port()).post(signIn, body(user, password));
}

QByteArray Spoken::token(const Answer &answer) const
{
    if (!tokenHeader.isEmpty())
        return answer.field(tokenHeader);
    if (!tokenField.isEmpty())
        return textIn(answer.json(), tokenField.constData());
    const QJsonObject pair =
        answer.json().value(u"data"_s).toObject().value(u"message"_s).toObject();
    const QByteArray both = textIn(pair, "userhash") + ':' + textIn(pair, "ssid");
    return pair.isEmpty() ? QByteArray() : both.toBase64();
}

QByteArray Spoken::begin(const Stand &stand, const QByteArray &user) const
{
    const Answer joined = join(stand, user);
    return token(beginsAtSignUp ? joined : enter(stand, user));
}

Browser::Fields Spoken::holding(const QByteArray &token) const
{
    const qsizetype end = credential.indexOf(':');
    return {{credential.first(end), credential.sliced(end + 1) + token}};
}

Answer Spoken::changeTo(const Stand &stand, const QByteArray &user, const QByteArray &token,
                        const QByteArray &password) const
{
    const QByteArray both =
        '{' + member("old_password", goodPassword) + ',' + member("new_password", password) + '}';
    return Browser(stand.port())
        .ask(change.split(' ').first(), filled(change.split(' ').last(), token),
             changesAll ? body(user, password) : both, holding(token));
}

Answer Spoken::whoAmI(const Stand &stand, const QByteArray &token) const
{
    return Browser(stand.port()).ask("GET", filled(whoAmIPath, token), {}, holding(token));
}

const Spoken aurora{.name = "aurora",
                    .signUp = "/aurora/api/v2/signup",
                    .signIn = "/aurora/api/v3/login",
                    .whoAmIPath = "/aurora/api/v7/user/info",
                    .change = "PUT /aurora/api/v7/user/info",
                    .nameField = "username",
                    .emailField = "email",
                    .tokenField = "accessToken",
                    .credential = "x-access-token:",
                    .changesAll = true,
                    .weakBody = refusedByAurora(auroras::malformed),
                    .weakChangeBody = refusedByAurora(auroras::malformed),
                    .wrongBody = refusedByAurora(auroras::invalid)};
const Spoken oneShot{.name = "oneshot",
                     .signUp = "/oneshot/users",
                     .signIn = "/oneshot/user/login",
                     .whoAmIPath = "/oneshot/user/self",
                     .change = "PATCH /oneshot/user/update",
                     .nameField = "name",
                     .emailField = "email",
                     .tokenField = "token",
                     .credential = "Authorization:Bearer ",
                     .changesAll = true,
                     .weakBody = refusedByOneShot("BAD_REQUEST"),
                     .weakChangeBody = refusedByOneShot("BAD_REQUEST"),
                     .wrong = 403,
                     .wrongBody = refusedByOneShot("FORBIDDEN")};
const Spoken temporal{.name = "temporal",
                      .signUp = "/temporal/v2/auth/register",
                      .signIn = "/temporal/v2/auth/login",
                      .whoAmIPath = "/temporal/v2/account/token/username",
                      .change = "POST /temporal/v2/account/password/change",
                      .nameField = "username",
                      .emailField = "email_address",
                      .tokenField = "token",
                      .credential = "Authorization:Bearer ",
                      .weakBody = refusedByTemporal("failed to create user account"),
                      .weakChangeBody = refusedByTemporal("failed to change password"),
                      .wrongBody = quoted("{'code':401,'message':'Incorrect Username / Password'}"),
                      .beginsAtSignUp = false,
                      .asksForFreshness = false};

const Spoken mmdl{.name = "mmdl",
                  .signUp = "/mmdl/api/users/register",
                  .signIn = "/mmdl/api/login",
                  .whoAmIPath = "/mmdl/api/users/info",
                  .nameField = "username",
                  .emailField = "email",
                  .credential = "Authorization:Basic ",
                  .weak = 422,
                  .weakBody = quoted("{'success':'false','data':{'message':'INVALID_INPUT'}}"),
                  .wrongBody = quoted("{'success':'false','data':{'message':'INVALID_PASSWORD'}}"),
                  .beginsAtSignUp = false,
                  .asksForFreshness = false};

/// Its own program takes anything, and finds the token in a header.
const Spoken wingspan{.name = "wingspan",
                      .signUp = "/wingspan/users/user",
                      .signIn = "/wingspan/users/session",
                      .whoAmIPath = "/wingspan/users/user/{me}",
                      .change = "PATCH /wingspan/users/user/{me}",
                      .nameField = "tag",
                      .emailField = "email",
                      .tokenHeader = "Wingspan-Session",
                      .credential = "Authorization:Bearer ",
                      .changesAll = true,
                      .weakBody = refusedByWingspan("Password is too weak"),
                      .weakChangeBody = refusedByWingspan("Password is too weak"),
                      .wrongBody = refusedByWingspan("Invalid email or password"),
                      .throttledBody = refusedByWingspan("Too many requests"),
                      .late = 403,
                      .ended = 403,
                      .beginsAtSignUp = false,
                      .hasUserNames = false,
                      .challenges = true};

QList<Spoken> allSpoken()
{
    return {aurora, oneShot, mmdl, temporal, wingspan};
}

void eachWire()
{
    QTest::addColumn<Spoken>("wire");
    for (const Spoken &wire : allSpoken())
        QTest::newRow(wire.name.constData()) << wire;
}

} // namespace latchkey::test
