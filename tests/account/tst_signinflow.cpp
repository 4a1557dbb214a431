#include "account/profilesettings.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using Step = SignInFlow::Step;

class SignInFlowTest : public QObject
{
    Q_OBJECT

    /// A flow that waits for its password.
    static std::unique_ptr<SignInFlow> atPassword(Stage &stage)
    {
        auto flow = stage.accounts.signInFlow(Stage::server());
        flow->submitEmail(u" ada@Example.com "_s);
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        return flow;
    }

private Q_SLOTS:
    void signsIn()
    {
        Stage stage;
        const auto flow = atPassword(stage);
        QCOMPARE(flow->step(), Step::Password);
        QCOMPARE(flow->email(), u"ada@example.com"_s);
        QSignalSpy done(flow.get(), &SignInFlow::done);
        flow->submitPassword(Secret(u"right"_s));
        QVERIFY(flow->isBusy());
        stage.answer<api::SignIn>({.signedIn = Stage::signedIn(), .challenge = {}});
        QCOMPARE(flow->step(), Step::Done);
        QCOMPARE(done.size(), 1);
        const auto profile = stage.profiles.find(flow->profile());
        QCOMPARE(profile->keeping, KeepingPlace::Keychain);
        QCOMPARE(profile->sessionId.text(), u"s1"_s);
        QCOMPARE(stage.accounts.account(flow->profile())->state().kind, AccountState::Kind::Online);
    }

    void theRightPasswordOfTheOwnServerIsTold()
    {
        Stage stage;
        stage.isOwn = true;
        const ProfileId known = stage.signIn().id();
        const QSignalSpy told(&stage.accounts, &Accounts::ownPasswordTaken);
        const auto flow = atPassword(stage);
        flow->submitPassword(Secret(u"wrong"_s));
        stage.refuse(Error::of(Kind::Unauthorized, u"wrongCredentials"_s));
        QVERIFY(told.isEmpty());
        // What else is asked for may be a code that stands in the messages.
        flow->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>(
            {.challenge = api::Challenge{.id = api::ChallengeId(u"c1"_s),
                                         .factors = {api::Factor::RecoveryCode}}});
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().value<ProfileId>(), known);

