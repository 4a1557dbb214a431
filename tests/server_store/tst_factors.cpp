#include "support/testrunner.h"
#include "together.h"

#include "storage/statement.h"

#include <QTest>

#include <liboath/oath.h>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

namespace {

/// What an authenticator shows at that time, worked out by the library and not by us.
Secret shownAt(const Totp &totp, Timestamp when)
{
    char code[7] = {};
    const auto &secret = totp.secret().reveal();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(when).time_since_epoch().count();
    if (oath_totp_generate(secret.constData(), size_t(secret.size()), seconds, 30, 0, 6, code) !=
        OATH_OK)
        qFatal("no code");
    return Secret(QByteArray(code, 6));
}

/// One with an active factor.
struct Person
{
    Opened opened;
    api::User user = opened.user();
    FreshTotp fresh = opened->factors.enrol(user.id, u"Phone"_s).value();

    Person()
    {
        // The present code is still unused.
        if (!opened->factors.activate(user.id, fresh.id, shown(-30s)))
            qFatal("not activated");
    }
    Secret shown(std::chrono::milliseconds from = {}) const
    {
        return shownAt(fresh.totp, opened.clock.now() + from);
    }
    bool use(const Secret &code) const
    {
        return opened->factors.use(user.id, code).value().has_value();
    }
};

} // namespace

class FactorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesAreThoseOfTheStandard()
    {
        // RFC 6238, appendix B, the last six digits.
        const Totp totp(Secret(QByteArray("12345678901234567890")));
        QCOMPARE(totp.base32().reveal(), QByteArray("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        const auto at = [&](qint64 seconds, const char *code) {
            return totp.stepsOf(Secret(QByteArray(code)), Timestamp(std::chrono::seconds(seconds)))
                .contains(seconds / 30);
        };
        QVERIFY(at(59, "287082"));
        QVERIFY(at(1111111109, "081804"));
        QVERIFY(at(1111111111, "050471"));
        QVERIFY(at(1234567890, "005924"));
        QVERIFY(at(2000000000, "279037"));
        QVERIFY(at(20000000000, "353130"));
        QVERIFY(at(59, "287 082"));
        for (const char *wrong : {"", "287083", "28708", "0287082", "abcdef"})
            QVERIFY(!at(59, wrong));
    }

    void theAddressIsAsAuthenticatorsScanIt()
    {
        const Totp totp(Secret(QByteArray("12345678901234567890")));
        QCOMPARE(totp.uri(u"My: server & co"_s, u"ada+1@example.com"_s).reveal(),
                 QByteArray("otpauth://totp/My%20server%20%26%20co:ada%2B1%40example.com"
                            "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                            "&issuer=My%20server%20%26%20co&algorithm=SHA1&digits=6&period=30"));
    }

    void countsOnlyAfterARightCode()
    {
        const Opened opened;
        const api::User user = opened.user();
        const FreshTotp fresh = opened->factors.enrol(user.id, u"Phone"_s).value();
        QCOMPARE(fresh.totp.secret().size(), 20);
        const Secret now = shownAt(fresh.totp, opened.clock.now());
        QVERIFY(!opened->factors.hasAny(user.id).value());
        QVERIFY(!opened->factors.use(user.id, now).value());
        const auto wrong = opened->factors.activate(user.id, fresh.id, Secret(u"000000x"_s));
        QCOMPARE(wrong.error().code, u"wrongCode"_s);
        QCOMPARE(wrong.error().field, u"code"_s);
        QVERIFY(opened->factors.list(user.id).value().isEmpty());
        const auto active = opened->factors.activate(user.id, fresh.id, now);
        QVERIFY(active);
        QCOMPARE(active->name, u"Phone"_s);
        QVERIFY(opened->factors.hasAny(user.id).value());
        QCOMPARE(opened->factors.list(user.id).value(), QList{*active});
        // The code that activated it is used up.
        QVERIFY(!opened->factors.use(user.id, now).value());
        QCOMPARE(opened->factors.activate(user.id, fresh.id, now).error().code, u"factorActive"_s);
    }

    void oneStepEitherWay()
    {
        const Person ada;
        const auto fits = [&](std::chrono::milliseconds from) {
            return !ada.fresh.totp.stepsOf(ada.shown(from), ada.opened.clock.now()).isEmpty();
        };
        QVERIFY(fits(-30s));
        QVERIFY(fits(0s));
        QVERIFY(fits(30s));
        QVERIFY(!fits(-61s));
        QVERIFY(!fits(60s));
    }

    void eachStepIsTakenOnce()
    {
        Person ada;
        QVERIFY(ada.use(ada.shown()));
        QVERIFY(!ada.use(ada.shown()));
        QVERIFY(!ada.use(ada.shown(-30s))); // before one that was taken
        QVERIFY(ada.use(ada.shown(30s)));
        ada.opened.clock.advance(30s);
        QVERIFY(!ada.use(ada.shown()));
        ada.opened.clock.advance(30s);
        QVERIFY(ada.use(ada.shown()));
        QCOMPARE(ada.opened->factors.list(ada.user.id).value().first().lastUsedAt,
                 ada.opened.clock.now());
    }

    void oneStepAtOnceIsTakenOnce()
    {
        Person ada;
        ada.opened.store.reset();
        const Secret code = ada.shown();
        const int done = doneByEight(ada.opened, [&](WriteStore &store) {
            return unless(store.factors.use(ada.user.id, code).map([](const auto &used) {
                return used.has_value();
            }));
        });
        QCOMPARE(done, 1);
    }

    void severalAtOnceAndNoneOfAnother()
    {
        Person ada;
        const api::User bob = ada.opened.user(u"bob@example.com"_s);
        const auto second = ada.opened->factors.enrol(ada.user.id, u"Key"_s).value();
        const Secret code = shownAt(second.totp, ada.opened.clock.now());
        QVERIFY(ada.opened->factors.activate(ada.user.id, second.id, code));
        const auto all = ada.opened->factors.list(ada.user.id).value();
        QCOMPARE(all.size(), 2);
        QVERIFY(ada.use(ada.shown()));
        QCOMPARE(
            ada.opened->factors.use(ada.user.id, shownAt(second.totp, ada.opened.clock.now() + 30s))
                .value(),
            second.id);
        QVERIFY(!ada.opened->factors.use(bob.id, ada.shown(30s)).value());
        QCOMPARE(ada.opened->factors.find(bob.id, second.id).error().code, u"factorUnknown"_s);
        QVERIFY(!ada.opened->factors.rename(bob.id, second.id, u"Mine"_s).value());
        QCOMPARE(ada.opened->factors.remove(bob.id, second.id).error().code, u"factorUnknown"_s);
        QVERIFY(ada.opened->factors.rename(ada.user.id, second.id, u"Mine"_s).value());
        QVERIFY(!ada.opened->factors.rename(ada.user.id, second.id, u"Mine"_s).value());
        QVERIFY(ada.opened->factors.remove(ada.user.id, second.id));
        QCOMPARE(ada.opened->factors.list(ada.user.id).value().size(), 1);
    }

    void tenAtMost()
    {
        Opened opened;
        const api::User user = opened.user();
        const auto late = opened->factors.enrol(user.id, u"Late"_s).value();
        for (int i = 0; i < Factors::most; ++i) {
            const auto fresh = opened->factors.enrol(user.id, QString::number(i)).value();
            const Secret code = shownAt(fresh.totp, opened.clock.now());
            QVERIFY(opened->factors.activate(user.id, fresh.id, code));
        }
        QCOMPARE(opened->factors.enrol(user.id, u"More"_s).error().code, u"tooManyFactors"_s);
        QCOMPARE(opened->factors.activate(user.id, late.id, shownAt(late.totp, opened.clock.now()))
                     .error()
                     .code,
                 u"tooManyFactors"_s);
    }

    void whatWaitsIsForgotten()
    {
        Person ada;
        const auto waiting = ada.opened->factors.enrol(ada.user.id, u"Waits"_s).value();
        QCOMPARE(waiting.expiresAt, ada.opened.clock.now() + 15min);
        QCOMPARE(ada.opened->factors.forgetOld(100).value(), 0);
        ada.opened.clock.advance(15min);
        const Secret code = shownAt(waiting.totp, ada.opened.clock.now());
        QCOMPARE(ada.opened->factors.activate(ada.user.id, waiting.id, code).error().code,
                 u"factorUnknown"_s);
        QCOMPARE(ada.opened->factors.forgetOld(100).value(), 1);
        QCOMPARE(ada.opened->factors.list(ada.user.id).value().size(), 1);
        // Whoever begins again and again leaves no heap behind.
        for (int i = 0; i < 20; ++i)
            QVERIFY(ada.opened->factors.enrol(ada.user.id, u"Again"_s));
        ada.opened.clock.advance(15min);
        QCOMPARE(ada.opened->factors.forgetOld(100).value(), 5);
    }

    void anAccountProvesAsWellAsItCan()
    {
        Opened opened;
        const api::User user = opened.user();
        const BegunSession session = opened.session(user);
        const Asker asker{user.id, session.session.id};
        QCOMPARE(opened->sessions.proven(asker).value()->best, api::Level::Password);
        const auto fresh = opened->factors.enrol(user.id, u"Phone"_s).value();
        QCOMPARE(opened->sessions.proven(asker).value()->best, api::Level::Password);
        QVERIFY(
            opened->factors.activate(user.id, fresh.id, shownAt(fresh.totp, opened.clock.now())));
        QCOMPARE(opened->sessions.proven(asker).value()->best, api::Level::SecondFactor);
    }

    void codesThatAreSentAreAFactorOfEachKind()
    {
        Opened opened;
        const api::User user = opened.user();
        auto &factors = opened->factors;
        const auto mail = [&] {
            return factors.enrolCodes(user.id, api::Factor::EmailCode, u"M"_s);
        };
        const api::FactorId id = mail().value();
        QCOMPARE(mail().value(), id); // asked again while it waits
        QVERIFY(!factors.hasAny(user.id).value());
        QVERIFY(!factors.useCodes(user.id, api::Factor::EmailCode).value());
        QCOMPARE(factors.waiting(user.id, id).value(), api::Factor::EmailCode);
        // No authenticator shows its code.
        QCOMPARE(factors.activate(user.id, id, Secret(QByteArray("123456"))).error().code,
                 u"factorUnknown"_s);
        opened.clock.advance(15min);
        QCOMPARE(factors.waiting(user.id, id).error().code, u"factorUnknown"_s);
        QCOMPARE(mail().value(), id);
        QCOMPARE(factors.activateCodes(user.id, id)->kind, api::Factor::EmailCode);
        QVERIFY(factors.useCodes(user.id, api::Factor::EmailCode).value());
        QVERIFY(!factors.useCodes(user.id, api::Factor::SmsCode).value());
        QCOMPARE(factors.waiting(user.id, id).error().code, u"factorActive"_s);
        QCOMPARE(mail().error().code, u"factorThere"_s);
        QVERIFY(factors.enrolCodes(user.id, api::Factor::SmsCode, u"S"_s));
        QVERIFY(!factors.use(user.id, Secret(QByteArray("123456"))).value());
        QVERIFY(factors.remove(user.id, id));
        QVERIFY(mail().value() != id);
    }

    void theSecretLiesSealed()
    {
        const Person ada;
        storage::Statement all(ada.opened->database(),
                               u"SELECT sealed_secret FROM factors WHERE id = ?"_s);
        all.bind(ada.fresh.id.text());
        QVERIFY(all.next().value());
        QVERIFY(!all.bytes(0).contains(ada.fresh.totp.secret().reveal()));
        QCOMPARE(all.bytes(0).size(), 24 + 20 + 16);
    }
};

LATCHKEY_TEST(FactorsTest)

#include "tst_factors.moc"
