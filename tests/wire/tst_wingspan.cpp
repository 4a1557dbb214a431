#include "api/authorizations.h"
#include "api/emailsignin.h"
#include "api/factors.h"
#include "api/finding.h"
#include "api/onbehalf.h"
#include "api/organisations.h"
#include "api/profile.h"
#include "api/tokens.h"
#include "api/verification.h"
#include "recorded.h"
#include "support/testrunner.h"
#include "wire/wingspan/wingspan.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

const Timestamp in2030 = *fromRfc3339(u"2030-01-01T00:00:00.000Z"_s);

/// A body that its own program sent there.
Recorded sent(HttpMethod method, const QByteArray &path, const QByteArray &body = {})
{
    return {method, path, body};
}

template <api::Operation Op>
Result<Op> read(const Recorded &recorded)
{
    return understood<Op>(wingspanWire(), requestOf(recorded));
}

/// As whoever holds it asks.
HttpRequest held(const Recorded &recorded, const QByteArray &token)
{
    HttpRequest request = requestOf(recorded);
    request.headers.add("Authorization", "Bearer " + token);
    return request;
}

Error refusedWith(int status, const QByteArray &body)
{
    return wingspanWire().readError(told(status, body));
}

} // namespace

/// Against exchanges that neither of our sides wrote: its own program's, and its vendor's page.
class WingspanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsHowItsProgramSignsIn()
    {
        const auto in = read<api::SignIn>(
            sent(HttpMethod::Post, "/users/session",
                 R"({"email":"a@example.com","expiration":"2030-01-01T00:00:00.000Z",)"
                 R"("otpExpiration":"2030-01-01T00:00:00.000Z","password":"p w"})"));
        QVERIFY(in);
        QCOMPARE(in->login, u"a@example.com"_s);
        QCOMPARE(in->password.reveal(), QByteArray("p w"));
        QCOMPARE(in->until, in2030);
        QVERIFY(in->takesChallenge);
        // Its documented example gives nothing at all.
        QCOMPARE(read<api::SignIn>(sent(HttpMethod::Post, "/users/session", "{}")).error().field,
                 u"email"_s);
        const auto waiting = read<api::SignInByEmail>(
            sent(HttpMethod::Post, "/users/pending/session", R"({"email":"a@example.com"})"));
        QCOMPARE(waiting->email, u"a@example.com"_s);
        const auto identified = read<api::IdentifyUser>(
            sent(HttpMethod::Post, "/users/authentication", R"({"email":"a@example.com"})"));
        QCOMPARE(identified->login, u"a@example.com"_s);
        const auto other = read<api::SignInOnBehalf>(sent(
            HttpMethod::Post, "/users/session/requesting-user", R"({"email":"b@example.com"})"));
        QCOMPARE(other->login, u"b@example.com"_s);
        QVERIFY(!other->reason.isEmpty());
    }

    void understandsHowItsProgramFindsOthers()
    {
        const auto email =
            read<api::FindByEmail>(sent(HttpMethod::Get, "/users/user/email/a%40example.com"));
        QCOMPARE(email->email, u"a@example.com"_s);
        QVERIFY(email->tellsAnybody);
        const auto tag = read<api::FindByTag>(sent(HttpMethod::Get, "/users/user/tag/%40k7m2"));
        QCOMPARE(tag->tag, u"@k7m2"_s);
        const auto pending = read<api::SignUpByEmail>(
            sent(HttpMethod::Post, "/users/pending/user", R"({"email":"a@example.com"})"));
        QCOMPARE(pending->name, u"a"_s);
        QVERIFY(pending->answersAtOnce);
        // A tag that the server gave isn't chosen by sending it back.
        const auto same = read<api::EditAccount>(
            sent(HttpMethod::Patch, "/users/user/usr_1", R"({"tag":"@k7m2"})"));
        QVERIFY(same && !same->userName);
    }

    void understandsWhatItSaysOfChildren()
    {
        const QByteArray one = "/users/organization/user/usr_2";
        QCOMPARE(read<api::ShowChildAccount>(sent(HttpMethod::Patch, one))->id.text(), u"usr_2"_s);
        const auto nothing = read<api::SetInheritance>(sent(HttpMethod::Post, one + "/associate"));
        QVERIFY(nothing && !nothing->inheritance && !nothing->parent);
        const auto some = read<api::SetInheritance>(
            sent(HttpMethod::Patch, one + "/associate",
                 R"({"inheritanceStrategy":{"externalFinancialAccounts":"None",)"
                 R"("fundingSource":"Parent","payoutSettings":"None","wingspanAccount":"None",)"
                 R"("wingspanFinancialSettings":"None"},"parentUserId":"usr_1"})"));
        QCOMPARE(some->parent->text(), u"usr_1"_s);
        QVERIFY(some->inheritance->fundingSource == api::Inherited::Parent);
        const auto begun = read<api::SignInAsParent>(sent(HttpMethod::Get, one + "/session"));
        QCOMPARE(begun->id.text(), u"usr_2"_s);
        QVERIFY(begun->reason.size() >= api::reasonLimits.min);
        const auto secret = read<api::MakeChildAccount>(
            sent(HttpMethod::Post, "/users/organization/user",
                 R"({"email":"b@example.com","password":"four quiet walruses"})"));
        QCOMPARE(secret.error().field, u"password"_s);
        QCOMPARE(wingspanWire().accountActedIn({{"x-wingspan-user", "usr_2"}}), u"usr_2"_s);
    }

    /// One pair of requests for whatever is waited for: what is held says for which.
    void understandsCodesByWhatIsHeld()
    {
        const Wire wire = wingspanWire();
        const Recorded code = sent(HttpMethod::Patch, "/users/session/otp", R"({"code":"123456"})");
        const auto isMeant = [&]<class Op>(const QByteArray &token) {
            const auto &meant = wire.translation<Op>()->isMeant;
            return !meant || meant(held(code, token));
        };
        QVERIFY(isMeant.operator()<api::FinishSignInByEmail>("sgn_1"));
        QVERIFY(!isMeant.operator()<api::FinishSignInByEmail>("chl_1"));
        QVERIFY(isMeant.operator()<api::AnswerChallenge>("chl_1"));
        QVERIFY(!isMeant.operator()<api::AnswerChallenge>("a.b.c"));
        QVERIFY(isMeant.operator()<api::ProveWithCode>("a.b.c"));
        const auto finished = understood<api::FinishSignInByEmail>(wire, held(code, "sgn_1"));
        QCOMPARE(finished->id.text(), u"sgn_1"_s);
        QCOMPARE(finished->code.reveal(), QByteArray("123456"));
        const auto answered = understood<api::AnswerChallenge>(wire, held(code, "chl_1"));
        QCOMPARE(answered->id.text(), u"chl_1"_s);
        QCOMPARE(answered->factor, api::Factor::Unknown);

        const auto factorOf = [&](const QByteArray &body) {
            return understood<api::SendChallengeCode>(
                       wire, held(sent(HttpMethod::Post, "/users/session/otp", body), "chl_1"))
                ->factor;
        };
        QCOMPARE(factorOf(R"({"appRedirectPath":"/x","channel":"SMS"})"), api::Factor::SmsCode);
        QCOMPARE(factorOf(R"({"channel":"Email"})"), api::Factor::EmailCode);
        QCOMPARE(factorOf("{}"), api::Factor::Unknown);
        QCOMPARE(factorOf(R"({"channel":null})"), api::Factor::Unknown);
    }

    void understandsEscapedTokens()
    {
        const auto ended = read<api::EndSessionByToken>(
            sent(HttpMethod::Delete, "/users/session/token/tok%2Fen%201"));
        QCOMPARE(ended->token.reveal(), QByteArray("tok/en 1"));
        const auto shown =
            read<api::SessionByToken>(sent(HttpMethod::Get, "/users/session/token/tok1"));
        QCOMPARE(shown->token.reveal(), QByteArray("tok1"));
        const auto api =
            read<api::EndSession>(sent(HttpMethod::Delete, "/users/session/api/api%20sess%2F1"));
        QCOMPARE(api->id.text(), u"api sess/1"_s);
    }

    void understandsApiSessions()
    {
        const auto made = read<api::CreateApiSession>(sent(HttpMethod::Post, "/users/session/api",
                                                           R"({"isUnlimitedExpiration":true,)"
                                                           R"("labels":{"key":"value"}})"));
        QVERIFY(made->unlimited.value_or(false) && !made->expiresAt);
        QCOMPARE(made->labels, {u"key=value"_s});
        const auto changed = read<api::UpdateApiSession>(
            sent(HttpMethod::Patch, "/users/session/api/as1",
                 R"({"expiration":"2030-01-01T00:00:00.000Z","isUnlimitedExpiration":false,)"
                 R"("labels":{"key":"value"}})"));
        QCOMPARE(changed->id.text(), u"as1"_s);
        QCOMPARE(changed->expiresAt, in2030);
    }

    void understandsVerification()
    {
        const QByteArray below = "/users/user/u1/verification/";
        const auto begun = read<api::StartEmailChange>(sent(
            HttpMethod::Post, below + "email", R"({"email":"n@example.com","redirectPath":"/r"})"));
        QCOMPARE(begun->email, u"n@example.com"_s);
        QVERIFY(read<api::StartEmailVerification>(
            sent(HttpMethod::Post, below + "existing-email", R"({"redirectPath":"/r"})")));
        const auto done = read<api::FinishEmailVerification>(
            sent(HttpMethod::Patch, below + "email", R"({"emailVerificationId":"ev1"})"));
        QCOMPARE(done->code.reveal(), QByteArray("ev1"));
        QVERIFY(done->finishesChange);
        const auto phone = read<api::StartPhoneVerification>(
            sent(HttpMethod::Post, below + "phone",
                 R"({"channel":"SMS","phone":"(410) 435-0691 x609"})"));
        QCOMPARE(phone->phone, u"(410) 435-0691 x609"_s);
        QCOMPARE(phone->region, u"US"_s);
        const auto called = read<api::StartPhoneVerification>(
            sent(HttpMethod::Post, below + "phone", R"({"channel":"PhoneCall","phone":"1"})"));
        QCOMPARE(called.error().field, u"channel"_s);
        const auto taken = read<api::FinishPhoneVerification>(
            sent(HttpMethod::Patch, below + "phone", R"({"code":"654321"})"));
        QCOMPARE(taken->code.reveal(), QByteArray("654321"));
    }

    void understandsAuthorizations()
    {
        const QByteArray path = "/users/authorization";
        const auto creating = [&](const QByteArray &more) {
            return read<api::CreateAuthorization>(
                sent(HttpMethod::Post, path, R"({"requestingUserId":"u2")" + more + '}'));
        };
        const auto given = creating(R"(,"allowedAction":"Write","allowedScope":"profile")");
        QCOMPARE(given->receiver.text(), u"u2"_s);
        QCOMPARE(given->scope, api::AccessScope::Profile);
        QCOMPARE(given->action, api::AccessAction::Write);
        // The least that it can mean.
        const auto group = creating(R"(,"allowedScopeGroupId":"sessions","allowedScope":null)");
        QCOMPARE(group->scope, api::AccessScope::Sessions);
        QCOMPARE(group->action, api::AccessAction::Read);
        QCOMPARE(creating({}).error().field, u"allowedScope"_s);
        QCOMPARE(creating(R"(,"allowedScope":"payments")").error().code, u"unknownValue"_s);
        QCOMPARE(
            creating(R"(,"allowedScope":"profile","allowedScopeGroupId":"sessions")").error().field,
            u"allowedScopeGroupId"_s);
        // It would be more than what is asked for.
        QCOMPARE(creating(R"(,"allowedScope":"profile","scopeModifications":{"users":{}})")
                     .error()
                     .field,
                 u"scopeModifications"_s);
        QVERIFY(creating(R"(,"allowedScope":"profile","scopeModifications":null)"));
        QCOMPARE(read<api::CreateAuthorization>(
                     sent(HttpMethod::Post, path, R"({"allowedScope":"profile"})"))
                     .error()
                     .field,
                 u"requestingUserId"_s);

        const auto changed = read<api::UpdateAuthorization>(
            sent(HttpMethod::Patch, path + "/a%2F1", R"({"requestingUserId":"u3"})"));
        QCOMPARE(changed->id.text(), u"a/1"_s);
        QCOMPARE(changed->receiver, api::UserId(u"u3"_s));
        QVERIFY(!changed->scope && !changed->action);
        for (const char *scopes : {"/users/authorized-scopes", "/users/authorized-scope-groups"}) {
            QVERIFY(read<api::ListAccessScopes>(sent(HttpMethod::Get, scopes)));
            const auto ofOne =
                read<api::ShowAccessScopes>(sent(HttpMethod::Get, QByteArray(scopes) + "/u2"));
            QCOMPARE(ofOne->id.text(), u"u2"_s);
        }
        QVERIFY(read<api::ListOpenAccounts>(sent(HttpMethod::Get, path + "/accounts/u1")));
    }

    void tellsOneActThatIsLimitedFromAskingTooOften()
    {
        const Wire wire = wingspanWire();
        for (const auto &[code, heard] :
             {std::pair("codeTooSoon", "codeTooSoon"), {"tooManyRequests", ""}}) {
            Error error = Error::of(Kind::RateLimited, QString::fromLatin1(code));
            error.retryAfter = std::chrono::seconds(58);
            const HttpReply reply = wire.writeError(error, {});
            QCOMPARE(reply.status, 429);
            QCOMPARE(reply.body, QByteArray(R"({"error":"Too many requests"})"));
            const Error read = wire.readError(reply);
            QCOMPARE(read.kind, Kind::RateLimited);
            QCOMPARE(read.code, QString::fromLatin1(heard));
            QCOMPARE(read.retryAfter, std::chrono::seconds(58));
        }
    }

    void readsWhatItsVendorShows()
    {
        const Wire wire = wingspanWire();
        const api::SessionByToken asked{Secret(QByteArray("tok1"))};
        const auto shown = wire.translation<api::SessionByToken>()->readReply(
            told(200, R"({"token":"tok1","expiration":"2030-01-01T00:00:00.000Z",)"
                      R"("sessionType":"User","userId":"u1"})"),
            asked);
        QVERIFY(shown);
        QCOMPARE(shown->user.text(), u"u1"_s);
        QCOMPARE(shown->session.expiresAt, in2030);
        const Error expired = refusedWith(403, R"({"error":"Session expired"})");
        QCOMPARE(expired.kind, Kind::Unauthorized);
        QCOMPARE(expired.code, u"sessionEnded"_s);
        const Error taken = refusedWith(422, R"({"error":"User for email already exists"})");
        QCOMPARE(taken.kind, Kind::Conflict);
        QCOMPARE(taken.code, u"emailTaken"_s);
        // As its newer guide has it.
        QCOMPARE(refusedWith(403, R"({"code":7,"message":"Session expired"})").code,
                 u"sessionEnded"_s);
        QCOMPARE(refusedWith(401, "Unauthorized").kind, Kind::Unauthorized);
    }

    /// Its tokens tell whose they are, and nothing of an end.
    void findsOnesOwnAccountInItsTokens()
    {
        const Wire wire = wingspanWire();
        const QByteArray claims = R"({"userId":"u 1","sessionId":"s1","iat":1709164800})";
        HttpRequest request = wire.translation<api::Me>()->writeRequest({});
        wire.putCredential(request, Secret("e30." + claims.toBase64() + ".c2ln"));
        QCOMPARE(request.path, QByteArray("/users/user/u%201"));
        request = wire.translation<api::ListOpenAccounts>()->writeRequest({});
        wire.putCredential(request, Secret("e30." + claims.toBase64() + ".c2ln"));
        QCOMPARE(request.path, QByteArray("/users/authorization/accounts/u%201"));
        // Somebody else whose id begins like that.
        request = wire.translation<api::ShowAccount>()->writeRequest({api::UserId(u"men"_s)});
        wire.putCredential(request, Secret("e30." + claims.toBase64() + ".c2ln"));
        QCOMPARE(request.path, QByteArray("/users/user/men"));
    }
};

LATCHKEY_TEST(WingspanTest)

#include "tst_wingspan.moc"
