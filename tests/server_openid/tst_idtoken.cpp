#include "fakeprovider.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const SigningKey &point()
{
    static const SigningKey made = SigningKey::point(u"e-1"_s);
    return made;
}

QString codeOf(const Result<SeenIdentity> &seen)
{
    return seen ? u"seen"_s : nameOf(seen.error().kind) + u' ' + seen.error().code;
}

} // namespace

class IdTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whomItNames()
    {
        FakeProvider provider;
        const auto seen = provider.verify(provider.token());
        QCOMPARE(codeOf(seen), u"seen"_s);
        const SeenIdentity expected{.issuer = provider.issuer,
                                    .subject = u"248289761001"_s,
                                    .email = u"ada@example.org"_s,
                                    .isEmailVerified = true,
                                    .name = u"Ada Lovelace"_s,
                                    .tokenExpiresAt =
                                        Timestamp(std::chrono::seconds(provider.now() + 420))};
        QVERIFY(*seen == expected);
    }

    void waysOfSigning_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        QTest::addColumn<QByteArray>("curve");
        for (const char *name : {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
            QTest::newRow(name) << QByteArray(name) << QByteArray();
        QTest::newRow("ES256") << QByteArray("ES256") << QByteArray("P-256");
        QTest::newRow("ES384") << QByteArray("ES384") << QByteArray("P-384");
        QTest::newRow("ES512") << QByteArray("ES512") << QByteArray("P-521");
    }
    void waysOfSigning()
    {
        QFETCH(QByteArray, algorithm);
        QFETCH(QByteArray, curve);
        FakeProvider provider;
        const SigningKey key =
            curve.isEmpty() ? FakeProvider::key() : SigningKey::point(u"e-1"_s, curve.constData());
        provider.keys = {key.published()};
        provider.publish();
        const QByteArray token = key.token(algorithm, json(provider.claims));
        QCOMPARE(codeOf(provider.verify(token)), u"seen"_s);
        // One bit of what it says, and one of the signature.
        for (const qsizetype at : {token.indexOf('.') + 10, token.size() - 10}) {
            QByteArray forged = token;
            forged[at] = forged[at] == 'A' ? 'B' : 'A';
            QCOMPARE(codeOf(provider.verify(forged)), u"Unauthorized idTokenInvalid"_s);
        }
    }

    void claims_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("isGood");
        const qint64 now = FakeProvider().now();
        const auto row = [](const char *what, const char *name, const QJsonValue &value,
                            bool isGood = false) {
            QTest::newRow(what) << QString::fromLatin1(name) << value << isGood;
        };
        const QJsonValue none(QJsonValue::Null);
        row("of nobody", "iss", none);
        row("of another", "iss", u"https://id.example.org"_s);
        row("of almost the same", "iss", u"https://id.example.org/realm/"_s);
        row("for nobody", "aud", none);
        row("for another", "aud", u"latchkey:2"_s);
        row("for none of them", "aud", QJsonArray());
        row("for several, given to nobody", "aud", QJsonArray{u"latchkey:1"_s, u"x"_s});
        row("for one in a list", "aud", QJsonArray{u"latchkey:1"_s}, true);
        row("for numbers", "aud", QJsonArray{1});
        row("given to another, for us", "azp", u"x"_s, true);
        row("expires never", "exp", none);
        row("expired", "exp", now - 120);
        row("expired almost", "exp", now - 119, true);
        row("expires in the middle of a second", "exp", double(now) + 0.5, true);
        row("expires by a word", "exp", QString::number(now + 300));
        row("expires in the end", "exp", 1e300);
        row("expired long ago", "exp", -1e300);
        row("from nowhere", "iat", none);
        row("from the future", "iat", now + 121);
        row("from almost now", "iat", now + 120, true);
        row("from almost a day ago", "iat", now - 24 * 3600 + 1, true);
        row("from a day ago", "iat", now - 24 * 3600);
        row("not yet", "nbf", now + 121);
        row("already", "nbf", now, true);
        row("never", "nbf", 1e300);
        row("from a word", "nbf", u"now"_s);
        row("another nonce", "nonce", u"n-2"_s);
        row("a part of the nonce", "nonce", u"n-"_s);
        row("no nonce", "nonce", none);
        row("about nobody", "sub", none);
        row("about nothing", "sub", u""_s);
        row("about a number", "sub", 248289761);
        row("about as long a name as there is", "sub", QString(255, u'a'), true);
        row("about a longer one", "sub", QString(256, u'a'));
        row("about another script", "sub", u"\u0430da"_s);
        row("about two lines", "sub", u"a\nb"_s);
        row("address of a number", "email", 5);
    }
    void claims()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QFETCH(bool, isGood);
        FakeProvider provider;
        provider.claims[name] = value;
        QCOMPARE(codeOf(provider.verify(provider.token())),
                 isGood ? u"seen"_s : u"Unauthorized idTokenInvalid"_s);
    }

    /// `auth_time`, where they were to sign in there anew.
    void whenTheySignedInThere_data()
    {
        QTest::addColumn<QJsonValue>("at");
        QTest::addColumn<QString>("outcome");
        const qint64 now = FakeProvider().now();
        const QString undated = u"Forbidden signInUndated"_s;
        const QString before = u"Forbidden signInNotAnew"_s;
        const auto row = [](const char *what, const QJsonValue &at, const QString &outcome) {
            QTest::newRow(what) << at << outcome;
        };
        row("not said", QJsonValue(QJsonValue::Undefined), undated);
        row("nothing", QJsonValue(QJsonValue::Null), undated);
        row("a word", QString::number(now), undated);
        row("in the future", now + 121, undated);
        row("then", now, u"seen"_s);
        row("later", now + 30, u"seen"_s);
        row("before, by another clock", now - 119, u"seen"_s);
        row("before", now - 121, before);
        row("long ago", 0, before);
    }
    void whenTheySignedInThere()
    {
        QFETCH(QJsonValue, at);
        FakeProvider provider;
        if (!at.isUndefined())
            provider.claims[u"auth_time"_s] = at;
        provider.grants(provider.token());
        QCOMPARE(codeOf(provider.redeem()), u"seen"_s); // where that does not matter
        provider.signedInSince = provider.clock.now();
        QTEST(codeOf(provider.redeem()), "outcome");
    }

    /// What a token says that is not to be believed is of no interest.
    void whenTheySignedInIsAskedLast()
    {
        FakeProvider provider;
        provider.signedInSince = provider.clock.now();
        provider.claims[u"nonce"_s] = u"n-2"_s;
        provider.grants(provider.token());
        QCOMPARE(codeOf(provider.redeem()), u"Unauthorized idTokenInvalid"_s);
    }

    void whoComesLateSeesItExpire()
    {
        FakeProvider provider;
        provider.claims[u"exp"_s] = provider.now() + 30 * 24 * 3600;
        const QByteArray token = provider.token();
        const Timestamp end = provider.verify(token)->tokenExpiresAt;
        QVERIFY(end == provider.clock.now() + 24h);
        provider.clock.advance(24h - 1ms);
        QCOMPARE(codeOf(provider.verify(token)), u"seen"_s);
        provider.clock.advance(1ms);
        QCOMPARE(codeOf(provider.verify(token)), u"Unauthorized idTokenInvalid"_s);
    }

    void severalAudiencesAndUs()
    {
        FakeProvider provider;
        provider.claims[u"aud"_s] = QJsonArray{u"x"_s, u"latchkey:1"_s};
        provider.claims[u"azp"_s] = u"latchkey:1"_s;
        QCOMPARE(codeOf(provider.verify(provider.token())), u"seen"_s);
        provider.claims[u"azp"_s] = u"x"_s;
        QCOMPARE(codeOf(provider.verify(provider.token())), u"Unauthorized idTokenInvalid"_s);
    }

    void aNonceThatNobodyAskedWithIsNotCompared()
    {
        FakeProvider provider;
        QCOMPARE(codeOf(provider.verify(provider.token(), std::nullopt)), u"seen"_s);
        provider.claims.remove(u"nonce"_s);
        QCOMPARE(codeOf(provider.verify(provider.token(), std::nullopt)), u"seen"_s);
    }

    void onlyGoogleHasTwoNames()
    {
        FakeProvider provider;
        const QString google = u"https://accounts.google.com"_s;
        provider.client.issuer = google;
        provider.document[u"issuer"_s] = google;
        provider.fetch.at(google + u"/.well-known/openid-configuration"_s, 200,
                          json(provider.document));
        for (const QString &name : {google, u"accounts.google.com"_s}) {
            provider.claims[u"iss"_s] = name;
            const auto seen = provider.verify(provider.token());
            QCOMPARE(codeOf(seen), u"seen"_s);
            QCOMPARE(seen->issuer, google);
        }
        FakeProvider other;
        other.claims[u"iss"_s] = u"id.example.org/realm"_s;
        QCOMPARE(codeOf(other.verify(other.token())), u"Unauthorized idTokenInvalid"_s);
        other.claims[u"iss"_s] = u"accounts.google.com"_s;
        QCOMPARE(codeOf(other.verify(other.token())), u"Unauthorized idTokenInvalid"_s);
    }

    void whatCanNotBeUsedIsNotTold()
    {
        FakeProvider provider;
        provider.claims[u"email"_s] = QString(QString(250, u'a') + u"@example.org"_s);
        provider.claims[u"name"_s] = u"Ada\u202EecalevoL"_s;
        const auto seen = provider.verify(provider.token());
        QCOMPARE(codeOf(seen), u"seen"_s);
        QVERIFY(!seen->email && !seen->name && !seen->isEmailVerified);
    }

    void addressesThatNobodyVerified()
    {
        FakeProvider provider;
        const auto isVerified = [&](const QJsonValue &said) {
            provider.claims[u"email_verified"_s] = said;
            return provider.verify(provider.token())->isEmailVerified;
        };
        QVERIFY(isVerified(true));
        QVERIFY(isVerified(u"true"_s));
        QVERIFY(!isVerified(false));
        QVERIFY(!isVerified(u"false"_s));
        QVERIFY(!isVerified(1));
        QVERIFY(!isVerified(QJsonValue::Null));
    }

    void whatNoKeyMakesGood_data()
    {
        QTest::addColumn<QByteArray>("token");
        FakeProvider provider;
        const QByteArray claims = json(provider.claims);
        const SigningKey &key = FakeProvider::key();
        const auto row = [](const char *what, const QByteArray &token) {
            QTest::newRow(what) << token;
        };
        const auto unsignedToken = [&](const QByteArray &header) -> QByteArray {
            return base64Url(header) + '.' + base64Url(claims) + '.';
        };
        const auto withHeader = [&](const QByteArray &header) {
            return key.tokenWithHeader(header, "RS256", claims);
        };
        row("nothing", "");
        row("no token", "abc");
        row("two parts", base64Url("{}") + '.' + base64Url(claims));
        row("none", unsignedToken(R"({"alg":"none"})"));
        row("None", unsignedToken(R"({"alg":"None","kid":"k-1"})"));
        row("none, signed", withHeader(R"({"alg":"none","kid":"k-1"})"));
        row("RS256, unsigned", unsignedToken(R"({"alg":"RS256","kid":"k-1"})"));
        row("shared key: the public one", sharedToken(key.publicPem(), claims, u"k-1"_s));
        row("shared key: its modulus",
            sharedToken(key.published()[u"n"_s].toString().toLatin1(), claims, u"k-1"_s));
        row("shared key: the client's secret",
            sharedToken(provider.client.clientSecret->reveal(), claims, u"k-1"_s));
        row("no way", withHeader(R"({"kid":"k-1"})"));
        row("no header", withHeader(""));
        row("a list", withHeader(R"(["RS256"])"));
        row("twice a way", withHeader(R"({"alg":"RS256","alg":"RS256","kid":"k-1"})"));
        row("critical", withHeader(R"({"alg":"RS256","kid":"k-1","crit":["exp"],"exp":1})"));
        row("critical: nothing", withHeader(R"({"alg":"RS256","kid":"k-1","crit":null})"));
        row("for access", withHeader(R"({"alg":"RS256","kid":"k-1","typ":"at+jwt"})"));
        row("another way", withHeader(R"({"alg":"PS256","kid":"k-1"})"));
        row("a key of its own",
            FakeProvider::otherKey().token(
                "RS256", claims,
                {{u"kid"_s, u"k-1"_s}, {u"jwk"_s, FakeProvider::otherKey().published()}}));
        row("twice a claim", key.token("RS256", claims.chopped(1) + R"(,"sub":"x"})"));
        row("no claims", key.token("RS256", "hello"));
        const QByteArray good = key.token("RS256", claims);
        row("four parts", good + ".x");
        row("padded", good + "==");
        row("a line more", good + '\n');
        row("long", key.token("RS256",
                              claims.chopped(1) + R"(,"x":")" + QByteArray(50'000, 'x') + R"("})"));
        row("signature longer", good + "AAAA");
    }
    void whatNoKeyMakesGood()
    {
        QFETCH(QByteArray, token);
        FakeProvider provider;
        const auto seen = provider.verify(token);
        QCOMPARE(codeOf(seen), u"Unauthorized idTokenInvalid"_s);
        QVERIFY(token.isEmpty() || !seen.error().detail.toUtf8().contains(token));
    }

    void theSameNumbersWrittenLonger()
    {
        FakeProvider provider;
        provider.keys = {point().published()};
        provider.publish();
        const QByteArray token = point().token("ES256", json(provider.claims));
        const qsizetype dot = token.lastIndexOf('.');
        const QByteArray pair =
            QByteArray::fromBase64(token.mid(dot + 1), QByteArray::Base64UrlEncoding);
        const QByteArray longer = '\0' + pair.first(32) + '\0' + pair.last(32);
        QCOMPARE(codeOf(provider.verify(token)), u"seen"_s);
        QCOMPARE(codeOf(provider.verify(token.first(dot + 1) + base64Url(longer))),
                 u"Unauthorized idTokenInvalid"_s);
    }

    void aTypeThatSaysSoIsFine()
    {
        FakeProvider provider;
        const QByteArray token =
            FakeProvider::key().token("RS256", json(provider.claims), {{u"typ"_s, u"JWT"_s}});
        QCOMPARE(codeOf(provider.verify(token)), u"seen"_s);
    }
};

LATCHKEY_TEST(IdTokenTest)

#include "tst_idtoken.moc"
