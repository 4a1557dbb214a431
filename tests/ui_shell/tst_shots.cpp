#include "account/actingonbehalf.h"
#include "kit/theme.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

/// Writes pictures of the window into the folder that LATCHKEY_SHOTS names; run with
/// QT_SCALE_FACTOR=2 for those at 200 %.
class ShotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTheme()
    {
        const QString folder = qEnvironmentVariable("LATCHKEY_SHOTS");
        for (const auto &[theme, name] :
             {std::pair(Theme::Light, u"light"_s), std::pair(Theme::Dark, u"dark"_s),
              std::pair(Theme::HighContrast, u"contrast"_s)}) {
            applyTheme(*qApp, theme);
            WindowStage at;
            const auto window = at.window();
            const auto shot = [&](const QString &what) {
                settle();
                const QPixmap picture = window->grab();
                QVERIFY(!picture.isNull());
                if (!folder.isEmpty())
                    QVERIFY(picture.save(folder + u'/' + what + u'-' + name + u".png"_s));
            };
            shot(u"firststart"_s);
            QTest::mouseClick(WindowStage::button(window.get(), u"Connect to a server"_s),
                              Qt::LeftButton);
            shot(u"connect"_s);
            account::Account &account = at.stage.signIn();
            window->openProfile(account.id());
            account.lost(Error::of(Error::Kind::Network, u"offline"_s));
            window->openPage(u"home"_s);
            shot(u"window"_s);
            QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
            shot(u"palette"_s);
            if (QWidget *focused = QApplication::focusWidget())
                QTest::keyClick(focused, Qt::Key_Escape);
            window->openPage(u"settings"_s);
            shot(u"settings"_s);
            at.stage.accounts.acting().begin(account.id(), u"grace@example.com"_s,
                                             u"Ticket 4711, as asked"_s);
            api::SignedIn begun = Stage::signedIn(u"lks_2"_s);
            begun.user.id = api::UserId(u"u2"_s);
            begun.user.name = u"Grace Hopper"_s;
            at.stage.answer<api::SignInOnBehalf>(begun);
            shot(u"acting"_s);
        }
        applyTheme(*qApp, Theme::Light);
    }
};

LATCHKEY_TEST(ShotsTest)

#include "tst_shots.moc"
