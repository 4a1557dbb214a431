#include "kit/icons.h"
#include "kit/theme.h"
#include "support/testrunner.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace latchkey::ui;
using namespace Qt::StringLiterals;

class IconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }

    void theSetIsWhole()
    {
        const QString names[] = {u"home"_s,    u"person"_s,   u"shield"_s,       u"devices"_s,
                                 u"key"_s,     u"settings"_s, u"server"_s,       u"laptop"_s,
                                 u"phone"_s,   u"terminal"_s, u"globe"_s,        u"search"_s,
                                 u"plus"_s,    u"check"_s,    u"close"_s,        u"warning"_s,
                                 u"info"_s,    u"error"_s,    u"eye"_s,          u"eye-off"_s,
                                 u"copy"_s,    u"clock"_s,    u"trash"_s,        u"edit"_s,
                                 u"refresh"_s, u"sign-out"_s, u"chevron-down"_s, u"chevron-right"_s,
                                 u"users"_s,   u"undo"_s,     u"link"_s,         u"people"_s};
        for (const QString &name : names)
            QVERIFY2(QFile::exists(u":/icons/%1.picture"_s.arg(name)), qPrintable(name));
    }

    void eachDrawsSomethingInTheColourAskedFor()
    {
        for (const QFileInfo &file : QDir(u":/icons"_s).entryInfoList()) {
            const QString name = file.baseName();
            const QImage image = iconPixmap(name, QColor(255, 0, 0), 24, 2.0)
                                     .toImage()
                                     .convertToFormat(QImage::Format_ARGB32);
            QCOMPARE(image.size(), QSize(48, 48));
            int strong = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() < 200)
                        continue;
                    ++strong;
                    QVERIFY2(pixel.red() > 240 && pixel.green() < 15, qPrintable(name));
                }
            }
            QVERIFY2(strong > 30, qPrintable(name));
        }
    }

    void theProgramHasOneOfItsOwn()
    {
        for (const int side : {16, 48}) {
            const QImage image = programIcon().pixmap(QSize(side, side), 1.0).toImage();
            QCOMPARE(image.size(), QSize(side, side));
            QVERIFY(image.pixelColor(side / 2, 2).blue() > 150);
            int white = 0;
            for (int y = 0; y < side; ++y) {
                for (int x = 0; x < side; ++x)
                    white += image.pixelColor(x, y).lightness() > 230 ? 1 : 0;
            }
            QVERIFY(white > side / 2);
        }
    }

    void followsThePalette()
    {
        const QIcon key = icon(u"key"_s);
        const auto inkOf = [&key](QIcon::Mode mode) {
            const QImage image = key.pixmap(QSize(24, 24), 1.0, mode).toImage();
            QColor strongest(Qt::transparent);
            for (int y = 0; y < 24; ++y) {
                for (int x = 0; x < 24; ++x) {
                    if (image.pixelColor(x, y).alpha() > strongest.alpha())
                        strongest = image.pixelColor(x, y);
                }
            }
            return strongest;
        };
        const QColor light = inkOf(QIcon::Normal);
        QVERIFY(inkOf(QIcon::Disabled).alpha() < light.alpha());
        applyTheme(*qApp, Theme::Dark);
        QVERIFY(inkOf(QIcon::Normal).lightness() > light.lightness() + 100);
        applyTheme(*qApp, Theme::Light);
    }

    void paintsAtTheScaleOfItsPlace()
    {
        QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(2);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintIcon(&painter, QRect(0, 0, 24, 24), u"plus"_s, Qt::black);
        painter.end();
        // The lower end of the upright stroke: beyond the middle of the picture.
        QVERIFY(image.pixelColor(24, 34).lightness() < 60);
    }
};

LATCHKEY_TEST(IconsTest)

#include "tst_icons.moc"
