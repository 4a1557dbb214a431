#include "shell/barstack.h"

#include "kit/taborder.h"

#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

using Telling = BarStack::Telling;

void say(MessageBar &widget, const BarStack::Bar &bar, Telling telling = Telling::Aloud)
{
    QStringList acts;
    for (const BarStack::Act &act : bar.acts)
        acts << act.title();
    if (telling == Telling::Aloud)
        widget.show(bar.kind, bar.text(), acts);
    else
        widget.showQuietly(bar.kind, bar.text(), acts);
}

} // namespace

BarStack::BarStack(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_start(new QWidget(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    m_start->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void BarStack::tell(const Bar &bar)
{
    auto *widget = new MessageBar(MessageBar::Shape::Band, this);
    widget->setDismissible(bar.isDismissible);
    // Later: what is done may take this very bar away.
    connect(
        widget, &MessageBar::dismissed, this, [this, id = bar.id] { withdraw(id); },
        Qt::QueuedConnection);
    connect(
        widget, &MessageBar::acted, widget,
        [acts = bar.acts](qsizetype place) { acts.at(place).run(); }, Qt::QueuedConnection);
    say(*widget, bar);
    put(bar.id, widget);
    m_told.insert(bar.id, bar);
}

void BarStack::tell(const QString &id, QWidget *body)
{
    put(id, body);
}

void BarStack::retell(const QString &id, Telling telling)
{
    if (m_told.contains(id))
        say(*bar(id), m_told.value(id), telling);
}

void BarStack::withdraw(const QString &id)
{
    QWidget *gone = m_bars.take(id);
    m_told.remove(id);
    if (!gone)
        return;
    // First the focus, then the hiding: otherwise Qt hands it to whatever is next.
    const QPointer<QWidget> before = m_focusBefore.take(id);
    const QWidget *focus = window()->focusWidget();
    if (focus && gone->isAncestorOf(focus) && before && before->isVisible())
        before->setFocus(Qt::OtherFocusReason);
    m_layout->removeWidget(gone);
    gone->hide();
    gone->deleteLater();
}

void BarStack::clear()
{
    const QStringList ids = m_bars.keys();
    for (const QString &id : ids)
        withdraw(id);
}

MessageBar *BarStack::bar(const QString &id) const
{
    return qobject_cast<MessageBar *>(m_bars.value(id));
}

void BarStack::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (const QString &id : m_told.keys())
        retell(id);
}

void BarStack::put(const QString &id, QWidget *widget)
{
    // In the old one's place, so that bars don't jump about.
    const int place = m_bars.contains(id) ? m_layout->indexOf(m_bars.value(id)) : -1;
    withdraw(id);
    m_layout->insertWidget(place, widget);
    m_bars.insert(id, widget);
    m_focusBefore.insert(id, window()->focusWidget());
    widget->show();
    QList<QWidget *> inOrder;
    for (int i = 0; i < m_layout->count(); ++i)
        inOrder << m_layout->itemAt(i)->widget();
    tabAfter(m_start, inOrder);
}

} // namespace latchkey::ui
