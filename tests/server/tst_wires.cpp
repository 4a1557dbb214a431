#include "member.h"
#include "support/testrunner.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUuid>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray malformed =
    "One or more API parameters are malformed. Please check your request and try again";
const QByteArray invalid = "Invalid username, password, or access token";
const QByteArray duplicate = "Username or email already in use";

QByteArray refusedByAurora(const QByteArray &text)
{
    return quoted("{'success':false,'error':'") + text + "\"}";
}

QByteArray refusedByOneShot(const QByteArray &code)
{
    return quoted("{'message':'") + code + "\"}";
}

QByteArray refusedByTemporal(const QByteArray &response)
{
    return quoted("{'code':400,'response':'") + response + "\"}";
}

QByteArray refusedByWingspan(const QByteArray &text)
{
    return quoted("{'error':'") + text + "\"}";
}

/// As whoever has the token reads it.
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

/// How somebody signs up, signs in and edits on one of the wires, and what it says to them.
struct Spoken
{
    QByteArray name;
    QByteArray signUp;
    QByteArray signIn;
    QByteArray whoAmIPath;
    QByteArray change; ///< method and path, where there is such a thing
    QByteArray nameField;
    QByteArray emailField;
    QByteArray tokenField;
    QByteArray tokenHeader; ///< where it stands in no body
    QByteArray credential;  ///< header, and what stands before the token
    /// Else the former password stands beside the new one.
    bool changesAll = false;
    int weak = 400;
    QByteArray weakBody;
    QByteArray weakChangeBody;
    int wrong = 401;
    QByteArray wrongBody;
    QByteArray throttledBody; ///< else as a wrong password
    int late = 401;           ///< where the session should be proven again
    int ended = 401;
    bool beginsAtSignUp = true;
    bool asksForFreshness = true;
    bool hasUserNames = true; ///< from the start
    bool challenges = false;  ///< whoever has a second factor; else they are refused

    QByteArray body(const QByteArray &user, const QByteArray &password) const
    {
        return '{' + member(nameField, user) + ',' + member(emailField, user + "@example.com") +
               ',' + member("password", password) + '}';
    }
    Answer join(const Stand &stand, const QByteArray &user,
                const QByteArray &password = goodPassword) const
    {
        return Browser(stand.port()).post(signUp, body(user, password));
    }
    Answer enter(const Stand &stand, const QByteArray &user,
                 const QByteArray &password = goodPassword) const
    {
        return Browser(stand.port()).post(signIn, body(user, password));
    }
    QByteArray token(const Answer &answer) const
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
    /// Of a session of whoever has just signed up.
    QByteArray begin(const Stand &stand, const QByteArray &user) const
    {
        const Answer joined = join(stand, user);
        return token(beginsAtSignUp ? joined : enter(stand, user));
    }
    Browser::Fields holding(const QByteArray &token) const
    {
        const qsizetype end = credential.indexOf(':');
        return {{credential.first(end), credential.sliced(end + 1) + token}};
    }
    /// Where it names whose it is.
    static QByteArray filled(QByteArray path, const QByteArray &token)
    {
        const QByteArray id = textIn(partOf(token, 1), "userId");
        return path.replace("{me}", id.isEmpty() ? QByteArray("nobody") : id);
    }
    /// Another password, for whoever has that token.
    Answer changeTo(const Stand &stand, const QByteArray &user, const QByteArray &token,
                    const QByteArray &password) const
    {
        const QByteArray both = '{' + member("old_password", goodPassword) + ',' +
                                member("new_password", password) + '}';
        return Browser(stand.port())
            .ask(change.split(' ').first(), filled(change.split(' ').last(), token),
                 changesAll ? body(user, password) : both, holding(token));
    }
    Answer whoAmI(const Stand &stand, const QByteArray &token) const
    {
        return Browser(stand.port()).ask("GET", filled(whoAmIPath, token), {}, holding(token));
    }
};

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
                    .weakBody = refusedByAurora(malformed),
                    .weakChangeBody = refusedByAurora(malformed),
                    .wrongBody = refusedByAurora(invalid)};
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

