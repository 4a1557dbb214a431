#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;

/// A person proves again who is there, once for all that waits.
class ProofTest : public QObject
{
    Q_OBJECT

    static Error stepUp(const QString &level = u"password"_s)
    {
        Error error = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        error.requiredLevel = level;
        return error;
    }

private Q_SLOTS:
    void proofParksReplacesTheTokenAndGoesOn()
    {
        Stage stage;
        Account &account = stage.signIn();
        QSignalSpy needed(&account, &Account::proofNeeded);
        QSignalSpy ended(&account, &Account::proofEnded);
        bool isEnded = false;
        stage.accounts.sessions(account.id())
            ->end(api::SessionId(u"s2"_s))
            .then(this, [&](const auto &r) { isEnded = r.has_value(); });
        account.ask(api::EndOtherSessions{});
        stage.refuse(stepUp());
        stage.refuse(stepUp());
        QCOMPARE(needed.size(), 1);
        QCOMPARE(needed.first().first().value<api::Level>(), api::Level::Password);
        QVERIFY(account.isProofNeeded());

        QString code;
        account.prove(Secret(u"wrong"_s)).then(this, [&](const auto &r) { code = r.error().code; });
        stage.refuse(Error::rejected(u"wrongPassword"_s, u"password"_s));
        QCOMPARE(code, u"wrongPassword"_s);
        QVERIFY(account.isProofNeeded());

        account.prove(Secret(u"right"_s));
        QCOMPARE(stage.line(), QByteArray("POST /v1/session/proof"));
        stage.answer<api::ProveWithPassword>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(ended.takeFirst().first().toBool(), true);
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/sessions/s2"));
        QCOMPARE(stage.asked().headers.value("Authorization"), QByteArray("Bearer lk-token-2"));
        stage.answer<api::EndSession>(Stage::session(u"s2"_s));
        QVERIFY(isEnded);
        QString kept;
        stage.keeping.fetch(account.id(), KeepingPlace::Keychain)
            .then(this, [&](const auto &token) { kept = token->revealText(); });
        settle();
        QCOMPARE(kept, u"lk-token-2"_s);
    }

    void whatNeedsMoreWaitsOn()
    {
        Stage stage;
        Account &account = stage.signIn();
        QList<api::Level> needed;
        connect(&account, &Account::proofNeeded, this,
                [&needed](api::Level level) { needed << level; });
        account.ask(api::EndOtherSessions{});
        account.ask(api::EndSession{api::SessionId(u"s2"_s)});
        stage.refuse(stepUp());
        stage.refuse(stepUp(u"secondFactor"_s));
        QCOMPARE(needed, QList({api::Level::Password, api::Level::SecondFactor}));
        account.prove(api::ProveWithPassword{Secret(u"right"_s)});
        stage.answer<api::ProveWithPassword>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(stage.line(), QByteArray("POST /v1/sessions/end-others"));
        stage.answer<api::EndOtherSessions>({});
        QCOMPARE(stage.line(), QByteArray());
        QVERIFY(account.isProofNeeded());
        QCOMPARE(needed.size(), 3);
        QCOMPARE(needed.last(), api::Level::SecondFactor);
    }

    void aCodeProvesForWhatNeedsIt()
    {
        Stage stage;
        Account &account = stage.signIn();
        QSignalSpy ended(&account, &Account::proofEnded);
        QVERIFY(!account.neededProof());
        account.ask(api::EndOtherSessions{});
        stage.refuse(stepUp(u"secondFactor"_s));
        QCOMPARE(account.neededProof(), api::Level::SecondFactor);
        QString code;
        const auto prove = [&](const QString &given) {
            account.prove(api::ProveWithCode{.factor = api::Factor::Totp, .code = Secret(given)})
                .then(this, [&](const auto &r) { code = r ? QString() : r.error().code; });
        };
        prove(u"000000"_s);
        QCOMPARE(stage.line(), QByteArray("POST /v1/session/proof/code"));
        Error wrong = Error::of(Kind::Unauthorized, u"wrongCode"_s);
        wrong.field = u"code"_s;
        stage.refuse(wrong);
        // It says no to what was typed, not to the session.
        QCOMPARE(code, u"wrongCode"_s);
        QVERIFY(account.state().isSignedIn());
        QVERIFY(account.isProofNeeded());
        prove(u"123456"_s);
        stage.answer<api::ProveWithCode>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(code, QString());
        QCOMPARE(ended.takeFirst().first().toBool(), true);
        QCOMPARE(stage.line(), QByteArray("POST /v1/sessions/end-others"));
        QCOMPARE(stage.asked().headers.value("Authorization"), QByteArray("Bearer lk-token-2"));
    }

    void aProofThatNobodyHereCanGiveIsNotAskedFor()
    {
        Stage stage;
        Account &account = stage.signIn();
        QSignalSpy needed(&account, &Account::proofNeeded);
        Error error;
        account.ask(api::EndOtherSessions{}).then(this, [&](const auto &r) { error = r.error(); });
        stage.refuse(stepUp(u"passkey"_s));
        QCOMPARE(needed.size(), 0);
        QCOMPARE(error.kind, Kind::StepUpNeeded);
        QCOMPARE(error.requiredLevel, u"passkey"_s);
    }

    void aLimitOfOneActStopsNothingElse()
    {
        Stage stage;
        Account &account = stage.signIn();
        for (const QString &code : {u"tooManyTries"_s, u"tooManyAccounts"_s}) {
            Error limited = Error::of(Kind::RateLimited, code);
            limited.retryAfter = std::chrono::seconds(30);
            account.ask(api::EndOtherSessions{});
            stage.refuse(limited);
            account.ask(api::Me{});
            QCOMPARE(stage.line(), QByteArray("GET /v1/me"));
            stage.answer<api::Me>(Stage::signedIn(u"x"_s).user);
        }
    }

    void declinedProofEndsWhatWaits()
    {
        Stage stage;
        Account &account = stage.signIn();
        Error error;
        account.ask(api::EndOtherSessions{}).then(this, [&](const auto &r) { error = r.error(); });
        stage.refuse(stepUp());
        account.declineProof();
        settle();
        QCOMPARE(error.kind, Kind::Cancelled);
        QVERIFY(!account.isProofNeeded());
    }

    void proofThatNobodyCanGiveAnyMoreIsNotAskedFor()
    {
        Stage stage;
        Account &account = stage.signIn();
        Error error;
        account.ask(api::EndOtherSessions{}).then(this, [&](const auto &r) { error = r.error(); });
        stage.refuse(stepUp());
        QVERIFY(account.isProofNeeded());
        QSignalSpy ended(&account, &Account::proofEnded);
        Profile moved = account.profile();
        moved.server.url = QUrl(u"http://127.0.0.1:2"_s);
        QVERIFY(stage.profiles.update(moved));
        settle();
        QVERIFY(!account.isProofNeeded());
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().toBool(), false);
        QCOMPARE(error.kind, Kind::Cancelled);
    }
};

LATCHKEY_TEST(ProofTest)

#include "tst_proof.moc"
