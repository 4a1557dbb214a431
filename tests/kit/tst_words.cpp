#include "kit/avatardisc.h"
#include "kit/errorwords.h"
#include "kit/mnemonic.h"
#include "kit/relativetime.h"
#include "kit/relativetimelabel.h"
#include "support/manualclock.h"
#include "support/testrunner.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace latchkey;
using namespace latchkey::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What the English catalogue does for plural forms.
class EnglishPlurals final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromLatin1(source);
        if (n < 0)
            return {};
        return text.replace("(s)"_L1, n == 1 ? ""_L1 : "s"_L1);
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreWithoutTheirLetters()
    {
        QCOMPARE(withoutMnemonic(u"Sign &out"_s), u"Sign out"_s);
        QCOMPARE(withoutMnemonic(u"退出登录(&O)"_s), u"退出登录"_s);
        QCOMPARE(withoutMnemonic(u"Keys && names"_s), u"Keys & names"_s);
        QCOMPARE(withoutMnemonic(u"结束(2)"_s), u"结束(2)"_s);
        QCOMPARE(withoutMnemonic(u"关闭 (&C)…"_s), u"关闭…"_s);
        QCOMPARE(withoutMnemonic(u"Keys && names (&K)"_s), u"Keys & names"_s);
        QCOMPARE(withoutMnemonic(u"(&&)"_s), u"(&)"_s);
        QCOMPARE(withoutMnemonic(u"all &"_s), u"all &"_s);
        QCOMPARE(withoutMnemonic(QString()), QString());
        QCOMPARE(mnemonicOf(u"Sign &out"_s), QChar(u'O'));
        QCOMPARE(mnemonicOf(u"Keys && &names"_s), QChar(u'N'));
        QVERIFY(mnemonicOf(u"Keys && names"_s).isNull());
    }

    void everyKindHasWords()
    {
        QStringList words;
        for (int kind = 0; kind <= int(Error::Kind::Protocol); ++kind) {
            words << wordsOf(Error::of(Error::Kind(kind), u"neverHeardOf"_s));
            QVERIFY(words.last().endsWith(u'.'));
        }
        QCOMPARE(words.removeDuplicates(), 0);
    }

    void knownCodesSayWhatToDo()
    {
        const QString known[] = {u"passwordTooWeak"_s, u"passwordTooShort"_s,
                                 u"passwordTooLong"_s, u"wrongCredentials"_s,
                                 u"setupCodeWrong"_s,  u"missingField"_s,
                                 u"wrongType"_s,       u"outOfRange"_s,
                                 u"unknownField"_s,    u"malformedJson"_s,
                                 u"tooManyTries"_s,    u"sessionEnded"_s,
                                 u"reviewByLater"_s,   u"changedMeanwhile"_s,
                                 u"unknownHost"_s,     u"connectionRefused"_s,
                                 u"tlsUntrusted"_s,    u"tlsExpired"_s,
                                 u"tlsHostMismatch"_s, u"emailInvalid"_s,
                                 u"empty"_s,           u"nameTooLong"_s,
                                 u"tooLong"_s,         u"keychainFailed"_s,
                                 u"serverNotTold"_s,   u"secretFileUnwritable"_s,
                                 u"databaseCorrupt"_s, u"databaseReadOnly"_s,
                                 u"databaseFailed"_s,  u"lockFailed"_s};
        QStringList codes = codesWithWords();
        QCOMPARE(QStringList(codes).removeDuplicates(), 0);
        for (const QString &code : known)
            QVERIFY2(codes.contains(code), qPrintable(code));
        const QString general = wordsOf(Error::of(Error::Kind::Rejected, u"neverHeardOf"_s));
        for (const QString &code : std::as_const(codes)) {
            const QString words = wordsOf(Error::of(Error::Kind::Rejected, code));
            QVERIFY2(words.endsWith(u'.') && words != general, qPrintable(code));
            QVERIFY2(!words.contains(code), qPrintable(code));
        }
    }

    /// It has the codes of what is typed, and nobody typed it.
    void anAnswerThatCantBeReadIsNobodysInput()
    {
        const QString general = wordsOf(Error::of(Error::Kind::Protocol, {}));
        for (const QString &code : {u"missingField"_s, u"wrongType"_s, u"malformedJson"_s,
                                    u"tooLong"_s, u"replyPacked"_s, u"emptyReply"_s}) {
            Error error = Error::of(Error::Kind::Protocol, code);
            error.status = 200;
            error.field = u"code"_s;
            QCOMPARE(wordsOf(error), general);
            QVERIFY(!isAboutCode(error));
        }
        QVERIFY(wordsOf(Error::of(Error::Kind::Protocol, u"notHttp"_s)) != general);
        QVERIFY(wordsOf(Error::of(Error::Kind::Protocol, u"replyTooLarge"_s)) != general);
    }

    void waitingSaysHowLong()
    {
        EnglishPlurals english;
        QCoreApplication::installTranslator(&english);
        Error error = Error::of(Error::Kind::RateLimited, u"tooManyTries"_s);
        error.retryAfter = 1s;
        QCOMPARE(wordsOf(error), u"Too many tries. Try again in 1 second."_s);
        error.retryAfter = 40s;
        QCOMPARE(wordsOf(error), u"Too many tries. Try again in 40 seconds."_s);
        error.retryAfter = 601s;
        QCOMPARE(wordsOf(error), u"Too many tries. Try again in 11 minutes."_s);
        error.retryAfter = 24h;
        QCOMPARE(wordsOf(error), u"Too many tries. Try again in 24 hours."_s);
    }

    void onlyTriesAreCalledTries()
    {
        EnglishPlurals english;
        QCoreApplication::installTranslator(&english);
        for (const QString &code : {u"tooManyRequests"_s, u"rateLimited"_s}) {
            Error error = Error::of(Error::Kind::RateLimited, code);
            QCOMPARE(wordsOf(error),
                     u"The server is asked too often. Wait a little and try again."_s);
            error.retryAfter = 3600s;
            QCOMPARE(wordsOf(error), u"The server is asked too often. Try again in 60 minutes."_s);
        }
    }

    void whatWasSetAsideIsNamed()
    {
        const Error error =
            Error::of(Error::Kind::Server, u"profilesBroken"_s, u"/home/a/p.broken-1"_s);
        QVERIFY(wordsOf(error).contains(u"/home/a/p.broken-1"_s));
    }

    void timesAreRelative_data()
    {
        QTest::addColumn<qint64>("secondsAgo");
        QTest::addColumn<QString>("words");
        QTest::addRow("now") << qint64(0) << u"just now"_s;
        QTest::addRow("59 s") << qint64(59) << u"just now"_s;
        QTest::addRow("a minute") << qint64(60) << u"1 minute ago"_s;
        QTest::addRow("two") << qint64(179) << u"2 minutes ago"_s;
        QTest::addRow("an hour") << qint64(3600) << u"1 hour ago"_s;
        QTest::addRow("23 hours") << qint64(23 * 3600 + 3599) << u"23 hours ago"_s;
        QTest::addRow("a day") << qint64(86400) << u"1 day ago"_s;
        QTest::addRow("days") << qint64(86400 * 12) << u"12 days ago"_s;
        QTest::addRow("soon") << qint64(-30) << u"just now"_s;
        QTest::addRow("in minutes") << qint64(-300) << u"in 5 minutes"_s;
        QTest::addRow("in less than an hour") << qint64(-3569) << u"in 59 minutes"_s;
        QTest::addRow("nearly in an hour") << qint64(-3570) << u"in 1 hour"_s;
        QTest::addRow("nearly in a day") << qint64(-86399) << u"in 1 day"_s;
        QTest::addRow("in a day") << qint64(-86400) << u"in 1 day"_s;
        QTest::addRow("just begun") << qint64(-86400 * 14 + 5) << u"in 14 days"_s;
        QTest::addRow("a day later") << qint64(-86400 * 13 + 5) << u"in 13 days"_s;
        QTest::addRow("13 days and a bit") << qint64(-86400 * 13 - 3600) << u"in 13 days"_s;
    }

    void timesAreRelative()
    {
        QFETCH(qint64, secondsAgo);
        QFETCH(QString, words);
        EnglishPlurals english;
        QCoreApplication::installTranslator(&english);
        const test::ManualClock clock;
        QCOMPARE(relativeTime(clock.now() - std::chrono::seconds(secondsAgo), clock.now()), words);
    }

    void longAgoIsADate()
    {
        const test::ManualClock clock;
        const QString words = relativeTime(clock.now() - 24h * 100, clock.now());
        QVERIFY(!words.contains("day"_L1) && !words.isEmpty());
    }

    void aTimeGoesOnAndSaysExactlyOnHover()
    {
        EnglishPlurals english;
        QCoreApplication::installTranslator(&english);
        test::ManualClock clock;
        RelativeTimeLabel label(clock);
        label.setMoment(clock.now());
        QCOMPARE(label.text(), u"just now"_s);
        QCOMPARE(label.toolTip(), exactTime(clock.now()));
        clock.advance(2min);
        label.refresh();
        QCOMPARE(label.text(), u"2 minutes ago"_s);
        label.setMoment({});
        QVERIFY(label.text().isEmpty() && label.toolTip().isEmpty());
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("letters");
        QTest::addRow("two words") << u"Ada Lovelace"_s << u"AL"_s;
        QTest::addRow("three") << u"john von neumann"_s << u"JN"_s;
        QTest::addRow("one") << u"Grace"_s << u"G"_s;
        QTest::addRow("Chinese") << u"王小明"_s << u"小明"_s;
        QTest::addRow("Chinese, short") << u"王明"_s << u"明"_s;
        QTest::addRow("Korean") << u"김민준"_s << u"민준"_s;
        QTest::addRow("blank") << u"  "_s << u"?"_s;
        QTest::addRow("empty") << QString() << u"?"_s;
        QTest::addRow("emoji") << u"👩‍🚀 Sally"_s << u"👩‍🚀S"_s;
        QTest::addRow("accent in two code points") << u"e\u0301mile"_s << u"E\u0301"_s;
        QTest::addRow("tabs") << u"\tAda\u3000Lovelace "_s << u"AL"_s;
    }

    void initials()
    {
        QFETCH(QString, name);
        QFETCH(QString, letters);
        QCOMPARE(initialsOf(name), letters);
        QCOMPARE(discColourOf(name), discColourOf(name));
    }
};

LATCHKEY_TEST(WordsTest)

#include "tst_words.moc"
