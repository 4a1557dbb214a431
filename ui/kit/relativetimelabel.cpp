#include "kit/relativetimelabel.h"

#include "kit/relativetime.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

namespace latchkey::ui {

namespace {

/// One for all labels of the program: a thousand rows shall not wake it a thousand times.
QTimer *tick()
{
    const auto name = QStringLiteral("latchkeyRelativeTimeTick");
    auto *timer = qApp->findChild<QTimer *>(name, Qt::FindDirectChildrenOnly);
    if (!timer) {
        timer = new QTimer(qApp);
        timer->setObjectName(name);
        timer->setTimerType(Qt::VeryCoarseTimer);
        timer->start(std::chrono::seconds(15));
    }
    return timer;
}

} // namespace

RelativeTimeLabel::RelativeTimeLabel(const Clock &clock, QWidget *parent)
    : SubtleText(parent)
    , m_clock(clock)
{
    connect(tick(), &QTimer::timeout, this, &RelativeTimeLabel::refresh);
}

void RelativeTimeLabel::setMoment(std::optional<Timestamp> moment)
{
    m_moment = moment;
    refresh();
}

void RelativeTimeLabel::refresh()
{
    setText(m_moment ? relativeTime(*m_moment, m_clock.now()) : QString());
    setToolTip(m_moment ? exactTime(*m_moment) : QString());
    setAccessibleDescription(toolTip());
}

void RelativeTimeLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        refresh();
    SubtleText::changeEvent(event);
}

} // namespace latchkey::ui
