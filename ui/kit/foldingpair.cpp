#include "kit/foldingpair.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace latchkey::ui {

namespace {

int heightOf(const QLayoutItem *item, int width)
{
    return item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
}

} // namespace

FoldingPair::FoldingPair(Shares shares, int narrowest, QWidget *parent)
    : QLayout(parent)
    , m_shares(shares)
    , m_narrowest(narrowest)
{}

FoldingPair::~FoldingPair()
{
    qDeleteAll(m_items);
}

void FoldingPair::addItem(QLayoutItem *item)
{
    m_items << item;
}

int FoldingPair::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FoldingPair::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FoldingPair::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QList<QLayoutItem *> FoldingPair::shown() const
{
    QList<QLayoutItem *> items = m_items;
    items.removeIf([](const QLayoutItem *item) { return item->isEmpty(); });
    return items;
}

QSize FoldingPair::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : shown()) {
        const QSize own = item->sizeHint();
        size = {size.width() + own.width() + (size.isEmpty() ? 0 : spacing()),
                std::max(size.height(), own.height())};
    }
    return size;
}

QSize FoldingPair::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : shown())
        size = size.expandedTo(item->minimumSize());
    return size;
}

bool FoldingPair::isAsItIs(qsizetype item) const
{
    return m_shares == Shares::AsTheyAre ||
           m_shares == (item == 0 ? Shares::FirstAsItIs : Shares::SecondAsItIs);
}

int FoldingPair::leastWidth(qsizetype item) const
{
    return isAsItIs(item) ? shown().at(item)->sizeHint().width() : m_narrowest;
}

bool FoldingPair::isFolded(int width) const
{
    return shown().size() != 2 || width < leastWidth(0) + spacing() + leastWidth(1);
}

QList<QRect> FoldingPair::places(int width) const
{
    return isFolded(width) ? placesBelow(width) : placesBeside(width);
}

QList<QRect> FoldingPair::placesBeside(int width) const
{
    const QList<QLayoutItem *> items = shown();
    const int rest = width - spacing();
    const int first = m_shares == Shares::Halves         ? rest / 2
                      : m_shares == Shares::SecondAsItIs ? rest - leastWidth(1)
                                                         : leastWidth(0);
    const int second = m_shares == Shares::AsTheyAre ? leastWidth(1) : rest - first;
    const int firstHeight = heightOf(items.first(), first);
    const int secondHeight = heightOf(items.last(), second);
    const int height = std::max(firstHeight, secondHeight);
    const QRect whole(first + spacing(), 0, second, height);
    if (m_shares == Shares::Halves)
        return {QRect(0, 0, first, height), whole};
    if (m_shares == Shares::FirstAsItIs)
        return {QRect(0, 0, first, firstHeight), whole};
    const int top = m_shares == Shares::SecondAsItIs ? (height - secondHeight) / 2 : 0;
    return {QRect(0, 0, first, firstHeight), QRect(whole.x(), top, second, secondHeight)};
}

QList<QRect> FoldingPair::placesBelow(int width) const
{
    QList<QRect> places;
    for (const QLayoutItem *item : shown()) {
        const bool isOwn = isAsItIs(places.size());
        const int own = isOwn ? std::min(width, item->sizeHint().width()) : width;
        const int top = places.isEmpty() ? 0 : places.last().bottom() + 1 + spacing();
        places << QRect(0, top, own, heightOf(item, own));
    }
    return places;
}

int FoldingPair::heightForWidth(int width) const
{
    int height = 0;
    for (const QRect &place : places(width))
        height = std::max(height, place.bottom() + 1);
    return height;
}

void FoldingPair::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QList<QLayoutItem *> items = shown();
    QList<QRect> own = places(rect.width());
    // Who gets more height than asked for spreads it below as a row does.
    if (m_shares == Shares::Halves && !isFolded(rect.width()))
        std::ranges::for_each(own, [&](QRect &place) { place.setHeight(rect.height()); });
    for (qsizetype i = 0; i < items.size(); ++i)
        items.at(i)->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect,
                                                    own.at(i).translated(rect.topLeft())));
}

} // namespace latchkey::ui
