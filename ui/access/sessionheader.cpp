#include "access/sessionheader.h"

#include "access/accessmodel.h"

#include <QAction>
#include <QDataStream>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSignalBlocker>

namespace latchkey::ui {

namespace {

constexpr int leastLetters = 18;

/// What happened last is asked for more often than what happened first.
Qt::SortOrder firstOrderOf(int column)
{
    const bool isTime = column == AccessModel::Started || column == AccessModel::LastActive ||
                        column == AccessModel::Expires;
    return isTime ? Qt::DescendingOrder : Qt::AscendingOrder;
}

} // namespace

SessionHeader::SessionHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_sortMenu(new QMenu(this))
    , m_columnMenu(new QMenu(this))
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setStretchLastSection(false);
}

void SessionHeader::build()
{
    const int letter = fontMetrics().averageCharWidth();
    setMinimumSectionSize(leastLetters * letter); // the first column gives way only so far
    setSectionResizeMode(AccessModel::Device, Stretch);
    resizeSection(AccessModel::Status, 20 * letter);
    resizeSection(AccessModel::Program, 26 * letter);
    for (const int column : {AccessModel::Address, AccessModel::Started, AccessModel::LastActive,
                             AccessModel::SignedInBy})
        resizeSection(column, 19 * letter);
    resizeSection(AccessModel::Expires, 22 * letter);
    // The details tell these as well.
    for (const int column : {AccessModel::Program, AccessModel::Address, AccessModel::Started,
                             AccessModel::SignedInBy})
        setSectionHidden(column, true);
    makeActions();
    connect(this, &QHeaderView::sortIndicatorChanged, this, &SessionHeader::arranged);
    connect(this, &QHeaderView::sectionResized, this, [this](int column) {
        if (m_isFitting)
            return;
        m_isStatusFixed = m_isStatusFixed || column == AccessModel::Status;
        Q_EMIT arranged();
    });
}

void SessionHeader::makeActions()
{
    setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = AccessModel::Device; column < AccessModel::columnTotal; ++column) {
        auto *sort = new QAction(this);
        m_sort << sort;
        m_sortMenu->addAction(sort);
        connect(sort, &QAction::triggered, this, [this, column] { sortBy(column); });
        if (column == AccessModel::Device)
            continue;
        auto *shown = new QAction(this);
        shown->setCheckable(true);
        shown->setChecked(!isSectionHidden(column));
        m_shown << shown;
        m_columnMenu->addAction(shown);
        addAction(shown);
        connect(shown, &QAction::toggled, this, [this, column](bool isShown) {
            const QScopedValueRollback fitting(m_isFitting, true);
            setSectionHidden(column, !isShown);
            Q_EMIT arranged();
        });
    }
}

void SessionHeader::sortBy(int column)
{
    Qt::SortOrder order = firstOrderOf(column);
    if (sortIndicatorSection() == column && sortIndicatorOrder() == order)
        order = order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    setSortIndicator(column, order);
}

void SessionHeader::fitStatus(int wanted)
{
    if (m_isStatusFixed || isSectionHidden(AccessModel::Status))
        return;
    int room = viewport()->width() - minimumSectionSize();
    for (int column = AccessModel::Status + 1; column < AccessModel::columnTotal; ++column)
        room -= sectionSize(column); // nothing for a hidden one
    const int least = 20 * fontMetrics().averageCharWidth();
    const QScopedValueRollback fitting(m_isFitting, true);
    resizeSection(AccessModel::Status, std::max(least, std::min(wanted, room)));
}

QByteArray SessionHeader::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << saveState() << m_isStatusFixed;
    return bytes;
}

void SessionHeader::arrange(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    QByteArray state;
    bool isStatusFixed = false;
    stream >> state >> isStatusFixed;
    if (stream.status() != QDataStream::Ok)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    restoreState(state);
    m_isStatusFixed = isStatusFixed;
    retranslate();
}

void SessionHeader::retranslate()
{
    m_sortMenu->setTitle(tr("&Sort"));
    m_columnMenu->setTitle(tr("&Columns"));
    for (int column = 0; column < AccessModel::columnTotal; ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        m_sort.at(column)->setText(tr("Sort by %1", "%1 is the title of a column").arg(title));
        if (column == AccessModel::Device)
            continue;
        QAction *const shown = m_shown.at(column - 1);
        const QSignalBlocker quiet(shown);
        shown->setText(title);
        shown->setChecked(!isSectionHidden(column));
    }
}

} // namespace latchkey::ui