/// What asks for a fresh session there: whom an administrator deletes, and whether people may join.
struct MmdlAdministration
{
    const Stand &stand;
    QByteArray number;

    explicit MmdlAdministration(const Stand &onThat, const QByteArray &token)
        : stand(onThat)
    {
        const Answer all = ask("GET", "/mmdl/api/admin/getusers", {}, token);
        const QJsonArray users =
            all.json().value(u"data"_s).toObject().value(u"message"_s).toArray();
        for (const auto user : users) {
            if (user.toObject().value(u"level"_s) == u"0"_s)
                number = QByteArray::number(user.toObject().value(u"users_id"_s).toInteger());
        }
    }

    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body,
               const QByteArray &token) const
    {
        return Browser(stand.port()).ask(method, path, body, mmdl.holding(token));
    }
    Answer remove(const QByteArray &token) const
    {
        return ask("DELETE", "/mmdl/api/admin/deleteuser?userid=" + number, {}, token);
    }
    Answer close(const QByteArray &token) const
    {
        return ask("POST", "/mmdl/api/settings/modify",
                   quoted("{'name':'GLOBAL_DISABLE_USER_REGISTRATION','value':'0'}"), token);
    }
};

const QList<Spoken> spoken{aurora, oneShot, mmdl, temporal, wingspan};

} // namespace

Q_DECLARE_METATYPE(Spoken)