        stage.isOwn = false;
        const auto elsewhere = atPassword(stage);
        elsewhere->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>({.signedIn = Stage::signedIn()});
        QCOMPARE(told.size(), 1);
    }

    void keepsWhatWasTypedWhenAStepFails()
    {
        Stage stage;
        const auto flow = stage.accounts.signInFlow(Stage::server());
        flow->submitEmail(u"ada@"_s);
        QCOMPARE(flow->error()->field, u"login"_s);
        QCOMPARE(flow->email(), u"ada@"_s);
        flow->submitEmail(u"ada@example.com"_s);
        stage.breakOff();
        QCOMPARE(flow->step(), Step::Email);
        QCOMPARE(flow->error()->kind, Kind::Network);
        QCOMPARE(flow->email(), u"ada@example.com"_s);
        flow->submitEmail(flow->email());
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        flow->submitPassword(Secret(u"wrong"_s));
        stage.refuse(Error::of(Kind::Unauthorized, u"wrongCredentials"_s));
        QCOMPARE(flow->step(), Step::Password);
        QCOMPARE(flow->error()->code, u"wrongCredentials"_s);
        flow->submitPassword(Secret(u"again"_s));
        stage.give({.status = 200, .headers = {}, .body = "{}"});
        QCOMPARE(flow->error()->kind, Kind::Protocol);
        QVERIFY(!flow->isBusy());
        flow->back();
        QCOMPARE(flow->step(), Step::Email);
        QCOMPARE(flow->email(), u"ada@example.com"_s);
    }

    void asksForTheSecondFactor()
    {
        Stage stage;
        const auto flow = atPassword(stage);
        const api::SignInProgress challenged{
            .signedIn = {},
            .challenge =
                api::Challenge{.id = api::ChallengeId(u"c1"_s), .factors = {api::Factor::Totp}}};
        flow->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>(challenged);
        QCOMPARE(flow->step(), Step::SecondFactor);
        flow->submitCode(Secret(u"000000"_s));
        QCOMPARE(stage.line(), QByteArray("POST /v1/challenges/c1"));
        stage.refuse(Error::rejected(u"wrongCode"_s, u"code"_s));
        QCOMPARE(flow->step(), Step::SecondFactor);
        flow->submitCode(Secret(u"111111"_s));
        stage.refuse(Error::of(Kind::NotFound, u"challengeExpired"_s));
        QCOMPARE(flow->step(), Step::Password);
        QCOMPARE(flow->error()->code, u"challengeExpired"_s);
        flow->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>(challenged);
        flow->submitCode(Secret(u"222222"_s));
        stage.answer<api::AnswerChallenge>({.signedIn = Stage::signedIn(), .challenge = {}});
        QCOMPARE(flow->step(), Step::Done);
    }

    void aTrustedDeviceIsNotAskedForItAgain()
    {
        Stage stage;
        const auto flow = atPassword(stage);
        const api::SignInProgress challenged{
            .signedIn = {},
            .challenge = api::Challenge{.id = api::ChallengeId(u"c1"_s),
                                        .factors = {api::Factor::Totp, api::Factor::RecoveryCode}}};
        flow->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>(challenged);
        QVERIFY(flow->canTrustDevice());
        flow->codeWays().choose(api::Factor::RecoveryCode);
        flow->submitCode(Secret(u"01234-56789"_s), true);
        QVERIFY(stage.asked().body.contains("\"trustDevice\":true"));
        QVERIFY(stage.asked().body.contains("\"recoveryCode\""));
        stage.answer<api::AnswerChallenge>({.signedIn = Stage::signedIn(),
                                            .challenge = {},
                                            .deviceTrust = Secret(u"lkt_first"_s)});
        QCOMPARE(flow->step(), Step::Done);
        const ProfileId id = flow->profile();
        stage.accounts.signOut(id);
        stage.answer<api::SignOut>({});

        const auto signInWith = [&](const QByteArray &trust, const api::SignInProgress &progress) {
            const auto again = stage.accounts.signInAgain(id);
            stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
            again->submitPassword(Secret(u"right"_s));
            const QByteArray body = stage.asked().body;
            stage.answer<api::SignIn>(progress);
            return trust.isEmpty() ? !body.contains("lkt_") : body.contains(trust);
        };
        api::SignedIn trusted = Stage::signedIn();
        trusted.session.proof = api::Proof::TrustedDevice;
        QVERIFY(signInWith("lkt_first", {.signedIn = trusted}));
        stage.accounts.signOut(id);
        stage.answer<api::SignOut>({});
        trusted.user.userName = u"Countess"_s;
        for (const QString &login : {u"ADA@example.com"_s, u"countess"_s}) {
            const auto again = stage.accounts.signInFlow(Stage::server());
            again->submitEmail(login);
            stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
            again->submitPassword(Secret(u"right"_s));
            QVERIFY2(stage.asked().body.contains("lkt_first"), qPrintable(login));
            stage.answer<api::SignIn>({.signedIn = trusted});
            stage.accounts.signOut(id);
            stage.answer<api::SignOut>({});
        }
        // It is asked for all the same: what was kept is worth nothing, and is forgotten.
        QVERIFY(signInWith("lkt_first", challenged));
        QVERIFY(signInWith({}, challenged));
    }

    void aRemovedProfileTakesItsTrustAlong()
    {
        Stage stage;
        const ProfileId id = stage.signIn().id();
        stage.keeping.keepTrust(id, KeepingPlace::Keychain, Secret(u"lkt_x"_s));
        stage.accounts.remove(id);
        stage.answer<api::SignOut>({});
        settle();
        Error error;
        stage.keeping.fetchTrust(id, KeepingPlace::Keychain)
            .then(this, [&](const Result<Secret> &trust) {
                error = trust ? Error::of(Kind::Server, {}) : trust.error();
            });
        settle();
        QCOMPARE(error.kind, Kind::NotFound);
    }

    void neverKeepsATokenWhereNobodyChoseTo()
    {
        Stage stage;
        stage.keychain.trouble = Error::of(Kind::Network, u"keychainAbsent"_s);
        const auto flow = atPassword(stage);
        flow->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>({.signedIn = Stage::signedIn(), .challenge = {}});
        KeepSecretStep &keep = flow->keeping();
        QCOMPARE(flow->step(), Step::KeepSecret);
        QCOMPARE(keep.state(), KeepSecretStep::State::Choosing);
        QCOMPARE(keep.error()->code, u"keychainAbsent"_s);
        keep.retry();
        settle();
        QCOMPARE(keep.state(), KeepSecretStep::State::Choosing);
        stage.fileRefusal = Error::rejected(u"wrongPassphrase"_s, {});
        keep.keepInFile(Secret(u"letmein"_s));
        settle();
        QCOMPARE(keep.error()->code, u"passphraseTooWeak"_s);
        keep.keepInFile(Secret(u"another four quiet walruses"_s));
        settle();
        QCOMPARE(keep.error()->code, u"wrongPassphrase"_s);
        QCOMPARE(keep.error()->field, u"passphrase"_s);
        stage.fileRefusal.reset();
        keep.keepInFile(Secret(u"four quiet walruses dance"_s));
        settle();
        QCOMPARE(flow->step(), Step::Done);
        QCOMPARE(stage.profiles.find(flow->profile())->keeping, KeepingPlace::File);
        QVERIFY(stage.file);
    }

    void keepsNothingWhenAskedTo()
    {
        Stage stage;
        stage.keychain.trouble = Error::of(Kind::Forbidden, u"keychainDenied"_s);
        const auto flow = atPassword(stage);
        flow->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>({.signedIn = Stage::signedIn(), .challenge = {}});
        QCOMPARE(flow->keeping().error()->code, u"keychainDenied"_s);
        flow->keeping().keepNothing();
        settle();
        QCOMPARE(stage.profiles.find(flow->profile())->keeping, KeepingPlace::Memory);
    }

    void cancelEndsASessionThatBegan()
    {
        Stage stage;
        stage.keychain.trouble = Error::of(Kind::Forbidden, u"keychainLocked"_s);
        auto flow = atPassword(stage);
        flow->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>({.signedIn = Stage::signedIn(), .challenge = {}});
        flow->cancel();
        flow.reset();
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/session"));
        QCOMPARE(stage.asked().headers.value("Authorization"), QByteArray("Bearer lk-token-1"));
        stage.answer<api::SignOut>({});
        QVERIFY(stage.profiles.all().isEmpty());
    }

    void cancellingASecondSignInLeavesTheFirstOne()
    {
        Stage stage;
        Account &account = stage.signIn();
        auto flow = stage.accounts.signInAgain(account.id());
        flow->submitEmail(u"ada@example.com"_s);
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        flow->submitPassword(Secret(u"right"_s));
        stage.asked();
        // It is cancelled while the new token is on its way into the keychain.
        connect(&flow->keeping(), &KeepSecretStep::changed, flow.get(), [&] {
            if (flow->keeping().state() == KeepSecretStep::State::Trying)
                QMetaObject::invokeMethod(flow.get(), &SignInFlow::cancel, Qt::QueuedConnection);
        });
        stage.answer<api::SignIn>({.signedIn = Stage::signedIn(u"lk-token-2"_s), .challenge = {}});
        QCOMPARE(flow->step(), Step::Cancelled);
        QString kept;
        stage.keeping.fetch(account.id(), KeepingPlace::Keychain)
            .then(this, [&](const auto &token) { kept = token ? token->revealText() : QString(); });
        settle();
        QCOMPARE(kept, u"lk-token-1"_s);
        QCOMPARE(account.state().kind, AccountState::Kind::Online);
        QCOMPARE(stage.asked().headers.value("Authorization"), QByteArray("Bearer lk-token-2"));
    }

    void theSessionThatIsReplacedEnds()
    {
        Stage stage;
        Account &account = stage.signIn();
        auto flow = stage.accounts.signInAgain(account.id());
        flow->submitEmail(u"ada@example.com"_s);
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        flow->submitPassword(Secret(u"right"_s));
        api::SignedIn second = Stage::signedIn(u"lk-token-2"_s);
        second.session = Stage::session(u"s9"_s);
        stage.answer<api::SignIn>({.signedIn = second, .challenge = {}});
        QCOMPARE(flow->step(), Step::Done);
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/session"));
        QCOMPARE(stage.asked().headers.value("Authorization"), QByteArray("Bearer lk-token-1"));
        QCOMPARE(account.profile().sessionId.text(), u"s9"_s);
    }

    void aProfileThatCanNotBeWrittenIsTriedAgain()
    {
        Stage stage;
        const QString file = stage.dir.filePath(u"profiles.json"_s);
        const auto flow = atPassword(stage);
        QFile newer(file);
        QVERIFY(newer.open(QIODevice::WriteOnly));
        newer.write("{\"version\": 99, \"profiles\": []}");
        newer.close();
        flow->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>({.signedIn = Stage::signedIn(), .challenge = {}});
        QCOMPARE(flow->step(), Step::KeepSecret);
        QCOMPARE(flow->keeping().state(), KeepSecretStep::State::Kept);
        QCOMPARE(flow->error()->code, u"profilesTooNew"_s);
        QVERIFY(newer.remove());
        flow->keeping().retry();
        settle();
        QCOMPARE(flow->step(), Step::Done);
    }

    void signingInAgainKeepsItWhereItWasWanted()
    {
        Stage stage;
        const Account &account = stage.signIn();
        QVERIFY(ProfileSettings(account.id(), stage.accounts).setKeeping(KeepingPlace::Memory));
        const auto flow = stage.accounts.signInAgain(account.id());
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        flow->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>({.signedIn = Stage::signedIn(u"lk-token-2"_s), .challenge = {}});
        QCOMPARE(flow->step(), Step::Done);
        QCOMPARE(account.profile().keeping, KeepingPlace::Memory);
    }

    void signingInAgainIsForTheSameAccount()
    {
        Stage stage;
        const ProfileId id = stage.signIn().id();
        stage.accounts.account(id)->close(AccountState::Reason::ByPerson);
        const auto flow = stage.accounts.signInAgain(id);
        QCOMPARE(stage.line(), QByteArray("POST /v1/identify"));
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        QCOMPARE(flow->step(), Step::Password);
        flow->submitPassword(Secret(u"right"_s));
        api::SignedIn other = Stage::signedIn(u"lk-token-2"_s);
        other.user.id = api::UserId(u"u2"_s);
        stage.answer<api::SignIn>({.signedIn = other, .challenge = {}});
        QCOMPARE(flow->step(), Step::Email);
        QCOMPARE(flow->error()->code, u"otherAccount"_s);
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/session"));
        stage.answer<api::SignOut>({});
        QCOMPARE(stage.profiles.all().size(), 1);
    }

    void closedWhileLoading()
    {
        Stage stage;
        auto flow = stage.accounts.signInFlow(Stage::server());
        flow->submitEmail(u"ada@example.com"_s);
        settle();
        flow.reset();
        settle();
        QVERIFY(!stage.net().isWanted(0));
    }

    void secretsAreInNoFile()
    {
        Stage stage;
        stage.signIn();
        settle();
        int files = 0;
        QDirIterator it(stage.dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("lk-token"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files >= 2);
    }
};

LATCHKEY_TEST(SignInFlowTest)

#include "tst_signinflow.moc"
