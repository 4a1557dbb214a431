#include "net/sockets/certificate.h"
#include "account/profilesettings.h"
#include "account/stage.h"
#include "support/selfsigned.h"
#include "support/testrunner.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Settled : Stage
{
    std::optional<Result<Nothing>> move(KeepingPlace place)
    {
        std::optional<Result<Nothing>> end;
        settings.moveTo(place).then(&accounts, [&](const auto &moved) { end = moved; });
        settle();
        return end;
    }

    bool isIn(KeepingPlace place)
    {
        bool isThere = false;
        keeping.fetch(account.id(), place).then(&accounts, [&](const Result<Secret> &found) {
            isThere = found && found->revealText() == u"lk-token-1"_s;
        });
        settle();
        return isThere;
    }

    Account &account = signIn();
    ProfileSettings settings{account.id(), accounts};
};

} // namespace

class ProfileSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSessionMovesFromPlaceToPlace()
    {
        Settled at;
        at.keeping.openFile(Secret(u"four quiet walruses dance"_s));
        settle();
        KeepingPlace before = KeepingPlace::Keychain;
        for (const KeepingPlace place :
             {KeepingPlace::File, KeepingPlace::Memory, KeepingPlace::Keychain}) {
            QVERIFY(at.isIn(before));
            QVERIFY(*at.move(place));
            QVERIFY(at.isIn(place));
            QVERIFY(!at.isIn(before));
            QCOMPARE(at.account.profile().keeping, place);
            before = place;
        }
        QVERIFY(at.account.state().isSignedIn());
    }

    void whereTheNewPlaceRefusesTheOldOneKeeps()
    {
        Settled at;
        QCOMPARE(at.move(KeepingPlace::File)->error().code, u"secretFileLocked"_s);
        QVERIFY(at.isIn(KeepingPlace::Keychain));
        QCOMPARE(at.account.profile().keeping, KeepingPlace::Keychain);
    }

    void whatTheOldPlaceDoesNotLetGoIsTold()
    {
        Settled at;
        at.keychain.grip = Error::of(Error::Kind::Forbidden, u"keychainLocked"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a copy of a token was left"_s));
        QCOMPARE(at.move(KeepingPlace::Memory)->error().code, u"oldCopyKept"_s);
        QCOMPARE(at.account.profile().keeping, KeepingPlace::Memory);
        QVERIFY(at.isIn(KeepingPlace::Memory));
        // As its words advise.
        at.keychain.grip.reset();
        QVERIFY(*at.move(KeepingPlace::Keychain));
        QVERIFY(*at.move(KeepingPlace::Memory));
        QVERIFY(!at.isIn(KeepingPlace::Keychain));
    }

    void theOldPlaceIsClearedOnlyWhenTheNewOneHasIt()
    {
        Settled at;
        QVERIFY(*at.move(KeepingPlace::Memory));
        at.keychain.silence.emplace();
        std::optional<Result<Nothing>> end;
        at.settings.moveTo(KeepingPlace::Keychain).then(this, [&](const auto &r) { end = r; });
        settle();
        QVERIFY(!end);
        QVERIFY(at.isIn(KeepingPlace::Memory));
        QCOMPARE(at.account.profile().keeping, KeepingPlace::Memory);
        at.keychain.silence->finish(Nothing());
        settle();
        QVERIFY(*end);
        QVERIFY(!at.isIn(KeepingPlace::Memory));
        QCOMPARE(at.account.profile().keeping, KeepingPlace::Keychain);
    }

    void whereTheProfileCanNotBeWrittenTheNewCopyGoes()
    {
        Settled at;
        QFile newer(at.dir.filePath(u"profiles.json"_s));
        QVERIFY(newer.open(QIODevice::WriteOnly));
        newer.write("{\"version\": 99, \"profiles\": []}");
        newer.close();
        QVERIFY(!*at.move(KeepingPlace::Memory));
        QVERIFY(at.isIn(KeepingPlace::Keychain));
        QVERIFY(!at.isIn(KeepingPlace::Memory));
    }

    void nothingIsKeptOfASessionThatEndedMeanwhile()
    {
        Settled at;
        QVERIFY(*at.move(KeepingPlace::Memory));
        at.keychain.silence.emplace();
        std::optional<Result<Nothing>> end;
        at.settings.moveTo(KeepingPlace::Keychain).then(this, [&](const auto &r) { end = r; });
        at.account.refused(Error::of(Error::Kind::Unauthorized, u"sessionEnded"_s));
        at.keychain.memory.write(u"profile-"_s + at.account.id().text(), Secret(u"lk-token-1"_s));
        at.keychain.silence->finish(Nothing());
        settle();
        QVERIFY(!*end);
        QVERIFY(!at.isIn(KeepingPlace::Keychain));
    }

    void retriesAreKeptWithinBounds()
    {
        using Strategy = RetryChoice::Strategy;
        Settled at;
        const RetryChoice wild{.strategy = Strategy::None,
                               .initialInterval = 0s,
                               .maxInterval = 24h,
                               .exponent = -1,
                               .maxElapsedTime = 24h,
                               .retryConnectionErrors = false};
        QVERIFY(at.settings.setRetries(wild));
        const RetryChoice kept = at.account.profile().server.retries;
        QCOMPARE(kept.strategy, Strategy::None);
        QCOMPARE(kept.initialInterval, std::chrono::milliseconds(100ms));
        QCOMPARE(kept.maxInterval, std::chrono::milliseconds(10min));
        QCOMPARE(kept.exponent, 1.0);
        QCOMPARE(kept.maxElapsedTime, std::chrono::milliseconds(1h));
        QVERIFY(!kept.retryConnectionErrors);
        Profiles read(at.dir.filePath(u"profiles.json"_s));
        read.load().value();
        QVERIFY(read.find(at.account.id())->server.retries == kept);
        QVERIFY(bounded(RetryChoice()) == RetryChoice());
    }

    void onlyAuroraLetsRetriesBeSet()
    {
        QVERIFY(hasRetries(u"aurora"_s));
        for (const QString &wire : {u"latchkey"_s, u"oneshot"_s, u"wingspan"_s, u"temporal"_s})
            QVERIFY(!hasRetries(wire));
    }

    void aNewCertificateOfTheServerIsTrusted()
    {
        Settled at;
        std::optional<Result<ServerCertificate>> seen;
        at.settings.look().then(this, [&](const auto &shown) { seen = shown; });
        const auto shown =
            net::certificateFrom(SelfSigned::forAddress("203.0.113.5").certificate).value();
        at.connections.certificate.finish(shown);
        settle();
        QCOMPARE((*seen)->fingerprint, shown.fingerprint);
        const size_t before = at.net().opened.size();
        QVERIFY(at.settings.trust(**seen));
        settle();
        QCOMPARE(at.connections.addresses.back().trustedCertificate, shown.pem);
        QCOMPARE(at.net().opened.size(), before + 1);
        QVERIFY(at.settings.forgetCertificate());
        QVERIFY(at.connections.addresses.back().trustedCertificate.isEmpty());
    }
};

LATCHKEY_TEST(ProfileSettingsTest)

#include "tst_profilesettings.moc"
