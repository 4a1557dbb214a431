#include "fakeprovider.h"
#include "server/openid/signedtoken.h"
#include "support/testrunner.h"

#include <QCryptographicHash>
#include <QTest>

#include <future>
#include <latch>

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

QJsonObject with(QJsonObject object, const QString &name, const QJsonValue &value)
{
    object[name] = value;
    return object;
}

/// A provider at which somebody is seen already, and a key that it signs with from now on.
struct Rotating : FakeProvider
{
    QByteArray next = otherKey().token("RS256", json(claims));

    Rotating()
    {
        if (!verify(token()))
            qFatal("the first key is no good");
    }
    void rotate()
    {
        keys = {otherKey().published()};
        publish();
    }
    int times() const { return fetch.timesAsked(keysAt); }
};

} // namespace

class KeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whichKeysFit_data()
    {
        QTest::addColumn<QJsonValue>("keys");
        QTest::addColumn<bool>("isGood");
        const QJsonObject key = FakeProvider::key().published();
        const QJsonObject other = with(FakeProvider::otherKey().published(), u"kid"_s, u"k-1"_s);
        const auto row = [](const char *what, const QJsonValue &keys, bool isGood = false) {
            QTest::newRow(what) << keys << isGood;
        };
        const auto one = [&](const QString &name, const QJsonValue &value) {
            return QJsonArray{with(key, name, value)};
        };
        row("no keys", QJsonArray());
        row("for signatures", one(u"use"_s, u"sig"_s), true);
        row("for encryption", one(u"use"_s, u"enc"_s));
        row("to verify", one(u"key_ops"_s, QJsonArray{u"verify"_s}), true);
        row("to encrypt", one(u"key_ops"_s, QJsonArray{u"encrypt"_s}));
        row("for this way", one(u"alg"_s, u"RS256"_s), true);
        row("for another way", one(u"alg"_s, u"PS256"_s));
        row("of another name", one(u"kid"_s, u"k-3"_s));
        row("of no name", one(u"kid"_s, QJsonValue::Null));
        row("of another sort", one(u"kty"_s, u"oct"_s));
        row("of an unknown sort", one(u"kty"_s, u"OKP"_s));
        row("without a modulus", one(u"n"_s, QJsonValue::Null));
        row("too short", one(u"n"_s, key[u"n"_s].toString().left(340)));
        row("something else among them", QJsonArray{5, with(key, u"use"_s, u"enc"_s), key}, true);
        row("two of one name", QJsonArray{other, key}, true);
        row("a point of that name", with(point().published(), u"kid"_s, u"k-1"_s));
    }
    void whichKeysFit()
    {
        QFETCH(QJsonValue, keys);
        FakeProvider provider;
        provider.keys = keys.toArray();
        provider.publish();
        QTEST(provider.verify(provider.token()).has_value(), "isGood");
    }

    void whoNamesNoKeyMayMeanAny()
    {
        FakeProvider provider;
        provider.keys = {FakeProvider::otherKey().published(), FakeProvider::key().published()};
        provider.publish();
        QVERIFY(provider.verify(FakeProvider::key().tokenWithHeader(R"({"alg":"RS256"})", "RS256",
                                                                    json(provider.claims))));
    }

    /// Of RFC 7515, appendices A.2 and A.3.
    void whatTheStandardSigned()
    {
        const auto keys = KeySet::parse(
            R"({"keys":[
            {"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPd)"
            R"(dxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47)"
            R"(soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmt)"
            R"(dVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91k)"
            R"(zk2PAcDTW9gb54h4FRWyuXpoQ"},
            {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
             "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})");
        const QByteArray claims = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
                                  "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        const QByteArray byRsa =
            "eyJhbGciOiJSUzI1NiJ9." + claims +
            ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt"
            "_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_"
            "nZLgrnbyTyWzO75vRK5h6xBArLIAR"
            "NPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-"
            "eOkHWEsqtFZESc6BfI7noOPqvhJ"
            "1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
        const QByteArray byPoint =
            "eyJhbGciOiJFUzI1NiJ9." + claims +
            ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1"
            "Q";
        for (const QByteArray &token : {byRsa, byPoint}) {
            const auto contents = SignedToken::parse(Secret(token))->contentsBy(*keys);
            QVERIFY(contents);
            QCOMPARE(base64Url(*contents), claims);
        }
    }

    void noPointOnItsCurve()
    {
        FakeProvider provider;
        QJsonObject off = point().published();
        off[u"y"_s] = off[u"x"_s];
        provider.keys = {off};
        provider.publish();
        QVERIFY(!provider.verify(point().token("ES256", json(provider.claims))));
    }

    void weakKeys()
    {
        const SigningKey weak = SigningKey::rsa(u"k-1"_s, 1024);
        FakeProvider provider;
        provider.keys = {weak.published()};
        provider.publish();
        QVERIFY(!provider.verify(weak.token("RS256", json(provider.claims))));
    }

    /// By which anybody signs: what is signed is its own signature.
    void anExponentThatDoesNothing()
    {
        FakeProvider provider;
        provider.keys = {with(FakeProvider::key().published(), u"e"_s, u"AQ"_s)};
        provider.publish();
        const QByteArray text =
            base64Url(R"({"alg":"RS256","kid":"k-1"})") + '.' + base64Url(json(provider.claims));
        const QByteArray hash = QByteArray::fromHex("3031300d060960864801650304020105000420") +
                                QCryptographicHash::hash(text, QCryptographicHash::Sha256);
        const QByteArray padding = QByteArray::fromHex("0001") + QByteArray(202, '\xff') + '\0';
        QVERIFY(!provider.verify(QByteArray(text + '.' + base64Url(padding + hash))));
    }

    void aCurveOfAnotherWay()
    {
        const SigningKey other = SigningKey::point(u"e-1"_s, "P-384");
        FakeProvider provider;
        provider.keys = {other.published()};
        provider.publish();
        const QByteArray header = R"({"alg":"ES256","kid":"e-1"})";
        QVERIFY(!provider.verify(other.tokenWithHeader(header, "ES256", json(provider.claims))));
        QVERIFY(provider.verify(other.token("ES384", json(provider.claims))));
    }

    void aNewKeyIsAskedFor()
    {
        Rotating provider;
        QVERIFY(!provider.verify(provider.next)); // it was asked just now
        QCOMPARE(provider.times(), 1);
        provider.rotate();
        provider.clock.advance(59s);
        QVERIFY(!provider.verify(provider.next));
        QCOMPARE(provider.times(), 1);
        provider.clock.advance(1s);
        QVERIFY(provider.verify(provider.next));
        QCOMPARE(provider.times(), 2);
        QVERIFY(provider.verify(provider.next));
        QVERIFY(!provider.verify(provider.token())); // the old one is gone
        QCOMPARE(provider.times(), 2);
        QCOMPARE(provider.fetch.timesAsked(provider.documentAt), 1);
    }

    void soIsOneOfTheSameName()
    {
        Rotating provider;
        provider.keys = {with(FakeProvider::otherKey().published(), u"kid"_s, u"k-1"_s)};
        provider.publish();
        provider.clock.advance(1min);
        const QByteArray token =
            FakeProvider::otherKey().token("RS256", json(provider.claims), {{u"kid"_s, u"k-1"_s}});
        QVERIFY(provider.verify(token));
        QCOMPARE(provider.times(), 2);
    }

    void whatNobodySignedAsksOnceAMinute()
    {
        Rotating provider;
        for (int i = 0; i < 240; ++i) {
            QCOMPARE(provider.verify(provider.next).error().code, u"idTokenInvalid"_s);
            provider.clock.advance(1s);
        }
        QCOMPARE(provider.times(), 4);
    }

    void whatIsNoTokenAsksNever()
    {
        FakeProvider provider;
        QVERIFY(!provider.verify("a.b.c"));
        QCOMPARE(provider.fetch.timesAsked(provider.keysAt), 0);
    }

    void keysAreKeptForAnHour()
    {
        Rotating provider;
        provider.rotate();
        provider.clock.advance(1h);
        provider.claims[u"iat"_s] = provider.now();
        provider.claims[u"exp"_s] = provider.now() + 60;
        QVERIFY(!provider.verify(provider.token())); // what it took back is good no longer
        QCOMPARE(provider.times(), 2);
    }

    void whoHasNoKeysIsUnreachable()
    {
        for (const auto &[status, body] :
             {std::pair(500, "{\"keys\":[]}"), std::pair(404, "{\"keys\":[]}"),
              std::pair(200, "<html>"), std::pair(200, "{}"),
              std::pair(200, "{\"keys\":[],\"keys\":[]}"), std::pair(200, "{\"keys\":{}}")}) {
            FakeProvider provider;
            provider.fetch.at(provider.keysAt, status, body);
            QCOMPARE(provider.verify(provider.token()).error().code, u"providerUnreachable"_s);
            provider.publish();
            provider.clock.advance(30s);
            QVERIFY(provider.verify(provider.token()));
        }
    }

    /// The second one comes while the first one waits for the keys.
    void twoAtOnceAskOnce()
    {
        Rotating provider;
        provider.rotate();
        provider.clock.advance(1min);
        std::latch hasAsked(1);
        std::promise<void> mayAnswer;
        const auto answered = mayAnswer.get_future().share();
        const QByteArray keys = json({{u"keys"_s, provider.keys}});
        provider.fetch.at(provider.keysAt, [&, answered](const auto &, const auto &) {
            hasAsked.count_down();
            answered.wait();
            return Fetch::Answer{200, "application/json", Secret(keys)};
        });
        const auto verify = [&] { return provider.verify(provider.next).has_value(); };
        auto first = std::async(std::launch::async, verify);
        hasAsked.wait();
        auto second = std::async(std::launch::async, verify);
        QCOMPARE(second.wait_for(50ms), std::future_status::timeout);
        mayAnswer.set_value();
        QVERIFY(first.get());
        QVERIFY(second.get());
        QCOMPARE(provider.times(), 2);
    }

    /// Who waits for another one gives up alone, and goes on where that one gave up.
    void whoWaitsMayGiveUp()
    {
        FakeProvider provider;
        std::latch hasAsked(1);
        std::stop_source firstStops;
        std::stop_source secondStops;
        provider.fetch.at(provider.documentAt, [&](const auto &, const std::stop_token &stop) {
            std::promise<void> ended;
            const std::stop_callback end(stop, [&] { ended.set_value(); });
            hasAsked.count_down();
            ended.get_future().wait();
            return Result<Fetch::Answer>(failure(Error::of(Error::Kind::Cancelled, u"c"_s)));
        });
        const auto visit = [&](const std::stop_token &stop) {
            return provider.party.visitAddress({provider.client, {}, {}, {}, {}, {}}, stop);
        };
        auto first = std::async(std::launch::async, visit, firstStops.get_token());
        hasAsked.wait();
        auto second = std::async(std::launch::async, visit, secondStops.get_token());
        auto third = std::async(std::launch::async, visit, std::stop_token());
        secondStops.request_stop();
        QCOMPARE(second.get().error().kind, Error::Kind::Cancelled);
        QCOMPARE(first.wait_for(0ms), std::future_status::timeout);
        provider.publish();
        firstStops.request_stop();
        QCOMPARE(first.get().error().kind, Error::Kind::Cancelled);
        QVERIFY(third.get());
    }

    void manyAtOnce()
    {
        FakeProvider provider;
        std::vector<std::future<bool>> all;
        const QByteArray token = provider.token();
        for (int i = 0; i < 8; ++i) {
            all.push_back(std::async(std::launch::async, [&] {
                bool isGood = true;
                for (int round = 0; round < 20; ++round)
                    isGood = isGood && provider.verify(token);
                return isGood;
            }));
        }
        for (auto &each : all)
            QVERIFY(each.get());
        QCOMPARE(provider.fetch.timesAsked(provider.keysAt), 1);
    }
};

LATCHKEY_TEST(KeysTest)

#include "tst_keys.moc"
