#include "shell/palettedelegate.h"

#include "kit/icons.h"
#include "kit/theme.h"
#include "shell/palettemodel.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>
#include <QWidget>

namespace latchkey::ui {

namespace {

constexpr int padding = 8;
constexpr int markWidth = 3;
constexpr int iconSide = 16;

void drawTitle(QPainter *painter, const QRect &rect, const QString &title, const QFont &font,
               const QList<qsizetype> &positions)
{
    QTextLayout layout(title, font);
    QList<QTextLayout::FormatRange> formats;
    for (const qsizetype at : positions) {
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        bold.setFontUnderline(true);
        formats.append({static_cast<int>(at), 1, bold});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    const qreal top = rect.top() + (rect.height() - line.height()) / 2;
    layout.draw(painter, QPointF(rect.left(), top));
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const Colours &colours = coloursOf(option.palette);
    painter->save();
    if (isSelected) {
        painter->fillRect(option.rect, colours.selection);
        painter->fillRect(option.rect.left(), option.rect.top(), markWidth, option.rect.height(),
                          colours.accent);
    }

    QRect rect = option.rect.adjusted(markWidth + padding, 0, -padding, 0);
    const QString drawing = index.data(PaletteModel::IconNameRole).toString();
    if (!drawing.isEmpty() && option.widget) {
        painter->drawPixmap(
            rect.left(), rect.center().y() - iconSide / 2,
            iconPixmap(drawing, colours.subtle, iconSide, option.widget->devicePixelRatioF()));
    }
    rect.setLeft(rect.left() + iconSide + padding);
    const QString shortcut = index.data(PaletteModel::ShortcutRole).toString();
    const QString kind = index.data(PaletteModel::KindRole).toString();
    const QFontMetrics metrics(option.font);
    painter->setFont(option.font);
    painter->setPen(colours.subtle);
    // As wide in each row as most keys are, so that the kinds stand in a column.
    const int usual = metrics.horizontalAdvance(QStringLiteral("Ctrl+Q"));
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, shortcut);
    rect.setRight(rect.right() - std::max(usual, metrics.horizontalAdvance(shortcut)) -
                  2 * padding);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, kind);
    rect.setRight(rect.right() - metrics.horizontalAdvance(kind) - 2 * padding);

    painter->setPen(colours.text);
    const QString title =
        metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rect.width());
    auto positions = index.data(PaletteModel::PositionsRole).value<QList<qsizetype>>();
    positions.removeIf([&title](qsizetype at) { return at >= title.size(); });
    drawTitle(painter, rect, title, option.font, positions);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, QFontMetrics(option.font).height() + 2 * padding};
}

} // namespace latchkey::ui
