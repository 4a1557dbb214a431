#include "kit/elidedlabel.h"

#include "kit/theme.h"

#include <QEvent>
#include <QPainter>

namespace latchkey::ui {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setSubtle(bool isSubtle)
{
    m_isSubtle = isSubtle;
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_isSubtle ? coloursOf(palette()).subtle : palette().color(foregroundRole()));
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

bool ElidedLabel::event(QEvent *event)
{
    // Asked for only when somebody hovers: the text or the width may have changed since.
    if (event->type() == QEvent::ToolTip) {
        const bool isCut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
        setToolTip(isCut ? text() : QString());
    }
    return QLabel::event(event);
}

} // namespace latchkey::ui
