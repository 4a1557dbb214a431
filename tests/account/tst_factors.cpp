#include "account/factorenrolment.h"
#include "account/factorstore.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using Step = FactorEnrolment::Step;

/// What is asked for besides the password: the list of it, and the way to more of it.
class FactorsTest : public QObject
{
    Q_OBJECT

    static api::EnrolledFactor factor(const QString &id, const QString &name = u"Phone"_s)
    {
        return {.id = api::FactorId(id), .name = name};
    }
    static api::Factors factors(std::optional<qint64> codes = 10)
    {
        api::Factors all{.factors = {factor(u"f1"_s)}};
        if (codes)
            all.recoveryCodes = api::RecoveryCodesLeft{.left = *codes};
        return all;
    }
    static api::TrustedDevice device(const QString &id)
    {
        return {.id = api::TrustedDeviceId(id), .address = u"192.0.2.1"_s};
    }
    static void answerLoad(Stage &stage, const api::Factors &all)
    {
        stage.answer<api::ListFactors>(all);
        stage.answer<api::ListTrustedDevices>({.devices = {device(u"d1"_s)}});
    }
    static FactorStore &loaded(Stage &stage, const api::Factors &all = factors())
    {
        FactorStore &store = *stage.accounts.factors(stage.signIn().id());
        store.load();
        answerLoad(stage, all);
        return store;
    }
    static api::Event changed()
    {
        return {.id = api::EventId(u"e1"_s), .kind = api::EventKind::FactorsChanged};
    }
    static api::NewTotp offer()
    {
        return {.id = api::FactorId(u"f2"_s),
                .secret = Secret(u"JBSWY3DPEHPK3PXP"_s),
                .uri = Secret(u"otpauth://totp/x?secret=JBSWY3DPEHPK3PXP"_s)};
    }

private Q_SLOTS:
    void nothingIsLoadedUntilSomebodyWantsIt()
    {
        Stage stage;
        FactorStore &store = *stage.accounts.factors(stage.signIn().id());
        stage.happen(changed());
        QCOMPARE(stage.line(), QByteArray());
        QVERIFY(!store.isLoaded());
        bool isDone = false;
        store.load().then(this, [&](const auto &result) { isDone = result.has_value(); });
        store.load();
        QVERIFY(store.isLoading());
        answerLoad(stage, factors(3));
        QCOMPARE(stage.line(), QByteArray());
        QVERIFY(isDone && store.isLoaded() && !store.isLoading());
        QCOMPARE(store.factors(), factors().factors);
        QCOMPARE(store.recoveryCodes()->left, 3);
        QCOMPARE(store.devices().size(), 1);
    }

    void aChangeElsewhereIsHeardOfAndOldValuesStay()
    {
        Stage stage;
        FactorStore &store = loaded(stage);
        stage.happen(changed());
        QVERIFY(store.isLoading());
        QCOMPARE(store.factors().size(), 1);
        stage.happen(changed()); // while that load is under way
        answerLoad(stage, {});
        QVERIFY(store.isLoading());
        answerLoad(stage, factors(2));
        QVERIFY(!store.isLoading());
        QCOMPARE(store.recoveryCodes()->left, 2);
    }

