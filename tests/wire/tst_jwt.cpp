#include "support/testrunner.h"
#include "wire/jwt.h"

#include <QCryptographicHash>
#include <QTest>

using namespace latchkey;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const Timestamp now{std::chrono::hours(500'000)};

/// Whose key is its name, and who forgot the key before last.
class Hand final : public api::TokenSigner
{
public:
    QByteArray keyAt(Timestamp) const override { return "2"; }
    QByteArray sign(const QByteArray &key, QByteArrayView text) const override
    {
        return QCryptographicHash::hash(QByteArray(key + text.toByteArray()),
                                        QCryptographicHash::Sha256);
    }
    bool hasSigned(const QByteArray &key, QByteArrayView text, QByteArrayView signature,
                   Timestamp) const override
    {
        return key != "0" && sign(key, text) == signature;
    }
};
const Hand hand;

Secret made(const QByteArray &claims = R"({"id":"ada"})")
{
    return signedToken({.random = {}, .madeAt = now, .signer = &hand}, claims);
}

QByteArray with(const QByteArray &header, const QByteArray &key = "2")
{
    const QByteArray text = header.toBase64(base64) + '.' + QByteArray("{}").toBase64(base64);
    return text + '.' + hand.sign(key, text).toBase64(base64);
}

QString fault(const QByteArray &token)
{
    const auto checked = checkSigned(token, hand, now);
    return checked ? QString() : checked.error().code;
}

} // namespace

class JwtTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatEverybodyReads()
    {
        const auto parts = made().reveal().split('.');
        QCOMPARE(parts.size(), 3);
        QCOMPARE(QByteArray::fromBase64(parts.at(0), base64),
                 R"({"alg":"HS256","kid":"2","typ":"JWT"})");
        QCOMPARE(QByteArray::fromBase64(parts.at(1), base64), R"({"id":"ada"})");
        QCOMPARE(fault(made().reveal()), QString());
    }

    void refusesWhatWasNotSigned()
    {
        const QByteArray good = made().reveal();
        QCOMPARE(fault("lks_abc"), u"tokenMalformed"_s);
        QCOMPARE(fault(good + ".x"), u"tokenMalformed"_s);
        QCOMPARE(fault(".."), u"tokenForged"_s);
        const auto parts = good.split('.');
        const QByteArray eve = QByteArray(R"({"id":"eve"})").toBase64(base64);
        QCOMPARE(fault(parts.at(0) + '.' + eve + '.' + parts.at(2)), u"tokenForged"_s);
        QCOMPARE(fault(parts.at(0) + '.' + parts.at(1) + '.'), u"tokenForged"_s);
        QCOMPARE(fault(good.chopped(1)), u"tokenForged"_s);
    }

    /// Whatever its header says, there is one way of signing.
    void hearsOfNoOtherWay()
    {
        QCOMPARE(fault(with(R"({"alg":"HS256","kid":"2","typ":"JWT"})")), QString());
        QCOMPARE(fault(with(R"({"alg":"HS256","kid":"1","typ":"JWT"})", "1")), QString());
        for (const char *header :
             {R"({"alg":"none","kid":"2","typ":"JWT"})", R"({"alg":"HS512","kid":"2","typ":"JWT"})",
              R"({"alg":"hs256","kid":"2","typ":"JWT"})", R"({"kid":"2","typ":"JWT"})",
              R"({"alg":"HS256","typ":"JWT"})", R"({"alg":"HS256","kid":2,"typ":"JWT"})",
              R"({"alg":"HS256","alg":"none","kid":"2","typ":"JWT"})", R"(["HS256"])", ""})
            QCOMPARE(fault(with(header)), u"tokenForged"_s);
        QCOMPARE(fault(with(R"({"alg":"HS256","kid":"1","typ":"JWT"})")), u"tokenForged"_s);
        QCOMPARE(fault(with(R"({"alg":"HS256","kid":"0","typ":"JWT"})", "0")), u"tokenForged"_s);
        const QByteArray unsignedToken = QByteArray(R"({"alg":"none"})").toBase64(base64) + ".e30.";
        QCOMPARE(fault(unsignedToken), u"tokenForged"_s);
    }
};

LATCHKEY_TEST(JwtTest)

#include "tst_jwt.moc"
