#include "../account/foreignstage.h"
#include "shell/barstack.h"
#include "shell/profiledesk.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

/// Sessions that nothing renews end while somebody is at work.
class ForeignEndsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasTypedIsThereAfterwards_data()
    {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<QByteArray>("me");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("refusal");
        QTest::addColumn<QByteArray>("begun");
        QTest::newRow("wingspan") << u"wingspan"_s << adaOfWingspan << 403
                                  << QByteArray(R"({"error":"Session expired"})")
                                  << sessionOfWingspan(2);
        QTest::newRow("mmdl")
            << u"mmdl"_s
            << QByteArray(R"({"success":true,"data":{"message":{"users_id":1,"username":"ada",
                "email":"ada@example.com","password":"$2b$10$","created":"1800000000",
                "level":"0","userhash":"aa","mobile":null,"id":"11","expires":null,
                "session_token":null,"name":null,"email_verified":null,"emailVerified":null,
                "image":null}}})")
            << 401 << QByteArray(R"({"success":false,"data":{"message":"PLEASE_LOGIN"}})")
            << QByteArray(R"({"success":"true","data":{"message":{"userhash":"aa","ssid":"01"}}})");
        QTest::newRow("oneshot")
            << u"oneshot"_s
            << QByteArray(R"({"id":"ee8e77d9-290e-4bb9-84a1-c2b7efb338df","name":"ada",
                "created_at":"2027-01-15T08:00:00.063095Z"})")
            << 401 << QByteArray(R"({"message":"UNAUTHORIZED"})")
            << QByteArray(R"({"token":"318cd399-f47f-478f-8d09-c9c414c3750d"})");
    }

    void whatWasTypedIsThereAfterwards()
    {
        QFETCH(const QString, wire);
        QFETCH(const QByteArray, me);
        QFETCH(const int, status);
        QFETCH(const QByteArray, refusal);
        QFETCH(const QByteArray, begun);
        WindowStage at;
        account::Account &account = enterBy(at.stage, wire);
        say(at.stage, 200, me);
        const auto window = at.window();
        BarStack &bars = window->desk(account.id())->bars();
        QVERIFY(!bars.holds(u"state"_s));
        auto *edit = qobject_cast<QLineEdit *>(window->desk(account.id())->pages().currentPage());
        edit->setText(u"typed"_s);
        // Nothing puts off the end.
        for (int hours = 0; hours < 25; ++hours) {
            at.stage.clock.advance(std::chrono::hours(1));
            at.stage.alarm.advance(std::chrono::hours(1));
        }
        QVERIFY(at.stage.line().isEmpty());

        account.ask(api::Me{});
        say(at.stage, status, refusal);
        QVERIFY(account.state().isSignedOut());
        QCOMPARE(account.state().reason, std::optional(account::AccountState::Reason::Refused));
        QVERIFY(bars.bar(u"state"_s)->text().contains(u"no longer accepts this session"_s));
        QVERIFY(edit->isVisible());
        QCOMPARE(edit->text(), u"typed"_s);

        QTest::mouseClick(WindowStage::button(&bars, u"Sign in again"_s), Qt::LeftButton);
        settle();
        if (at.stage.line() == "POST /users/authentication")
            say(at.stage, 200, R"({"authenticationStrategy":"Password"})");
        auto *password = window->findChild<QLineEdit *>(u"signIn"_s);
        QVERIFY(password);
        password->setText(u"right"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(at.stage.asked().body.contains("right"));
        say(at.stage, 200, begun);
        QVERIFY(account.state().isOnline());
        say(at.stage, 200, me);
        QVERIFY(account.state().isOnline());
        QVERIFY(!bars.holds(u"state"_s));
        QCOMPARE(window->desk(account.id())->pages().currentPage(), edit);
        QVERIFY(edit->isVisible());
        QCOMPARE(edit->text(), u"typed"_s);
    }
};

LATCHKEY_TEST(ForeignEndsTest)

#include "tst_foreignends.moc"