    void aFailedLoadKeepsWhatWasKnown_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("no answer") << 0;
        QTest::newRow("refusal") << 1;
        QTest::newRow("broken answer") << 2;
        QTest::newRow("devices") << 3;
    }

    void aFailedLoadKeepsWhatWasKnown()
    {
        QFETCH(const int, how);
        Stage stage;
        FactorStore &store = loaded(stage);
        store.load();
        if (how == 0)
            stage.breakOff();
        else if (how == 1)
            stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        else if (how == 2)
            stage.give({.status = 200, .headers = {}, .body = R"({"factors": 3})"});
        else
            stage.answer<api::ListFactors>(factors(9));
        if (how == 3)
            stage.refuse(Error::of(Kind::Server, u"internal"_s));
        QVERIFY(!store.isLoading());
        QVERIFY(store.lastError());
        QCOMPARE(store.factors().size(), 1);
        QCOMPARE(store.devices().size(), 1);
    }

    void renamesAndRemoves()
    {
        Stage stage;
        FactorStore &store = loaded(stage);
        const api::FactorId id(u"f1"_s);
        store.rename(id, u"Old phone"_s);
        QVERIFY(store.isPending(id));
        stage.answer<api::RenameFactor>(factor(u"f1"_s, u"Old phone"_s));
        QCOMPARE(store.factors().first().name, u"Old phone"_s);
        answerLoad(stage, factors());
        store.remove(id);
        stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(!store.isPending(id));
        QCOMPARE(store.factors().size(), 1);
        store.remove(id);
        stage.answer<api::RemoveFactor>({});
        QVERIFY(store.factors().isEmpty());
        answerLoad(stage, {});
        QVERIFY(!store.recoveryCodes());
        const api::TrustedDeviceId device(u"d1"_s);
        store.forget(device);
        QVERIFY(store.isPending(device));
        stage.answer<api::ForgetTrustedDevice>({});
        QVERIFY(store.devices().isEmpty());
    }

    void enrolsByNameAndCodeAndShowsTheCodesOnce()
    {
        Stage stage;
        FactorStore &store = loaded(stage, {});
        FactorEnrolment enrolment(*stage.accounts.account(stage.accounts.ids().first()), store,
                                  api::Factor::Totp);
        enrolment.submitName(u"  "_s);
        QCOMPARE(enrolment.error()->field, u"name"_s);
        enrolment.submitName(u" Phone "_s);
        QVERIFY(enrolment.isBusy());
        QVERIFY(stage.asked().body.contains("\"Phone\""));
        stage.answer<api::EnrolTotp>(offer());
        QCOMPARE(enrolment.step(), Step::Prove);
        QVERIFY(enrolment.offer());
        enrolment.submitCode(Secret(u"000000"_s));
        Error wrong = Error::rejected(u"wrongCode"_s, u"code"_s);
        stage.refuse(wrong);
        QCOMPARE(enrolment.step(), Step::Prove);
        QCOMPARE(enrolment.error()->code, u"wrongCode"_s);
        enrolment.submitCode(Secret(u"123456"_s));
        stage.answer<api::ActivateFactor>(Stage::signedIn(u"lk-token-2"_s));
        answerLoad(stage, factors({}));
        QCOMPARE(enrolment.step(), Step::Codes);
        QVERIFY(!enrolment.offer());
        QCOMPARE(stage.asked().headers.value("Authorization"), QByteArray("Bearer lk-token-2"));
        stage.breakOff();
        QVERIFY(enrolment.error());
        enrolment.makeCodes();
        stage.answer<api::MakeRecoveryCodes>({.codes = {Secret(u"AAAAA-BBBBB"_s)}});
        QCOMPARE(enrolment.codes().size(), 1);
        enrolment.finish();
        QCOMPARE(enrolment.step(), Step::Done);
        QVERIFY(enrolment.codes().isEmpty());
    }

    void codesThatAreThereStay()
    {
        Stage stage;
        FactorStore &store = loaded(stage);
        FactorEnrolment enrolment(*stage.accounts.account(stage.accounts.ids().first()), store,
                                  api::Factor::Totp);
        enrolment.submitName(u"Tablet"_s);
        stage.answer<api::EnrolTotp>(offer());
        enrolment.submitCode(Secret(u"123456"_s));
        stage.answer<api::ActivateFactor>(Stage::signedIn());
        answerLoad(stage, factors());
        QCOMPARE(enrolment.step(), Step::Done);
        QCOMPARE(stage.line(), QByteArray());
    }

    void whatTookTooLongBeginsAnewWithItsName()
    {
        Stage stage;
        FactorStore &store = loaded(stage);
        FactorEnrolment enrolment(*stage.accounts.account(stage.accounts.ids().first()), store,
                                  api::Factor::Totp);
        enrolment.submitName(u"Tablet"_s);
        stage.answer<api::EnrolTotp>(offer());
        enrolment.submitCode(Secret(u"123456"_s));
        stage.refuse(Error::of(Kind::NotFound, u"factorUnknown"_s));
        QCOMPARE(enrolment.step(), Step::Name);
        QCOMPARE(enrolment.name(), u"Tablet"_s);
        QVERIFY(enrolment.error());
        enrolment.submitName(u"Tablet"_s);
        stage.answer<api::EnrolTotp>(offer());
        enrolment.back();
        QCOMPARE(enrolment.step(), Step::Name);
        QVERIFY(!enrolment.offer());
        enrolment.cancel();
        QCOMPARE(enrolment.step(), Step::Cancelled);
    }

    void whoDoesNotProveItStaysAtTheName()
    {
        Stage stage;
        FactorStore &store = loaded(stage);
        Account &account = *stage.accounts.account(stage.accounts.ids().first());
        FactorEnrolment enrolment(account, store, api::Factor::Totp);
        enrolment.submitName(u"Tablet"_s);
        Error error = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        error.requiredLevel = u"password"_s;
        stage.refuse(error);
        QVERIFY(account.isProofNeeded());
        account.declineProof();
        settle();
        QCOMPARE(enrolment.step(), Step::Name);
        QVERIFY(!enrolment.isBusy() && !enrolment.error());
        enrolment.submitName(u"Tablet"_s);
        stage.refuse(error);
        enrolment.cancel();
        settle();
        QVERIFY(!account.isProofNeeded());
    }
};

LATCHKEY_TEST(FactorsTest)

#include "tst_factors.moc"
