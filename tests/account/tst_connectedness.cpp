#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using StateKind = AccountState::Kind;

/// Whether an account is online, and what it asks for when it is again.
class ConnectednessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOfflineAndComesBack()
    {
        Stage stage;
        Account &account = stage.signIn();
        const Timestamp now = stage.clock.now();
        Q_EMIT stage.net().opened.back().stream->ended(
            failure(Error::of(Kind::Network, u"connectionLost"_s)));
        QCOMPARE(account.state().kind, StateKind::Offline);
        QCOMPARE(account.state().since, now);
        account.retryNow();
        stage.openStream();
        QCOMPARE(account.state().kind, StateKind::Online);
    }

    void eventsAloneThatFailDoNotMakeItOffline()
    {
        Stage stage;
        Account &account = stage.signIn();
        Q_EMIT stage.net().opened.back().stream->ended(
            failure(Error::of(Kind::Network, u"connectionLost"_s)));
        QCOMPARE(account.state().kind, StateKind::Offline);
        account.retryNow();
        QSignalSpy changed(&account, &Account::stateChanged);
        const size_t tries = stage.net().opened.size();
        for (int i = 0; i < 3; ++i) {
            Q_EMIT stage.net().opened.back().stream->answered({502, {}, {}});
            settle();
            account.ask(api::Me{});
            stage.answer<api::Me>(Stage::user());
            QCOMPARE(account.state().kind, StateKind::Online);
            stage.alarm.advance(std::chrono::seconds(60));
            settle();
        }
        QCOMPARE(changed.size(), 1);
        QVERIFY(stage.net().opened.size() <= tries + 4);
    }

    void theNetworkThatIsBackIsNotWaitedFor()
    {
        Stage stage;
        Account &account = stage.signIn();
        Q_EMIT stage.net().opened.back().stream->ended(
            failure(Error::of(Kind::Network, u"offline"_s)));
        QCOMPARE(account.state().kind, StateKind::Offline);
        const size_t tries = stage.net().opened.size();
        stage.accounts.retryAll();
        settle();
        QCOMPARE(stage.net().opened.size(), tries + 1);
    }

    void whoAsksTooOftenForEventsAsksForNothing()
    {
        Stage stage;
        Account &account = stage.signIn();
        Q_EMIT stage.net().opened.back().stream->ended(
            failure(Error::of(Kind::Network, u"connectionLost"_s)));
        account.retryNow();
        const size_t tries = stage.net().opened.size();
        Q_EMIT stage.net().opened.back().stream->answered({429, {{"Retry-After", "20"}}, {}});
        const size_t before = stage.count();
        account.ask(api::Me{});
        account.retryNow();
        settle();
        QCOMPARE(account.state().kind, StateKind::Online);
        QCOMPARE(stage.count(), before);
        QCOMPARE(stage.net().opened.size(), tries);
        stage.alarm.advance(std::chrono::seconds(20));
        settle();
        QCOMPARE(stage.count(), before + 1);
        QCOMPARE(stage.net().opened.size(), tries + 1);
    }

    void whatNoEventTellsIsAskedFor_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("minutes");
        QTest::newRow("404") << 404 << 1;
        QTest::newRow("204") << 204 << 10;
    }

    void whatNoEventTellsIsAskedFor()
    {
        QFETCH(int, status);
        QFETCH(int, minutes);
        Stage stage;
        stage.signIn();
        Q_EMIT stage.net().opened.back().stream->ended(
            failure(Error::of(Kind::Network, u"connectionLost"_s)));
        for (int i = 0; i < 2; ++i) {
            const size_t tries = stage.net().opened.size();
            stage.alarm.advance(std::chrono::minutes(minutes));
            settle();
            QCOMPARE(stage.net().opened.size(), tries + 1);
            Q_EMIT stage.net().opened.back().stream->answered({status, {}, {}});
            QCOMPARE(stage.line(), QByteArray("GET /v1/me"));
            stage.answer<api::Me>(Stage::user());
            QCOMPARE(stage.line(), QByteArray("GET /v1/sessions"));
            stage.answer<api::ListSessions>({});
        }
    }
};

LATCHKEY_TEST(ConnectednessTest)

#include "tst_connectedness.moc"
