#include "kit/card.h"

#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace latchkey::ui {

Card::Card(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(space::large, space::large, space::large, space::large);
    m_body->setSpacing(space::medium);
    m_body->addWidget(m_title);
    m_title->setFont(sized(font(), TypeSize::Heading));
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_title->hide();
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.border);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
}

void Card::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_title->setFont(sized(font(), TypeSize::Heading));
    QWidget::changeEvent(event);
}

} // namespace latchkey::ui
