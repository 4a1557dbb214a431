#include "api/limitcodes.h"
#include "storage/statement.h"
#include "support/testrunner.h"
#include "together.h"

#include <QRegularExpression>
#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

namespace {

const CodeUse theUse{CodePurpose::Challenge, u"chl_1"_s, PostKind::Mail};

CodeRequest forAda(const CodeUse &use = theUse)
{
    return {.use = use, .asker = u"usr_ada"_s, .to = u"ada@example.com"_s};
}

Secret otherThan(const Secret &code)
{
    return Secret(code.reveal().startsWith('0') ? QByteArray("111111") : QByteArray("000000"));
}

/// Refused, as long as to wait.
void compareLimited(const Result<FreshCode> &made, QLatin1StringView code,
                    std::chrono::seconds wait)
{
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Error::Kind::RateLimited);
    QCOMPARE(made.error().code, code);
    QVERIFY(made.error().retryAfter == wait);
}

} // namespace

class SentCodesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCheckedStaysGoodAndWrongOnesAreTries()
    {
        Opened opened;
        const Secret code = opened->sentCodes.make(forAda()).value().code;
        for (int i = 0; i < 10; ++i)
            QCOMPARE(opened->sentCodes.check(theUse, code).value(), u"ada@example.com"_s);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(opened->sentCodes.check(theUse, otherThan(code)).error().code, u"wrongCode"_s);
        QVERIFY(opened->sentCodes.check(theUse, code));
        QVERIFY(!opened->sentCodes.use(theUse, otherThan(code)));
        QVERIFY(!opened->sentCodes.check(theUse, code));
        QVERIFY(!opened->sentCodes.use(theUse, code));
    }

    void isGoodOnceForFiveMinutes()
    {
        Opened opened;
        const FreshCode fresh = opened->sentCodes.make(forAda()).value();
        QVERIFY(QRegularExpression(u"^[0-9]{6}$"_s).match(fresh.code.revealText()).hasMatch());
        QCOMPARE(fresh.expiresAt, opened.clock.now() + 5min);
        QCOMPARE(fresh.resendAt, opened.clock.now() + 60s);
        QVERIFY(fresh.lifetime == 5min);
        QCOMPARE(opened->sentCodes.use(theUse, fresh.code).value(), u"ada@example.com"_s);
        const auto again = opened->sentCodes.use(theUse, fresh.code);
        QCOMPARE(again.error().kind, Error::Kind::Rejected);
        QCOMPARE(again.error().code, u"wrongCode"_s);
        QCOMPARE(again.error().field, u"code"_s);

        opened.clock.advance(60s);
        const FreshCode late = opened->sentCodes.make(forAda()).value();
        opened.clock.advance(5min);
        QVERIFY(!opened->sentCodes.use(theUse, late.code));
    }

    void inWhateverGroupsItIsTyped()
    {
        const Opened opened;
        const QByteArray code = opened->sentCodes.make(forAda()).value().code.reveal();
        QVERIFY(opened->sentCodes.use(theUse, Secret(code.first(3) + " - " + code.last(3))));
    }

    void fiveTries()
    {
        const Opened opened;
        const Secret code = opened->sentCodes.make(forAda()).value().code;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!opened->sentCodes.use(theUse, otherThan(code)));
        QVERIFY(!opened->sentCodes.use(theUse, code));
    }

    void theFifthTryIsOne()
    {
        const Opened opened;
        const Secret code = opened->sentCodes.make(forAda()).value().code;
        for (int i = 0; i < 4; ++i)
            QVERIFY(!opened->sentCodes.use(theUse, otherThan(code)));
        QVERIFY(opened->sentCodes.use(theUse, code));
    }

    void isGoodForNothingElse()
    {
        const Opened opened;
        const Secret code = opened->sentCodes.make(forAda()).value().code;
        // Each has a code of its own, so what is refused is not the lack of one.
        const QList<CodeUse> others{{CodePurpose::Proof, u"chl_1"_s, PostKind::Mail},
                                    {CodePurpose::Challenge, u"chl_2"_s, PostKind::Mail}};
        for (const CodeUse &other : others) {
            const QString apart = *other.subject + u"@example.com"_s;
            QVERIFY(opened->sentCodes.make({.use = other, .asker = apart, .to = apart}));
            QVERIFY(!opened->sentCodes.use(other, code));
        }
        QVERIFY(!opened->sentCodes.use({theUse.purpose, theUse.subject, PostKind::Sms}, code));
        QVERIFY(opened->sentCodes.use(theUse, code));
    }

    void theNextOneKillsIt()
    {
        Opened opened;
        const Secret first = opened->sentCodes.make(forAda()).value().code;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!opened->sentCodes.use(theUse, otherThan(first)));
        opened.clock.advance(60s);
        const Secret second = opened->sentCodes.make(forAda()).value().code;
        if (!first.matches(second))
            QVERIFY(!opened->sentCodes.use(theUse, first));
        // It has tries of its own.
        QVERIFY(opened->sentCodes.use(theUse, second));
        // What it replaced doesn't come back.
        QVERIFY(!opened->sentCodes.use(theUse, first));
    }

    void anotherAfterAMinuteAndFiveInAnHour()
    {
        Opened opened;
        const auto make = [&](const QString &subject) {
            return opened->sentCodes.make(forAda({theUse.purpose, subject, PostKind::Mail}));
        };
        for (int i = 0; i < 5; ++i) {
            // Another challenge is no way around.
            QVERIFY(make(u"chl_%1"_s.arg(i)));
            compareLimited(make(u"chl_x"_s), api::codeTooSoon, 60s);
            opened.clock.advance(59'900ms);
            compareLimited(make(u"chl_x"_s), api::codeTooSoon, 1s);
            opened.clock.advance(100ms);
        }
        compareLimited(make(u"chl_x"_s), api::tooManyCodes, 55min);
        QVERIFY(opened->sentCodes.make(forAda({CodePurpose::Proof, u"ses_1"_s, PostKind::Mail})));
        opened.clock.advance(55min - 1ms);
        compareLimited(make(u"chl_x"_s), api::tooManyCodes, 1s);
        opened.clock.advance(1ms);
        QVERIFY(make(u"chl_x"_s));
        // Any hour, not only from the first: the second is the next that is forgotten.
        opened.clock.advance(59s);
        compareLimited(make(u"chl_x"_s), api::codeTooSoon, 1s);
        opened.clock.advance(1s);
        QVERIFY(make(u"chl_x"_s));
    }

    void whoeverAsksARecipientIsSpared()
    {
        const Opened opened;
        const auto make = [&](const QString &asker, const QString &to) {
            return opened->sentCodes.make(
                {.use = {CodePurpose::Phone, asker, PostKind::Sms}, .asker = asker, .to = to});
        };
        QVERIFY(make(u"usr_a"_s, u"+14104350691"_s));
        compareLimited(make(u"usr_b"_s, u"+14104350691"_s), api::codeTooSoon, 60s);
        compareLimited(make(u"usr_a"_s, u"+14104350692"_s), api::codeTooSoon, 60s);
        QVERIFY(make(u"usr_b"_s, u"+14104350692"_s));
        QVERIFY(make(u"usr_c"_s, u"ada@example.com"_s));
        compareLimited(make(u"usr_d"_s, u"Ada@example.com"_s), api::codeTooSoon, 60s);
    }

    /// Where nobody will say a subject, it is long, and found by itself.
    void aLongOneNeedsNoSubject()
    {
        Opened opened;
        const CodeUse unnamed{CodePurpose::Reset, {}, PostKind::Mail};
        const FreshCode fresh = opened->sentCodes.make(forAda(unnamed)).value();
        const QByteArray code = fresh.code.reveal();
        QVERIFY(QRegularExpression(u"^[0-9A-Z]{5}-[0-9A-Z]{5}$"_s)
                    .match(fresh.code.revealText())
                    .hasMatch());
        QVERIFY(fresh.lifetime == 24h);
        const auto refused = opened->sentCodes.use(unnamed, Secret(QByteArray("00000-00000")));
        QCOMPARE(refused.error().code, u"wrongCode"_s);
        QVERIFY(!opened->sentCodes.use({CodePurpose::SignIn, {}, PostKind::Mail}, fresh.code));
        QVERIFY(
            !opened->sentCodes.use({CodePurpose::Reset, QString(), PostKind::Mail}, fresh.code));
        compareLimited(opened->sentCodes.make(forAda(unnamed)), api::codeTooSoon, 60s);
        opened.clock.advance(23h);
        // There is no other of whose subject it would be: the first is good beside a second.
        const FreshCode second = opened->sentCodes.make(forAda(unnamed)).value();
        QCOMPARE(opened->sentCodes.forgetOld(100).value(), 0);
        const Secret typed(' ' + code.toLower().replace('-', " "));
        QCOMPARE(opened->sentCodes.check(unnamed, typed).value(), u"ada@example.com"_s);
        QCOMPARE(opened->sentCodes.use(unnamed, typed).value(), u"ada@example.com"_s);
        QVERIFY(!opened->sentCodes.use(unnamed, typed));
        QVERIFY(opened->sentCodes.withdrawAllOf(CodePurpose::Reset, u"usr_ada"_s));
        QVERIFY(!opened->sentCodes.use(unnamed, second.code));

        opened.clock.advance(60s);
        const FreshCode late = opened->sentCodes.make(forAda(unnamed)).value();
        opened.clock.advance(24h);
        QVERIFY(!opened->sentCodes.use(unnamed, late.code));
        CodeRequest nobodys = forAda(unnamed);
        nobodys.isGood = false;
        QVERIFY(!opened->sentCodes.use(unnamed, opened->sentCodes.make(nobodys).value().code));
    }

    void livesAsLongAsItsRequestSays()
    {
        Opened opened;
        CodeRequest request = forAda();
        request.lifetime = 30min;
        const FreshCode fresh = opened->sentCodes.make(request).value();
        QVERIFY(fresh.lifetime == 30min);
        QCOMPARE(fresh.expiresAt, opened.clock.now() + 30min);
        opened.clock.advance(29min);
        QVERIFY(opened->sentCodes.check(theUse, fresh.code));
        opened.clock.advance(1min);
        QVERIFY(!opened->sentCodes.check(theUse, fresh.code));
    }

    void oneThatIsNoGoodLooksTheSame()
    {
        const Opened opened;
        CodeRequest request = forAda();
        request.isGood = false;
        const FreshCode fresh = opened->sentCodes.make(request).value();
        QCOMPARE(fresh.code.size(), 6);
        QCOMPARE(opened->sentCodes.use(theUse, fresh.code).error().code, u"wrongCode"_s);
        compareLimited(opened->sentCodes.make(forAda()), api::codeTooSoon, 60s);
    }

    void aWithdrawnOneIsWorthNothing()
    {
        const Opened opened;
        const FreshCode fresh = opened->sentCodes.make(forAda()).value();
        QVERIFY(opened->sentCodes.withdraw(theUse.purpose, *theUse.subject));
        QVERIFY(!opened->sentCodes.use(theUse, fresh.code));
        compareLimited(opened->sentCodes.make(forAda()), api::codeTooSoon, 60s);
    }

    void isForgottenWhenItIsCountedNoLonger()
    {
        Opened opened;
        QVERIFY(opened->sentCodes.make(forAda()));
        opened.clock.advance(1h - 1ms);
        QCOMPARE(opened->sentCodes.forgetOld(10).value(), qint64(0));
        opened.clock.advance(1ms);
        QCOMPARE(opened->sentCodes.forgetOld(10).value(), qint64(1));
    }

    void aClockThatWasAheadKeepsNobodyWaiting()
    {
        Opened opened;
        opened.clock.advance(24h * 365);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(opened->sentCodes.make(forAda()));
            opened.clock.advance(60s);
        }
        compareLimited(opened->sentCodes.make(forAda()), api::tooManyCodes, 55min);
        opened.clock.advance(-24h * 365);
        QVERIFY(opened->sentCodes.make(forAda()));
        compareLimited(opened->sentCodes.make(forAda()), api::codeTooSoon, 60s);
        QCOMPARE(opened->sentCodes.forgetOld(10).value(), qint64(5));
        // A clock that goes back by little takes nobody's code away.
        opened.clock.advance(-1s);
        QCOMPARE(opened->sentCodes.forgetOld(10).value(), qint64(0));
    }

    void nothingOfItLiesInItsRow()
    {
        const Opened opened;
        const FreshCode fresh = opened->sentCodes.make(forAda()).value();
        storage::Statement row(opened->database(),
                               u"SELECT code_hash || sealed_to || asker || recipient || subject "
                               "FROM sent_codes"_s);
        QVERIFY(row.next().value());
        QVERIFY(!row.bytes(0).contains(fresh.code.reveal()));
        QVERIFY(!row.bytes(0).contains("ada"));
        QVERIFY(row.bytes(0).contains("chl_1"));
    }

    void oneCodeAtOnceWorksOnce()
    {
        Opened opened;
        const Secret code = opened->sentCodes.make(forAda()).value().code;
        opened.store.reset();
        QCOMPARE(doneByEight(opened,
                             [&](WriteStore &store) -> Result<Nothing> {
                                 return store.sentCodes.use(theUse, code).map([](const QString &) {
                                     return Nothing();
                                 });
                             }),
                 1);
    }

    void guessesAtOnceAreAllCounted()
    {
        Opened opened;
        const Secret code = opened->sentCodes.make(forAda()).value().code;
        opened.store.reset();
        const auto guess = [&](WriteStore &store) -> Result<Nothing> {
            (void)store.sentCodes.use(theUse, otherThan(code));
            return Nothing(); // what was counted is kept
        };
        QCOMPARE(doneByEight(opened, guess), 8);
        opened.store = WriteStore::open(opened.options, opened.clock).value();
        QVERIFY(!opened->sentCodes.use(theUse, code));
    }

    void ofManyAskedAtOnceOneIsMade()
    {
        Opened opened;
        opened.store.reset();
        QCOMPARE(doneByEight(opened,
                             [](WriteStore &store) -> Result<Nothing> {
                                 return store.sentCodes.make(forAda()).map(
                                     [](const FreshCode &) { return Nothing(); });
                             }),
                 1);
    }
};

LATCHKEY_TEST(SentCodesTest)

#include "tst_sentcodes.moc"
