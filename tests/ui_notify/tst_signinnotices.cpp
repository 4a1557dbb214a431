#include "account/preferences.h"
#include "account/stage.h"
#include "fakedesktop.h"
#include "notify/desktopnotices.h"
#include "notify/signinnotices.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

namespace {

struct Watch
{
    Watch()
        : account(stage.signIn())
    {
        begun = desktop.begin();
    }

    api::Session stranger(const QString &id = u"s9"_s) const
    {
        api::Session one = Stage::session(id, u"Kiosk"_s);
        one.device.program = u"curl"_s;
        one.address = u"203.0.113.9"_s;
        one.startedAt = stage.clock.now();
        return one;
    }
    void happen(api::EventKind kind, const api::Session &session)
    {
        stage.happen(
            {.id = api::EventId(u"e%1"_s.arg(++events)), .kind = kind, .session = session});
    }

    Stage stage;
    account::Account &account;
    account::PreferencesStore preferences{stage.dir.filePath(u"preferences.json"_s)};
    FakeDesktop desktop;
    DesktopNotices onDesktop{QDBusConnection::sessionBus()};
    SignInNotices notices{stage.accounts, preferences, onDesktop};
    bool begun = false;
    int events = 0;
};

} // namespace

class SignInNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAboutASignInElsewhere()
    {
        Watch watch;
        QVERIFY(watch.begun);
        watch.happen(api::EventKind::SessionStarted, watch.stranger());
        QTRY_COMPARE(watch.desktop.shown.size(), 1);
        const auto shown = watch.desktop.shown.first();
        QCOMPARE(shown.title, u"Was it you?"_s);
        QVERIFY(shown.text.contains(u"ada@example.com"_s));
        QVERIFY(shown.text.contains(u"Kiosk"_s));
        QVERIFY(shown.text.contains(u"203.0.113.9"_s));
        QVERIFY(shown.acts.contains(u"It was me"_s));
    }

    void asksNothingElse()
    {
        Watch watch;
        api::Session known = watch.stranger();
        known.reviewed = true;
        watch.happen(api::EventKind::SessionStarted, known);
        watch.happen(api::EventKind::SessionStarted, Stage::session(u"s1"_s)); // its own
        watch.happen(api::EventKind::SessionChanged, watch.stranger(u"s8"_s));
        account::Preferences preferences = watch.preferences.current();
        preferences.signInNotices = false;
        QVERIFY(watch.preferences.set(preferences));
        watch.happen(api::EventKind::SessionStarted, watch.stranger(u"s7"_s));
        preferences.signInNotices = true;
        QVERIFY(watch.preferences.set(preferences));
        api::Session last = watch.stranger();
        last.device.label = u"Last"_s;
        watch.happen(api::EventKind::SessionStarted, last);
        // Whatever had been sent before would stand there before it.
        QTRY_COMPARE(watch.desktop.shown.size(), 1);
        QVERIFY(watch.desktop.shown.first().text.contains(u"Last"_s));
    }

    void isWithdrawnWhenItWasAnsweredAnywhere()
    {
        Watch watch;
        watch.happen(api::EventKind::SessionStarted, watch.stranger());
        QTRY_COMPARE(watch.desktop.shown.size(), 1);
        api::Session known = watch.stranger();
        known.reviewed = true;
        watch.happen(api::EventKind::SessionChanged, known);
        QTRY_COMPARE(watch.desktop.shown.size(), 0);

        watch.happen(api::EventKind::SessionStarted, watch.stranger(u"s8"_s));
        QTRY_COMPARE(watch.desktop.shown.size(), 1);
        watch.account.close(account::AccountState::Reason::ByPerson);
        QTRY_COMPARE(watch.desktop.shown.size(), 0);
    }

    void takesAnswersAndClicks()
    {
        Watch watch;
        QSignalSpy answered(&watch.notices, &SignInNotices::answered);
        QSignalSpy opened(&watch.notices, &SignInNotices::openRequested);
        int number = 0;
        for (const QString &act : {u"mine"_s, u"notMine"_s, u"default"_s}) {
            watch.happen(api::EventKind::SessionStarted, watch.stranger(u"n%1"_s.arg(++number)));
            QTRY_COMPARE(watch.desktop.shown.size(), 1);
            watch.desktop.click(watch.desktop.shown.firstKey(), act);
            QTRY_COMPARE(answered.size() + opened.size(), number);
        }
        QCOMPARE(answered.size(), 2);
        QCOMPARE(answered.at(0).at(0).value<account::ProfileId>(), watch.account.id());
        QCOMPARE(answered.at(0).at(1).value<api::SessionId>(), api::SessionId(u"n1"_s));
        QCOMPARE(answered.at(0).at(2).value<api::Verdict>(), api::Verdict::Mine);
        QCOMPARE(answered.at(1).at(2).value<api::Verdict>(), api::Verdict::NotMine);
        QVERIFY(answered.at(1).at(3).toByteArray().startsWith("token-"));
        QCOMPARE(opened.size(), 1);
    }

    void tellsNothingWhileTheProgramIsLocked()
    {
        Watch watch;
        QSignalSpy answered(&watch.notices, &SignInNotices::answered);
        QSignalSpy opened(&watch.notices, &SignInNotices::openRequested);
        watch.happen(api::EventKind::SessionStarted, watch.stranger());
        QTRY_COMPARE(watch.desktop.shown.size(), 1);
        watch.notices.setVeiled(true);
        watch.happen(api::EventKind::SessionStarted, watch.stranger(u"s8"_s));
        QTRY_COMPARE(watch.desktop.shown.size(), 2);
        const auto isVeiled = [&watch] {
            return std::ranges::all_of(watch.desktop.shown, [](const FakeDesktop::Shown &one) {
                return one.title == "Latchkey"_L1 && !one.text.contains(u"ada"_s) &&
                       !one.text.contains(u"Kiosk"_s) && one.acts.size() == 2;
            });
        };
        QTRY_VERIFY(isVeiled());
        watch.desktop.click(watch.desktop.shown.firstKey(), u"mine"_s); // a button that stood there
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(answered.size(), 0);
        watch.notices.setVeiled(false);
        QTRY_COMPARE(watch.desktop.shown.first().title, u"Was it you?"_s);
    }
};

LATCHKEY_TEST(SignInNoticesTest)
#include "tst_signinnotices.moc"
