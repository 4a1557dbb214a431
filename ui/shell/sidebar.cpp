#include "shell/sidebar.h"

#include "kit/scrollarea.h"
#include "kit/taborder.h"
#include "kit/theme.h"
#include "shell/navigationbutton.h"
#include "shell/profileswitcher.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr int narrowestWidth = 160;
constexpr int widestWidth = 400;
constexpr int gap = 12;
constexpr int numberedPages = 9;

QVBoxLayout *column()
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(0);
    return layout;
}

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_switcher(new ProfileSwitcher(this))
    , m_scroll(new ScrollArea(this))
    , m_navigation(new QWidget)
    , m_upper(column())
    , m_lower(column())
{
    setMinimumWidth(narrowestWidth);
    setMaximumWidth(widestWidth);

    auto *pages = new QVBoxLayout(m_navigation);
    pages->setContentsMargins(0, 0, 0, gap); // what scrolls reaches down to the window's edge
    pages->addLayout(m_upper);
    pages->addSpacing(gap);
    pages->addStretch(1);
    pages->addLayout(m_lower);

    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_navigation);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_switcher);
    layout->addWidget(m_scroll, 1);
    recolour();
    retranslate();
}

void Sidebar::setPages(const QList<PageEntry> &ofProfile, const QList<PageEntry> &ofProgram)
{
    m_entries = ofProfile + ofProgram;
    QList<NavigationButton *> old = std::exchange(m_buttons, {});
    placePages(ofProfile, m_upper, old);
    placePages(ofProgram, m_lower, old);
    // Later: one of them may be what was just clicked.
    for (NavigationButton *button : std::as_const(old)) {
        button->hide();
        button->deleteLater();
    }
    tabAfter(m_switcher, QList<QWidget *>(m_buttons.begin(), m_buttons.end()));
    setCurrentPage(m_current);
}

void Sidebar::setCurrentPage(const QString &id)
{
    m_current = id;
    for (NavigationButton *button : std::as_const(m_buttons)) {
        // An exclusive button can't be unchecked alone; none may be current at first start.
        button->setAutoExclusive(false);
        button->setChecked(button->pageId() == id);
        button->setAutoExclusive(true);
        if (button->isChecked())
            m_scroll->ensureWidgetVisible(button, 0, 0);
    }
    retranslate();
}

QStringList Sidebar::pageIds() const
{
    QStringList ids;
    for (const NavigationButton *button : m_buttons)
        ids << button->pageId();
    return ids;
}

void Sidebar::focusCurrent()
{
    QWidget *target = m_switcher;
    for (NavigationButton *button : std::as_const(m_buttons)) {
        if (button->isChecked())
            target = button;
    }
    target->setFocus(Qt::ShortcutFocusReason);
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Sidebar::recolour()
{
    QPalette own;
    own.setColor(QPalette::Window, coloursOf(palette()).sidebar);
    m_scroll->setPalette(own);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).sidebar);
}

/// A button that is there stays, with the focus where it has it.
void Sidebar::placePages(const QList<PageEntry> &entries, QVBoxLayout *layout,
                         QList<NavigationButton *> &old)
{
    for (int row = 0; row < entries.size(); ++row) {
        const PageEntry &entry = entries.at(row);
        const auto found = std::ranges::find(old, entry.id, &NavigationButton::pageId);
        NavigationButton *button = nullptr;
        if (found != old.end()) {
            button = *found;
            old.erase(found);
        } else {
            button = made(entry);
        }
        if (layout->indexOf(button) != row)
            layout->insertWidget(row, button);
        button->setApart(row > 0 && entries.at(row - 1).group != entry.group);
        m_buttons << button;
    }
}

NavigationButton *Sidebar::made(const PageEntry &entry)
{
    auto *button = new NavigationButton(entry.id, entry.icon, m_navigation);
    connect(button, &QPushButton::clicked, this,
            [this, id = entry.id] { Q_EMIT pageRequested(id); });
    // A screen reader checks the button instead of clicking it.
    connect(button, &QPushButton::toggled, this, [this, id = entry.id](bool isChecked) {
        if (isChecked && id != m_current)
            Q_EMIT pageRequested(id);
    });
    return button;
}

void Sidebar::retranslate()
{
    setAccessibleName(tr("Sidebar"));
    m_navigation->setAccessibleName(tr("Pages"));
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const PageEntry &entry = m_entries.at(i);
        const QKeySequence keys =
            !entry.shortcut.isEmpty() ? entry.shortcut
            : i < numberedPages
                ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)))
                : QKeySequence();
        m_buttons.at(i)->setTitle(entry.title(), keys);
        m_buttons.at(i)->setAccessibleDescription(entry.id == m_current ? tr("Current page")
                                                                        : QString());
    }
}

} // namespace latchkey::ui
