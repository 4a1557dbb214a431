#include "base/secret.h"
#include "support/testrunner.h"

#include <QDebug>
#include <QTest>

#include <concepts>

using namespace latchkey;

template <class T>
concept Printable = requires(QDebug debug, const T &value) { debug << value; };
template <class T>
concept Comparable = requires(const T &left, const T &right) { left == right; };

static_assert(!Printable<Secret>);
static_assert(!Comparable<Secret>);

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesOnlyTheSameBytes()
    {
        const Secret secret(QStringLiteral("pässwörd"));
        QVERIFY(secret.matches(Secret(QStringLiteral("pässwörd"))));
        QVERIFY(!secret.matches(Secret(QStringLiteral("pässwörE"))));
        QVERIFY(!secret.matches(Secret(QStringLiteral("pässwör"))));
        QVERIFY(!secret.matches(Secret()));
    }

    void wipesWhatItHeld()
    {
        alignas(Secret) std::byte room[sizeof(Secret)];
        auto *secret = new (room) Secret(QByteArray(64, 'x'));
        const Secret copy = *secret;
        const char *bytes = secret->reveal().constData();
        QCOMPARE(bytes[0], 'x');
        QVERIFY(copy.reveal().constData() != bytes);
        secret->~Secret();
        // Reading freed memory is only meaningful where nothing watches it.
#if !defined(__SANITIZE_ADDRESS__) && !__has_feature(address_sanitizer)
        QVERIFY(QByteArrayView(bytes + 16, 40).indexOf('x') < 0);
#endif
        QCOMPARE(copy.reveal(), QByteArray(64, 'x'));
    }

    void movingLeavesNothingBehind()
    {
        Secret first(QByteArray("token"));
        const Secret second = std::move(first);
        QCOMPARE(second.reveal(), QByteArray("token"));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is asked
    }
};

LATCHKEY_TEST(SecretTest)

#include "tst_secret.moc"
