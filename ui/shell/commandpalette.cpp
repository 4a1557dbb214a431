#include "shell/commandpalette.h"

#include "shell/palettedelegate.h"
#include "shell/palettemodel.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int widest = 560;
constexpr int highest = 380;
constexpr int margin = 24;
constexpr int padding = 8;
constexpr int pageOfRows = 8;

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : Overlay(window)
    , m_model(new PaletteModel(this))
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
{
    m_edit->setClearButtonEnabled(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding, padding, padding);
    layout->setSpacing(padding);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);

    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setPattern(text);
        tellCount();
        announce(m_edit);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        runCurrent();
    });
    m_edit->installEventFilter(this);
    retranslate();
    hide();
}

void CommandPalette::setItems(QList<PaletteItem> items)
{
    m_model->setItems(std::move(items));
    tellCount();
}

void CommandPalette::open()
{
    if (isVisible()) {
        m_edit->selectAll();
        return;
    }
    m_edit->clear();
    rise(m_edit);
    tellCount();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(pageOfRows);
        return true;
    case Qt::Key_PageUp:
        step(-pageOfRows);
        return true;
    default:
        return Overlay::eventFilter(watched, event);
    }
}

void CommandPalette::changeEvent(QEvent *event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(widest, room.width() - 2 * margin);
    int height = std::min(highest, room.height() - 2 * margin);
    // Whole rows alone: half a one looks like a fault.
    const int chrome = 3 * padding + m_edit->sizeHint().height();
    if (const int row = m_list->sizeHintForRow(0); row > 0)
        height = chrome + (height - chrome) / row * row;
    setGeometry((room.width() - width) / 2, std::min(room.height() / 8, room.height() - height),
                width, height);
}

void CommandPalette::select(int row)
{
    const int last = m_model->rowCount() - 1;
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, std::max(0, last)), 0));
}

void CommandPalette::step(int by)
{
    select(m_list->currentIndex().row() + by);
    announce(m_list, m_list->currentIndex().row());
}

/// The field keeps the focus; who listens to the screen hears the row that is chosen.
void CommandPalette::announce(QWidget *where, int row)
{
    if (!isVisible())
        return;
    QAccessibleEvent event(where, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    dismiss();
    m_model->run(index);
}

void CommandPalette::tellCount()
{
    const int count = m_model->rowCount();
    m_list->setVisible(count > 0);
    m_nothing->setVisible(count == 0);
    if (count > 0)
        select(0);
    m_list->setAccessibleDescription(tr("%n command(s) found", nullptr, count));
}

void CommandPalette::retranslate()
{
    setAccessibleName(tr("Commands"));
    m_edit->setAccessibleName(tr("Find a command"));
    m_edit->setPlaceholderText(tr("Page, action, profile or session"));
    m_list->setAccessibleName(tr("Commands found"));
    m_nothing->setText(tr("No command has these letters"));
}

} // namespace latchkey::ui
