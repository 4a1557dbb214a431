#include "kit/icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPaintDevice>
#include <QPainter>
#include <QPicture>
#include <QPixmapCache>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 24; ///< of what each SVG is drawn on

void play(const QString &drawing, QPixmap &pixmap)
{
    pixmap.fill(Qt::transparent);
    QPicture picture;
    if (!picture.load(drawing))
        return;
    QPainter painter(&pixmap);
    const QSizeF size = pixmap.size();
    const qreal scale = std::min(size.width(), size.height()) / side;
    painter.translate((size.width() - side * scale) / 2, (size.height() - side * scale) / 2);
    painter.scale(scale, scale);
    picture.play(&painter);
}

QPixmap draw(const QString &name, const QColor &colour, const QSize &pixels)
{
    const QString key = u"latchkey/%1/%2/%3x%4"_s.arg(name, colour.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    play(u":/icons/%1.picture"_s.arg(name), pixmap);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws afresh for each size and colour; QIcon's own cache of pixmaps would keep old colours.
class DrawnIcon final : public QIconEngine
{
public:
    explicit DrawnIcon(const QString &name)
        : m_name(name)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_name, colourFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return draw(m_name, colourFor(mode), size);
    }

    QString iconName() override { return m_name; }
    bool isNull() override { return m_name.isEmpty(); }
    QIconEngine *clone() const override { return new DrawnIcon(m_name); }

private:
    static QColor colourFor(QIcon::Mode mode)
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        return QApplication::palette().color(group, QPalette::ButtonText);
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new DrawnIcon(name));
}

QIcon programIcon()
{
    QIcon icon;
    for (const int width : {16, 24, 32, 48, 128}) {
        QPixmap pixmap(width, width);
        play(u":/latchkey.picture"_s, pixmap);
        icon.addPixmap(pixmap);
    }
    return icon;
}

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal pixelRatio)
{
    QPixmap pixmap = draw(name, colour, (QSizeF(size, size) * pixelRatio).toSize());
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    QPixmap pixmap = draw(name, colour, (QSizeF(rect.size()) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), pixmap);
}

} // namespace latchkey::ui
