#include "shell/navigationbutton.h"

#include "kit/icons.h"
#include "kit/theme.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

namespace latchkey::ui {

namespace {

constexpr int padding = 10;
constexpr int iconSide = 18;
constexpr int markWidth = 3;
constexpr int apart = 10;

} // namespace

NavigationButton::NavigationButton(QString pageId, const QString &iconName, QWidget *parent)
    : QPushButton(parent)
    , m_pageId(std::move(pageId))
    , m_iconName(iconName)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFlat(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationButton::setTitle(const QString &title, const QKeySequence &shortcut)
{
    QString escaped = title;
    setText(escaped.replace(u'&', QStringLiteral("&&")));
    setAccessibleName(title);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    setToolTip(keys.isEmpty() ? title : tr("%1 (%2)", "a page and its keys").arg(title, keys));
}

void NavigationButton::setApart(bool isApart)
{
    if (m_isApart == isApart)
        return;
    m_isApart = isApart;
    updateGeometry();
    update();
}

int NavigationButton::above() const
{
    return m_isApart ? apart : 0;
}

QSize NavigationButton::sizeHint() const
{
    return {160, above() + fontMetrics().height() + 2 * padding};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = coloursOf(palette());
    const QRect whole = rect().adjusted(0, above(), 0, 0);
    const QRect ground = whole.adjusted(0, 1, 0, -1);
    if (isChecked()) {
        painter.fillRect(ground, colours.selection);
        painter.fillRect(QRect(ground.left(), ground.top(), markWidth, ground.height()),
                         colours.accent);
    } else if (underMouse() || isDown()) {
        painter.fillRect(ground, colours.hover);
    }

    QRect inside = whole.adjusted(markWidth + padding, 0, -padding, 0);
    const QRect iconRect(inside.left(), inside.center().y() - iconSide / 2, iconSide, iconSide);
    painter.drawPixmap(iconRect.topLeft(),
                       iconPixmap(m_iconName, isChecked() ? colours.accent : colours.text, iconSide,
                                  devicePixelRatioF()));
    inside.setLeft(iconRect.right() + padding);

    QFont letters = font();
    letters.setBold(isChecked());
    painter.setFont(letters);
    painter.setPen(colours.text);
    painter.drawText(
        inside, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(letters).elidedText(accessibleName(), Qt::ElideRight, inside.width()));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(whole.adjusted(1, 1, -1, -1));
    }
}

} // namespace latchkey::ui