/// No wire gets round what the domain asks for: password policy, throttle, audit, levels. And none
/// lets in whoever has a token of another.
class WiresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePasswordPolicyHolds_data() { eachWire(); }
    void thePasswordPolicyHolds()
    {
        QFETCH(Spoken, wire);
        Stand stand;
        const Answer weak = wire.join(stand, "ada", "password1");
        QCOMPARE(weak.status, wire.weak);
        QCOMPARE(weak.body, wire.weakBody);
        QCOMPARE(stand.rows(u"users"_s), 0);
        const QByteArray token = wire.begin(stand, "ada");
        QVERIFY(!token.isEmpty());
        if (!wire.change.isEmpty())
            QCOMPARE(wire.changeTo(stand, "ada", token, "password1").body, wire.weakChangeBody);
        QVERIFY(!wire.token(wire.enter(stand, "ada")).isEmpty());
    }

    void triesAreThrottled_data() { eachWire(); }
    void triesAreThrottled()
    {
        QFETCH(Spoken, wire);
        Stand stand(
            [](server::ServerConfig &config) { config.throttle.password.freeFailures = 2; });
        wire.join(stand, "ada");
        for (int i = 0; i < 2; ++i) {
            const Answer wrong = wire.enter(stand, "ada", "wrong");
            QCOMPARE(wrong.status, wire.wrong);
            QCOMPARE(wrong.body, wire.wrongBody);
        }
        // The right one is not looked at, here or on another way in, by whichever name.
        QCOMPARE(wire.enter(stand, "ada").body,
                 wire.throttledBody.isEmpty() ? wire.wrongBody : wire.throttledBody);
        QCOMPARE(stand.trySignIn("ada@example.com", goodPassword).status, 429);
        if (wire.hasUserNames)
            QCOMPARE(stand.trySignIn("ADA", goodPassword).status, 429);
        stand.clock.advance(1min);
        QVERIFY(!wire.token(wire.enter(stand, "ada")).isEmpty());
    }

    void everythingIsAudited_data() { eachWire(); }
    void everythingIsAudited()
    {
        QFETCH(Spoken, wire);
        Stand stand;
        auto noted = [&stand, before = qint64(0)]() mutable {
            const qint64 now = stand.rows(u"audit"_s);
            return now - std::exchange(before, now);
        };
        wire.join(stand, "ada");
        QCOMPARE(noted(), 1);
        const QByteArray token = wire.token(wire.enter(stand, "ada"));
        QCOMPARE(noted(), 1);
        wire.enter(stand, "ada");
        QCOMPARE(noted(), 1);
        wire.enter(stand, "ada", "wrong");
        QCOMPARE(noted(), 1);
        if (wire.change.isEmpty())
            return; // nobody changes their own there: anAdministratorOfMmdlIsFreshAndAudited
        // And each session that ends with it.
        wire.changeTo(stand, "ada", token, "four quiet walruses dance 9");
        QCOMPARE(noted(), wire.beginsAtSignUp ? 3 : 2);
    }

    /// An edit that needs a fresh session is refused on an old one; what is so already needs none.
    /// Where the former password stands beside the new one, that is the proof.
    void levelsHold_data() { eachWire(); }
    void levelsHold()
    {
        QFETCH(Spoken, wire);
        Stand stand;
        wire.begin(stand, "root"); // the administrator, whose sessions live shorter
        const QByteArray begun = wire.begin(stand, "ada");
        QCOMPARE(wire.whoAmI(stand, begun).status, 200); // from here it lives longer
        wire.enter(stand, "ada"); // what was noted behind the answer's back is there
        stand.clock.advance(6min);
        if (wire.asksForFreshness) {
            const Answer late = wire.changeTo(stand, "ada", begun, "four quiet walruses dance 9");
            QCOMPARE(late.status, wire.late);
            QCOMPARE(wire.changeTo(stand, "ada", begun, goodPassword).status, 200);
        }
        const QByteArray fresh = wire.token(wire.enter(stand, "ada"));
        if (wire.change.isEmpty())
            return; // nor does anything of one's own ask for it
        QCOMPARE(wire.changeTo(stand, "ada", fresh, "four quiet walruses dance 9").status, 200);
        QCOMPARE(wire.whoAmI(stand, begun).status, wire.ended);
        QCOMPARE(wire.whoAmI(stand, fresh).status, 200);
    }

    /// A new password by a code, with its rules: tst_foreignresets.cpp.
    void anAdministratorOfMmdlIsFreshAndAudited()
    {
        Stand stand;
        const QByteArray begun = mmdl.begin(stand, "root");
        QCOMPARE(mmdl.join(stand, "ada").status, 200);
        const MmdlAdministration root(stand, begun);
        QVERIFY(!root.number.isEmpty());
        stand.clock.advance(6min);
        QCOMPARE(mmdl.whoAmI(stand, begun).status, 200);
        const auto noted = [&stand](const QString &operation) {
            return stand.rows(
                u"audit WHERE outcome = 'done' AND operation = '%1'"_s.arg(operation));
        };
        const QByteArray late = quoted("{'success':false,'data':{'message':'PLEASE_LOGIN'}}");
        for (const Answer &refused : {root.remove(begun), root.close(begun)}) {
            QCOMPARE(refused.status, 401);
            QCOMPARE(refused.body, late);
        }
        QCOMPARE(stand.rows(u"users"_s), 2);
        QCOMPARE(noted(u"removeAccount"_s) + noted(u"editServerSettings"_s), 0);
        QCOMPARE(mmdl.join(stand, "eve").status, 200);

        const QByteArray fresh = mmdl.token(mmdl.enter(stand, "root"));
        QCOMPARE(root.remove(fresh).status, 200);
        QCOMPARE(stand.rows(u"users"_s), 2);
        QCOMPARE(noted(u"removeAccount"_s), 1);
        QCOMPARE(root.close(fresh).status, 200);
        QCOMPARE(noted(u"editServerSettings"_s), 1);
        QCOMPARE(mmdl.join(stand, "bob").status, 401);
    }

    /// It has no word for a second factor: as if the password had been wrong, and as counted.
    void aSecondFactorShutsTheDoor_data() { eachWire(); }
    void aSecondFactorShutsTheDoor()
    {
        QFETCH(Spoken, wire);
        if (wire.challenges)
            return; // it has the word: tst_wingspan.cpp
        Member ada([](server::ServerConfig &config) { config.throttle.password.freeFailures = 3; });
        ada.askForMail();
        ada.stand.clock.advance(2h);
        const qint64 audited = ada.stand.rows(u"audit"_s);
        for (int i = 0; i < 3; ++i) {
            const Answer refused =
                Browser(ada.stand.port())
                    .post(wire.signIn, "{\"" + wire.nameField + "\":\"" + Member::email +
                                           quoted("','password':'") + goodPassword + "\"}");
            QCOMPARE(refused.status, wire.wrong);
            QCOMPARE(refused.body, wire.wrongBody);
        }
        QCOMPARE(ada.stand.rows(u"audit"_s), audited + 3);
        QCOMPARE(ada.stand.rows(u"challenges"_s), 0);
        QCOMPARE(ada.stand.trySignIn(Member::email, goodPassword).status, 429);
    }

    void temporalSaysInAWordThatItIsTooOften()
    {
        Stand stand([](server::ServerConfig &config) {
            config.rate = {.perSecond = 0.001, .burst = 1, .countsLoopback = true};
        });
        Browser asking(stand.port());
        QCOMPARE(asking.ask("GET", "/temporal/v2/systems/check").status, 200);
        const Answer refused = asking.ask("GET", "/temporal/v2/systems/check");
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.field("Content-Type"), "text/plain");
        QCOMPARE(refused.body, "Limit exceeded");
    }

    void aTokenIsWorthNothingOnAnotherWire()
    {
        Stand stand;
        QHash<QByteArray, QByteArray> tokens{{"own", stand.signUp("own")}};
        for (const Spoken &wire : spoken) {
            tokens[wire.name] = wire.begin(stand, "of-" + wire.name);
            QCOMPARE(wire.whoAmI(stand, tokens[wire.name]).status, 200);
        }
        QCOMPARE(tokens["aurora"].size(), 48);
        QCOMPARE(QUuid::fromString(tokens["oneshot"]).version(), QUuid::Random);
        QCOMPARE(QByteArray::fromBase64(tokens["mmdl"]).size(), 128 + 1 + 128);
        QCOMPARE(partOf(tokens["temporal"], 1).value(u"id"_s).toString(), u"of-temporal"_s);
        for (const QByteArray &name : tokens.keys()) {
            const QByteArray token = tokens[name];
            const auto own = Browser(stand.port())
                                 .ask("GET", "/v1/me", {}, {{"Authorization", "Bearer " + token}});
            QCOMPARE(own.status, name == "own" ? 200 : 401);
            for (const Spoken &wire : spoken)
                QCOMPARE(wire.whoAmI(stand, token).status, name == wire.name ? 200 : 401);
        }
        QCOMPARE(aurora.whoAmI(stand, tokens["own"]).body, refusedByAurora(invalid));
        QCOMPARE(oneShot.whoAmI(stand, tokens["own"]).body, refusedByOneShot("UNAUTHORIZED"));
    }

    /// 24 hours, whatever is done with it, and by another token 24 more.
    void aSessionOfTemporalLivesAsItsTokenSays()
    {
        Stand stand;
        temporal.join(stand, "root"); // whose sessions live shorter
        const Answer entered = (temporal.join(stand, "ada"), temporal.enter(stand, "ada"));
        const QByteArray first = temporal.token(entered);
        const auto refresh = [&](const QByteArray &token) {
            return Browser(stand.port())
                .ask("GET", "/temporal/v2/auth/refresh", {}, temporal.holding(token));
        };
        const auto expire = [](const QByteArray &token) {
            return partOf(token, 1).value(u"exp"_s).toInteger();
        };
        const auto told = [](const Answer &answer) {
            return QDateTime::fromString(answer.json().value(u"expire"_s).toString(), Qt::ISODate)
                .toSecsSinceEpoch();
        };
        QCOMPARE(told(entered), expire(first));
        QCOMPARE(expire(first) - partOf(first, 1).value(u"orig_iat"_s).toInteger(), 24 * 3600);
        stand.clock.advance(23h);
        QCOMPARE(temporal.whoAmI(stand, first).status, 200);
        const Answer renewed = refresh(first);
        const QByteArray second = temporal.token(renewed);
        QCOMPARE(told(renewed), expire(first) + 23 * 3600);
        // The one before does the same for a moment, and no longer.
        QCOMPARE(temporal.whoAmI(stand, first).status, 200);
        stand.clock.advance(61s);
        QCOMPARE(temporal.whoAmI(stand, first).status, 401);
        stand.clock.advance(90min);
        QCOMPARE(temporal.whoAmI(stand, second).status, 200);
        const Answer late = refresh(second);
        QCOMPARE(late.status, 401);
        QCOMPARE(textIn(late.json(), "message"), QByteArray("Token is expired."));
        stand.clock.advance(23h);
        QCOMPARE(temporal.whoAmI(stand, second).body,
                 quoted("{'code':401,'message':'Token is expired'}"));
    }

    /// Its signature is good, and its session is over.
    void aSignedTokenIsLookedUpAllTheSame()
    {
        Stand stand;
        const QByteArray token = temporal.begin(stand, "ada");
        const auto parts = token.split('.');
        QCOMPARE(partOf(token, 0).value(u"alg"_s).toString(), u"HS256"_s);
        const QByteArray none =
            QByteArray(R"({"alg":"none","typ":"JWT"})")
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        for (const QByteArray &forged :
             {QByteArray(none + '.' + parts[1] + '.'),
              QByteArray(none + '.' + parts[1] + '.' + parts[2]),
              QByteArray(parts[0] + '.' + parts[0] + '.' + parts[2]), token.chopped(2)}) {
            QCOMPARE(temporal.whoAmI(stand, forged).body,
                     quoted("{'code':401,'message':'signature is invalid'}"));
        }
        stand.restart(); // the keys lie with the vault's
        QCOMPARE(temporal.whoAmI(stand, token).status, 200);
        Browser own(stand.port());
        own.token = stand.signIn("ada");
        QCOMPARE(own.post("/v1/sessions/end-others", {}).status, 200);
        QCOMPARE(temporal.whoAmI(stand, token).body,
                 quoted("{'code':401,'message':'Token is expired'}"));
    }

    /// A session that began before there was a second factor sets no password.
    void aPasswordIsNotEnoughWhereThereIsAFactor()
    {
        Member ada;
        const QByteArray token = temporal.token(
            Browser(ada.stand.port())
                .post(temporal.signIn, '{' + member("username", Member::email) + ',' +
                                           member("password", goodPassword) + '}'));
        QCOMPARE(temporal.whoAmI(ada.stand, token).status, 200);
        ada.askForMail();
        QCOMPARE(temporal.changeTo(ada.stand, "ada", token, "four quiet walruses dance 9").status,
                 401);
    }

    void renewingKeepsWhatASessionIs()
    {
        Stand stand;
        Browser ada(stand.port());
        ada.token = stand.signUp("ada");
        const QByteArray first = ada.token;
        const QByteArray before = ada.ask("GET", "/v1/session").body;
        const Answer renewed = ada.post("/v1/session/renew", {});
        QCOMPARE(renewed.status, 200);
        QCOMPARE(ada.ask("GET", "/v1/session").body, before);
        // At once again, by the one before: the answer to that may be on its way.
        QCOMPARE(ada.post("/v1/session/renew", {}).status, 409);
        ada.token = textIn(renewed.json(), "token");
        QVERIFY(ada.token != first);
        QCOMPARE(ada.ask("GET", "/v1/session").body, before);
        stand.clock.advance(61s);
        QCOMPARE(ada.ask("GET", "/v1/session").status, 200);
        ada.token = first;
        QCOMPARE(ada.ask("GET", "/v1/session").code(), u"stepUpNeeded"_s);
        QCOMPARE(ada.post("/v1/session/renew", {}).code(), u"stepUpNeeded"_s);
    }

    void aSessionOfOneShotLivesShortUntilItIsUsed()
    {
        Stand stand;
        oneShot.join(stand, "ada"); // who is the administrator, with a life of their own
        const QByteArray unused = oneShot.token(oneShot.join(stand, "bob"));
        const QByteArray used = oneShot.token(oneShot.enter(stand, "bob"));
        stand.clock.advance(4min);
        QCOMPARE(oneShot.whoAmI(stand, used).status, 200);
        oneShot.enter(stand, "bob"); // and what was noted behind the answer's back is there
        stand.clock.advance(61s);
        QCOMPARE(oneShot.whoAmI(stand, unused).status, 401);
        stand.clock.advance(std::chrono::days(13));
        QCOMPARE(oneShot.whoAmI(stand, used).status, 200);
        oneShot.enter(stand, "bob");
        stand.clock.advance(std::chrono::days(15));
        QCOMPARE(oneShot.whoAmI(stand, used).status, 401);
    }

    void signUpsAnswerAtOnceAndSayWhatIsTaken()
    {
        Stand stand;
        QVERIFY(!aurora.token(aurora.join(stand, "ada")).isEmpty());
        const Answer five = aurora.join(stand, "ada");
        QCOMPARE(five.status, 401);
        QCOMPARE(five.body, refusedByAurora(duplicate));
        const Answer six =
            Browser(stand.port()).post("/aurora/api/v6/signup", aurora.body("ADA", goodPassword));
        QCOMPARE(six.status, 400);
        QCOMPARE(six.body, refusedByAurora(malformed));
        const Answer here = oneShot.join(stand, "ada");
        QCOMPARE(here.status, 409);
        QCOMPARE(here.body, refusedByOneShot("ALREADY_EXISTS"));
        // The same address under another name.
        const QByteArray eve =
            quoted("{'name':'eve','email':'Ada@example.com','password':'") + goodPassword + "\"}";
        QCOMPARE(Browser(stand.port()).post("/oneshot/users", eve).status, 409);
    }

    void theSetUpCodeCanNotBePassedBy()
    {
        Stand stand([](server::ServerConfig &config) {
            config.signUp = server::SignUpRule::FirstWithCode;
        });
        QCOMPARE(aurora.join(stand, "ada").body, refusedByAurora(malformed));
        QCOMPARE(oneShot.join(stand, "ada").body, refusedByOneShot("BAD_REQUEST"));
        QCOMPARE(temporal.join(stand, "ada").body, temporal.weakBody);
        QCOMPARE(mmdl.join(stand, "ada").status, 422);
        QCOMPARE(wingspan.join(stand, "ada").status, 400);
        QCOMPARE(stand.rows(u"users"_s), 0);
    }

    void onlyWhatIsNamedIsSpokenBeyondThisMachine()
    {
        Stand stand([](server::ServerConfig &config) {
            config.hostNames = {u"accounts.example.org"_s};
            config.wires = {{u"oneshot"_s}};
        });
        QCOMPARE(aurora.join(stand, "ada").status, 404);
        QCOMPARE(oneShot.join(stand, "ada").status, 201);
        const auto wires =
            Browser(stand.port()).ask("GET", "/v1/server").json().value(u"wires"_s).toArray();
        QCOMPARE(wires, QJsonArray({u"latchkey"_s, u"oneshot"_s}));
        stand.restart([](server::ServerConfig &config) { config.wires.reset(); });
        QCOMPARE(oneShot.join(stand, "bob").status, 404);
    }

    void aWireHasAPortOfItsOwn()
    {
        Stand stand([](server::ServerConfig &config) {
            config.wirePorts = {{u"oneshot"_s, {u"127.0.0.1"_s, 0}}};
        });
        const quint16 port = stand.running.wirePorts.first().where.port;
        Browser browser(port);
        QCOMPARE(browser.post("/users", oneShot.body("ada", goodPassword)).status, 201);
        QCOMPARE(browser.ask("GET", "/").json().value(u"license"_s).toString(), u"MIT"_s);
        for (const char *path : {"/v1/server", "/healthz", "/oneshot/", "/aurora/api/v3/login"}) {
            const Answer unknown = browser.ask("GET", path);
            QCOMPARE(unknown.status, 404);
            QCOMPARE(unknown.body, refusedByOneShot("NOT_FOUND"));
        }
    }

private:
    static void eachWire()
    {
        QTest::addColumn<Spoken>("wire");
        for (const Spoken &wire : spoken)
            QTest::newRow(wire.name.constData()) << wire;
    }
};

LATCHKEY_TEST(WiresTest)

#include "tst_wires.moc"
