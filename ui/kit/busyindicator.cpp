#include "kit/busyindicator.h"

#include "kit/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace latchkey::ui {

using namespace std::chrono_literals;

BusyIndicator::BusyIndicator(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
    m_delay.setInterval(delay);
    m_delay.setSingleShot(true);
    m_turn.setInterval(40ms);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_isShown = true;
        if (style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this))
            m_turn.start();
        update();
    });
    connect(&m_turn, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + 15) % 360;
        update();
    });
    retranslate();
}

void BusyIndicator::setBusy(bool busy)
{
    if (busy == m_isBusy)
        return;
    m_isBusy = busy;
    if (busy) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    m_turn.stop();
    m_isShown = false;
    update();
}

void BusyIndicator::paintEvent(QPaintEvent *)
{
    if (!m_isShown)
        return;
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(3, 3, -3, -3);
    painter.setPen(QPen(colours.border, 2.5));
    painter.drawEllipse(ring);
    painter.setPen(QPen(colours.accent, 2.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, -m_angle * 16, 90 * 16);
}

void BusyIndicator::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BusyIndicator::retranslate()
{
    setAccessibleName(tr("Working"));
}

} // namespace latchkey::ui
