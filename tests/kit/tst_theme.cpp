#include "kit/avatardisc.h"
#include "kit/style.h"
#include "kit/theme.h"
#include "support/testrunner.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <cmath>

using namespace latchkey::ui;
using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// WCAG 2.1, 1.4.3
double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }

    void nobodysTextIsReadAsMarkup()
    {
        QLabel label(u"<b>bold</b><img src=\"/dev/zero\">"_s);
        label.show();
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QLabel meant;
        meant.setTextFormat(Qt::RichText);
        meant.show();
        QCOMPARE(meant.textFormat(), Qt::RichText);
    }

    void wordsCanBeRead_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        const std::pair<const char *, Theme> themes[] = {
            {"light", Theme::Light}, {"dark", Theme::Dark}, {"contrast", Theme::HighContrast}};
        for (const auto &[name, theme] : themes) {
            const Colours &c = coloursOf(theme);
            const std::pair<const char *, QColor> grounds[] = {
                {"window", c.window},
                {"surface", c.surface},
                {"sidebar", c.sidebar},
                {"hover", c.hover},
                {"selection", c.selection},
                {"danger surface", c.dangerSurface},
                {"warning surface", c.warningSurface},
                {"success surface", c.successSurface},
                {"accent surface", c.accentSurface}};
            for (const auto &[ground, colour] : grounds)
                QTest::addRow("%s: text on %s", name, ground) << c.text << colour;
            const std::pair<const char *, QColor> inks[] = {{"subtle", c.subtle},
                                                            {"accent", c.accent},
                                                            {"danger", c.danger},
                                                            {"warning", c.warning},
                                                            {"success", c.success}};
            for (const auto &[ink, colour] : inks) {
                QTest::addRow("%s: %s on window", name, ink) << colour << c.window;
                QTest::addRow("%s: %s on surface", name, ink) << colour << c.surface;
                QTest::addRow("%s: %s on hover", name, ink) << colour << c.hover;
            }
            QTest::addRow("%s: subtle on sidebar", name) << c.subtle << c.sidebar;
            QTest::addRow("%s: subtle on selection", name) << c.subtle << c.selection;
            QTest::addRow("%s: on accent", name) << c.onAccent << c.accent;
            QTest::addRow("%s: on danger", name) << c.onDanger << c.danger;
            QTest::addRow("%s: accent on its surface", name) << c.accent << c.accentSurface;
            QTest::addRow("%s: danger on its surface", name) << c.danger << c.dangerSurface;
            QTest::addRow("%s: warning on its surface", name) << c.warning << c.warningSurface;
            QTest::addRow("%s: success on its surface", name) << c.success << c.successSurface;
            const QPalette p = paletteOf(c);
            QTest::addRow("%s: marked letters", name)
                << p.color(QPalette::HighlightedText) << p.color(QPalette::Highlight);
            QTest::addRow("%s: tool tip", name)
                << p.color(QPalette::ToolTipText) << p.color(QPalette::ToolTipBase);
            QTest::addRow("%s: link", name) << p.color(QPalette::Link) << p.color(QPalette::Window);
            QTest::addRow("%s: placeholder", name)
                << p.color(QPalette::PlaceholderText) << p.color(QPalette::Base);
        }
    }

    void wordsCanBeRead()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(QString::number(contrast(ink, ground))));
    }

    void outlinesCanBeSeen()
    {
        // WCAG 2.1, 1.4.11
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
            const Colours &c = coloursOf(theme);
            for (const QColor &ground : {c.window, c.surface}) {
                QVERIFY(contrast(c.fieldBorder, ground) >= 3);
                QVERIFY(contrast(c.accent, ground) >= 3);
            }
            // Of a focused filled button: the inner ring on the fill, the outer one on the page.
            QVERIFY(contrast(c.onAccent, c.accent) >= 3);
            QVERIFY(contrast(c.onDanger, c.danger) >= 3);
            QVERIFY(contrast(c.text, c.surface) >= 3);
        }
    }

    void everyDiscCanBeRead()
    {
        for (int i = 0; i < 200; ++i)
            QVERIFY(contrast(Qt::white, discColourOf(QString::number(i))) >= 4.5);
    }

    void changesWhileRunning()
    {
        QPushButton button(u"Save"_s);
        button.show();
        const auto change = [](Theme theme) {
            applyTheme(*qApp, theme);
            QCoreApplication::processEvents(); // widgets hear of it by the event loop
        };
        change(Theme::Dark);
        QCOMPARE(button.palette().color(QPalette::Window), coloursOf(Theme::Dark).window);
        QVERIFY(coloursOf(button.palette()).isDark);
        change(Theme::HighContrast);
        QCOMPARE(&coloursOf(button.palette()), &coloursOf(Theme::HighContrast));
        change(Theme::Light);
        QCOMPARE(&coloursOf(button.palette()), &coloursOf(Theme::Light));
    }

    void aGroundOfItsOwnKeepsTheTheme()
    {
        applyTheme(*qApp, Theme::HighContrast);
        QPalette own = QApplication::palette();
        own.setColor(QPalette::Window, QColor(0x10, 0x10, 0x10));
        QCOMPARE(&coloursOf(own), &coloursOf(Theme::HighContrast));
        applyTheme(*qApp, Theme::Light);
    }

    void followsTheSystemWhileAsked()
    {
        applyTheme(*qApp, Theme::System);
        const Theme system = systemTheme();
        QVERIFY(system != Theme::System);
        QCOMPARE(&coloursOf(QApplication::palette()), &coloursOf(system));
        QPushButton button;
        QEvent change(QEvent::ThemeChange);
        QCoreApplication::sendEvent(&button, &change);
        QCoreApplication::processEvents();
        QCOMPARE(systemTheme(), system);
        QCOMPARE(&coloursOf(QApplication::palette()), &coloursOf(system));
        applyTheme(*qApp, Theme::Light);
    }

    void compactIsLower()
    {
        QPushButton button(u"Save"_s);
        const int comfortable = button.sizeHint().height();
        applyTheme(*qApp, Theme::Light, true);
        QVERIFY(button.sizeHint().height() < comfortable);
        applyTheme(*qApp, Theme::Light);
        QCOMPARE(button.sizeHint().height(), comfortable);
    }

    void costsNextToNothing()
    {
        QElapsedTimer timer;
        timer.start();
        QApplication::setStyle(new Style);
        applyTheme(*qApp, Theme::Dark);
        const qint64 micros = timer.nsecsElapsed() / 1000;
        applyTheme(*qApp, Theme::Light);
        qInfo("style and theme: %lld microseconds", micros);
        // The aim is 3 ms; a machine under sanitizers and load gets ten times that.
        QVERIFY(micros < 30'000);
        QVERIFY(qApp->styleSheet().isEmpty());
    }
};

LATCHKEY_TEST(ThemeTest)

#include "tst_theme.moc"
