#include "kit/foldingsplitter.h"

#include "kit/scale.h"

#include <QDataStream>
#include <QIODevice>

#include <utility>

namespace latchkey::ui {

FoldingSplitter::FoldingSplitter(const Part &first, const Part &second, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_narrowestFirst(first.narrowest)
    , m_narrowestSecond(second.narrowest)
{
    setChildrenCollapsible(false);
    setHandleWidth(space::medium);
    addWidget(first.widget);
    addWidget(second.widget);
    for (const Part &part : {first, second}) {
        QSizePolicy policy = part.widget->sizePolicy();
        policy.setHorizontalStretch(part.widget == first.widget ? 1 : 0);
        policy.setVerticalStretch(1);
        part.widget->setSizePolicy(policy);
    }
    bound();
}

QSize FoldingSplitter::minimumSizeHint() const
{
    const QSize first = widget(0)->minimumSizeHint();
    const QSize second = widget(1)->minimumSizeHint();
    QSize least = first.expandedTo(second);
    if (isFolded())
        least.setHeight(first.height() + handleWidth() + second.height());
    return least;
}

void FoldingSplitter::resizeEvent(QResizeEvent *event)
{
    fold(width() < m_narrowestFirst + handleWidth() + m_narrowestSecond);
    QSplitter::resizeEvent(event);
}

void FoldingSplitter::fold(bool isBelow)
{
    if (isBelow == isFolded())
        return;
    const QByteArray before = saveState();
    // First of all: sizes are held against the least ones of the direction that it has.
    setOrientation(isBelow ? Qt::Vertical : Qt::Horizontal);
    bound();
    if (!restoreState(std::exchange(m_otherWay, before)))
        setSizes({300, 200}); // shares
}

/// Only beside each other: else it could never become narrow enough to be folded.
void FoldingSplitter::bound()
{
    widget(0)->setMinimumWidth(isFolded() ? 0 : m_narrowestFirst);
    widget(1)->setMinimumWidth(isFolded() ? 0 : m_narrowestSecond);
}

QByteArray FoldingSplitter::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << (isFolded() ? m_otherWay : saveState()) << (isFolded() ? saveState() : m_otherWay);
    return bytes;
}

void FoldingSplitter::arrange(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    QByteArray beside;
    QByteArray below;
    stream >> beside >> below;
    if (stream.status() != QDataStream::Ok)
        return;
    m_otherWay = isFolded() ? beside : below;
    restoreState(isFolded() ? below : beside);
}

} // namespace latchkey::ui
