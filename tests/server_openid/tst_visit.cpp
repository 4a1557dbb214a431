#include "fakeprovider.h"
#include "support/testrunner.h"

#include <QTest>
#include <QUrlQuery>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace Qt::StringLiterals;

namespace {

/// Of RFC 7636, appendix B, where its challenge stands, too.
const QString rfcVerifier = u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s;

using Fields = QList<std::pair<QString, QString>>;

Fields fieldsOf(const Secret &form)
{
    return QUrlQuery(form.revealText()).queryItems(QUrl::FullyDecoded);
}

QString headerOf(const Fetch::Request &request)
{
    return request.headers.empty() ? QString() : request.headers.front().revealText();
}

/// What must never be told.
bool tellsSecrets(const Error &error)
{
    for (const QString &secret :
         {u"s3cret"_s, u"s3cret%2B"_s, u"code/1"_s, u"code%2F1"_s, u"verifier-1"_s, u"at-1"_s}) {
        if (error.detail.contains(secret) || error.code.contains(secret))
            return true;
    }
    return false;
}

} // namespace

class VisitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereTheBrowserGoes()
    {
        FakeProvider provider;
        const VisitAsked asked{provider.client,     u"http://127.0.0.1:4000/back?a=b"_s,
                               u"st&te"_s,          u"n-1"_s,
                               Secret(rfcVerifier), u"ada@example.org"_s};
        const auto address = provider.party.visitAddress(asked, {});
        QVERIFY(address);
        const QString start = u"https://id.example.org/auth?"_s;
        QVERIFY(address->startsWith(start));
        const Fields expected{
            {u"response_type"_s, u"code"_s},
            {u"scope"_s, u"openid email profile"_s},
            {u"client_id"_s, u"latchkey:1"_s},
            {u"redirect_uri"_s, asked.returnTo},
            {u"state"_s, u"st&te"_s},
            {u"nonce"_s, u"n-1"_s},
            {u"code_challenge"_s, u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s},
            {u"code_challenge_method"_s, u"S256"_s},
            {u"login_hint"_s, u"ada@example.org"_s}};
        auto fields = fieldsOf(Secret(address->mid(start.size())));
        QCOMPARE(fields, expected);
        QVERIFY(!address->contains(rfcVerifier) && !address->contains(u"s3cret"_s));
    }

    void whatItsAddressHasStays()
    {
        FakeProvider provider;
        provider.document[u"authorization_endpoint"_s] = u"https://id.example.org/auth?p=1"_s;
        provider.publish();
        const auto address = provider.party.visitAddress({provider.client, {}, {}, {}, {}, {}}, {});
        QVERIFY(address->startsWith(u"https://id.example.org/auth?p=1&response_type=code&"_s));
        QVERIFY(!address->contains(u"login_hint"_s));
    }

    void whoSignsInThereAlreadyDoesSoAnew()
    {
        FakeProvider provider;
        VisitAsked asked{provider.client, {}, {}, {}, {}, {}};
        QVERIFY(!provider.party.visitAddress(asked, {})->contains(u"max_age"_s));
        asked.isAnew = true;
        const auto address = provider.party.visitAddress(asked, {});
        QVERIFY(address->endsWith(u"&prompt=login&max_age=0"_s));
    }

    void whoRedeemsACode_data()
    {
        QTest::addColumn<QJsonValue>("methods");
        QTest::addColumn<bool>("hasSecret");
        QTest::addColumn<QString>("shown"); ///< how the client shows who it is
        const QString basic = u"client_secret_basic"_s;
        const QString post = u"client_secret_post"_s;
        QTest::newRow("nothing said") << QJsonValue() << true << u"header"_s;
        QTest::newRow("basic") << QJsonValue(QJsonArray{basic}) << true << u"header"_s;
        QTest::newRow("both") << QJsonValue(QJsonArray{post, basic}) << true << u"header"_s;
        QTest::newRow("post") << QJsonValue(QJsonArray{post}) << true << u"form"_s;
        QTest::newRow("neither") << QJsonValue(QJsonArray{u"private_key_jwt"_s}) << true << u""_s;
        QTest::newRow("public") << QJsonValue(QJsonArray{basic}) << false << u"id"_s;
    }
    void whoRedeemsACode()
    {
        QFETCH(QJsonValue, methods);
        QFETCH(bool, hasSecret);
        QFETCH(QString, shown);
        FakeProvider provider;
        if (!methods.isNull())
            provider.document[u"token_endpoint_auth_methods_supported"_s] = methods;
        provider.publish();
        provider.grants(provider.token());
        if (!hasSecret)
            provider.client.clientSecret.reset();
        const auto seen = provider.redeem();
        const auto asked = provider.fetch.asked(provider.tokensAt);
        if (shown.isEmpty()) {
            QCOMPARE(seen.error().code, u"clientRefused"_s);
            QCOMPARE(asked.size(), 0U);
            return;
        }
        QVERIFY(seen);
        Fields expected{{u"grant_type"_s, u"authorization_code"_s},
                        {u"code"_s, u"code/1"_s},
                        {u"redirect_uri"_s, u"http://127.0.0.1:4000/back?a=b"_s},
                        {u"code_verifier"_s, u"verifier-1"_s}};
        if (shown != "header"_L1)
            expected.append({u"client_id"_s, u"latchkey:1"_s});
        if (shown == "form"_L1)
            expected.append({u"client_secret"_s, u"s3cret+/ key"_s});
        QCOMPARE(asked.size(), 1U);
        QCOMPARE(fieldsOf(*asked.front().form), expected);
        const QByteArray pair = "latchkey%3A1:s3cret%2B%2F%20key";
        const QString header = u"Authorization: Basic "_s + QString::fromLatin1(pair.toBase64());
        QCOMPARE(headerOf(asked.front()), shown == "header"_L1 ? header : QString());
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *what, int status, const QByteArray &body,
                            const QString &code) { QTest::newRow(what) << status << body << code; };
        const QString refused = u"Unauthorized visitRefused"_s;
        const QString ours = u"Server clientRefused"_s;
        const QString unreachable = u"Server providerUnreachable"_s;
        const QString invalid = u"Unauthorized idTokenInvalid"_s;
        row("old code", 400, R"({"error":"invalid_grant","error_description":"code/1"})", refused);
        row("no code", 400, R"({"error":"invalid_request"})", refused);
        row("wrong secret", 401, R"({"error":"invalid_client"})", ours);
        row("wrong secret, as Google says it", 400, R"({"error":"invalid_client"})", ours);
        row("wrong secret, without a word", 401, "", ours);
        row("not allowed", 400, R"({"error":"unauthorized_client"})", ours);
        row("wrong address", 400, R"({"error":"redirect_uri_mismatch"})", ours);
        row("a page", 400, "<html>", unreachable);
        row("elsewhere", 302, R"({"error":"invalid_grant"})", unreachable);
        row("not there", 404, "", unreachable);
        row("too often", 429, "", unreachable);
        row("broken", 503, R"({"error":"invalid_grant"})", unreachable);
        row("no JSON", 200, "id_token=abc", invalid);
        row("no token", 200, R"({"access_token":"at-1","token_type":"Bearer"})", invalid);
        row("no text", 200, R"({"id_token":5})", invalid);
        row("two", 200, R"({"id_token":"a","id_token":"b"})", invalid);
        row("no good one", 200, R"({"id_token":"a.b.c"})", invalid);
    }
    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        FakeProvider provider;
        provider.fetch.at(provider.tokensAt, status, body);
        const auto seen = provider.redeem();
        QVERIFY(!seen);
        QTEST(QString(nameOf(seen.error().kind) + u' ' + seen.error().code), "code");
        QCOMPARE(seen.error().status, seen.error().kind == Error::Kind::Server ? 503 : 0);
        QVERIFY(!tellsSecrets(seen.error()));
    }

    void noAnswerToACode()
    {
        FakeProvider provider;
        provider.fetch.failsAt(provider.tokensAt, Error::of(Error::Kind::Network, u"n"_s));
        QCOMPARE(provider.redeem().error().code, u"providerUnreachable"_s);
        provider.fetch.failsAt(provider.tokensAt, Error::of(Error::Kind::Protocol, u"long"_s));
        QCOMPARE(provider.redeem().error().code, u"providerUnreachable"_s);
    }

    void theTokenIsOfThisVisit()
    {
        FakeProvider provider;
        provider.claims[u"nonce"_s] = u"n-2"_s;
        provider.grants(provider.token());
        QCOMPARE(provider.redeem().error().code, u"idTokenInvalid"_s);
        provider.claims.remove(u"nonce"_s);
        provider.grants(provider.token());
        QCOMPARE(provider.redeem().error().code, u"idTokenInvalid"_s);
    }

    void whoHasAnAddressIsNotAskedAbout()
    {
        FakeProvider provider;
        provider.grants(provider.token());
        QVERIFY(provider.redeem());
        QCOMPARE(provider.fetch.timesAsked(provider.userinfoAt), 0);
    }

    void userinfo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("outcome"); ///< the address, or a code
        const QByteArray json = "application/json";
        const QByteArray good = R"({"sub":"248289761001","email":"a@b.org","email_verified":true})";
        QTest::newRow("told") << 200 << json << good << u"a@b.org"_s;
        QTest::newRow("signed") << 200 << QByteArray("application/jwt") << good << u""_s;
        QTest::newRow("not told") << 403 << json << good << u""_s;
        QTest::newRow("broken") << 500 << json << good << u"providerUnreachable"_s;
        QTest::newRow("a page") << 200 << json << QByteArray("<html>") << u"idTokenInvalid"_s;
        QTest::newRow("another") << 200 << json
                                 << QByteArray(R"({"sub":"248289761002","email":"a@b.org"})")
                                 << u"idTokenInvalid"_s;
        QTest::newRow("nobody") << 200 << json << QByteArray(R"({"email":"a@b.org"})")
                                << u"idTokenInvalid"_s;
        QTest::newRow("two") << 200 << json << good.chopped(1) + R"(,"sub":"248289761001"})"
                             << u"idTokenInvalid"_s;
    }
    void userinfo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        FakeProvider provider;
        provider.claims.remove(u"email"_s);
        provider.grants(provider.token());
        provider.fetch.at(provider.userinfoAt, status, body, type);
        const auto seen = provider.redeem();
        const auto asked = provider.fetch.asked(provider.userinfoAt);
        QCOMPARE(asked.size(), 1U);
        QCOMPARE(headerOf(asked.front()), u"Authorization: Bearer at-1"_s);
        QVERIFY(!asked.front().form);
        QTEST(seen ? seen->email.value_or(QString()) : seen.error().code, "outcome");
        QVERIFY(!seen || seen->isEmailVerified == seen->email.has_value());
        QVERIFY(!seen || seen->name == u"Ada Lovelace"_s);
        QVERIFY(seen || !tellsSecrets(seen.error()));
    }

    void whoCanNotBeAskedAbout()
    {
        FakeProvider provider;
        provider.claims.remove(u"email"_s);
        const auto isSeenWithout = [&](const QJsonObject &more) {
            provider.grants(provider.token(), more);
            const auto seen = provider.redeem();
            return seen && !seen->email && provider.fetch.timesAsked(provider.userinfoAt) == 0;
        };
        QVERIFY(isSeenWithout({{u"access_token"_s, QJsonValue::Null}}));
        QVERIFY(isSeenWithout({{u"token_type"_s, u"DPoP"_s}}));
        QVERIFY(isSeenWithout({{u"access_token"_s, u"a\r\nHost: x"_s}}));
        QVERIFY(isSeenWithout({{u"access_token"_s, u""_s}}));
    }
};

LATCHKEY_TEST(VisitTest)

#include "tst_visit.moc"
