#include "kit/scrollarea.h"
#include "kit/theme.h"
#include "shell/sidebar.h"
#include "support/testrunner.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>

using namespace latchkey;
using namespace latchkey::ui;
using namespace Qt::StringLiterals;

/// The sidebar where it has no room for all pages.
class SidebarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, Theme::Light); }

    void theStripBesideThePagesIsOfItsOwnGround()
    {
        applyTheme(*qApp, Theme::Light);
        Sidebar sidebar;
        QList<PageEntry> pages;
        for (int i = 0; i < 12; ++i) {
            PageEntry page;
            page.id = QString::number(i);
            page.title = [i] { return u"Page %1"_s.arg(i); };
            page.icon = u"home"_s;
            pages << page;
        }
        sidebar.setPages(pages, {});
        sidebar.resize(220, 300);
        sidebar.show();
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            applyTheme(*qApp, theme);
            QCoreApplication::processEvents();
            const auto *bar = sidebar.findChild<ScrollArea *>()->verticalScrollBar();
            QVERIFY(bar->isVisible());
            const QRect place(bar->mapTo(&sidebar, QPoint()), bar->size());
            // Down to the window's edge, so that the last page doesn't end in the air.
            QCOMPARE(place.bottomRight(), sidebar.rect().bottomRight());
            const QImage seen = sidebar.grab(place).toImage();
            for (int y = 0; y < seen.height(); ++y)
                QCOMPARE(seen.pixelColor(seen.width() - 1, y), coloursOf(theme).sidebar);
        }
    }
};

LATCHKEY_TEST(SidebarTest)
#include "tst_sidebar.moc"
