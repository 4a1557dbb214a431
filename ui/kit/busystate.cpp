#include "kit/busystate.h"

#include "kit/busyindicator.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QVBoxLayout>

namespace latchkey::ui {

BusyState::BusyState(QWidget *parent)
    : QWidget(parent)
    , m_indicator(new BusyIndicator(this))
    , m_text(new SubtleText(this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::medium);
    column->addStretch(2);
    column->addWidget(m_indicator, 0, Qt::AlignCenter);
    column->addWidget(m_text);
    column->addStretch(3);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setTextFormat(Qt::PlainText);
    QSizePolicy keepsItsPlace = m_text->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_text->setSizePolicy(keepsItsPlace);
    m_text->hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(BusyIndicator::delay);
    connect(&m_delay, &QTimer::timeout, m_text, &QWidget::show);
}

void BusyState::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void BusyState::setBusy(bool isBusy)
{
    if (isBusy == m_isBusy)
        return;
    m_isBusy = isBusy;
    m_indicator->setBusy(isBusy);
    m_text->hide();
    if (isBusy)
        m_delay.start();
    else
        m_delay.stop();
}

bool BusyState::isShown() const
{
    return !m_text->isHidden();
}

} // namespace latchkey::ui
