#include "server/tokenkeys.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds longest = std::chrono::days(90);
const Timestamp start{std::chrono::days(30 * 700)};

TokenKeys keysOf(char byte)
{
    return {Secret(QByteArray(32, byte)), longest};
}

} // namespace

class TokenKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The next key signs; the one before is known as long as what it signed may live.
    void takeTurns()
    {
        const TokenKeys keys = keysOf('k');
        const QByteArray first = keys.keyAt(start);
        QCOMPARE(keys.keyAt(start + std::chrono::days(30) - 1ms), first);
        const QByteArray second = keys.keyAt(start + std::chrono::days(30));
        QVERIFY(second != first);
        const QByteArray signature = keys.sign(first, "text");
        QVERIFY(signature != keys.sign(second, "text"));
        QVERIFY(keys.hasSigned(first, "text", signature, start));
        QVERIFY(!keys.hasSigned(second, "text", signature, start + std::chrono::days(30)));
        const Timestamp lastUse = start + std::chrono::days(30);
        QVERIFY(keys.hasSigned(first, "text", signature, lastUse - 1ms + longest));
        QVERIFY(!keys.hasSigned(first, "text", signature, lastUse + longest));
        // One of tomorrow signs nothing yet, but for a clock that was a moment ahead.
        QVERIFY(!keys.hasSigned(second, "text", keys.sign(second, "text"), start));
        QVERIFY(keys.hasSigned(second, "text", keys.sign(second, "text"), lastUse - 1s));
    }

    void knowNothingElse()
    {
        const TokenKeys keys = keysOf('k');
        const QByteArray key = keys.keyAt(start);
        const QByteArray signature = keys.sign(key, "text");
        QCOMPARE(signature.size(), 32);
        QCOMPARE(keysOf('k').sign(key, "text"), signature);
        QVERIFY(!keys.hasSigned(key, "texts", signature, start));
        QVERIFY(!keys.hasSigned(key, "text", signature.chopped(1), start));
        QVERIFY(!keys.hasSigned(key, "text", {}, start));
        QVERIFY(!keysOf('l').hasSigned(key, "text", signature, start));
        for (const QByteArray &written :
             {QByteArray(), QByteArray("none"), QByteArray('+' + key), QByteArray('0' + key),
              QByteArray(' ' + key), QByteArray("-1"), QByteArray("1e3")})
            QVERIFY(!keys.hasSigned(written, "text", signature, start));
    }
};

LATCHKEY_TEST(TokenKeysTest)

#include "tst_tokenkeys.moc"
