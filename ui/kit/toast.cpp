#include "kit/toast.h"

#include "kit/scale.h"
#include "kit/theme.h"
#include "kit/toastrow.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>

#include <algorithm>
#include <ranges>

namespace latchkey::ui {

using namespace std::chrono_literals;

namespace {

constexpr int widestRow = 560;
constexpr std::chrono::seconds plainPatience = 4s;

} // namespace

Toast::Toast(QWidget *window)
    : QWidget(window)
{
    window->installEventFilter(this);
    recolour();
    hide();
}

void Toast::say(const QString &text)
{
    // Said twice is heard once.
    const ToastRow *shown = plainRow();
    const QString last = !m_queue.isEmpty() ? m_queue.last() : shown ? shown->text() : QString();
    if (text == last)
        return;
    m_queue.append(text);
    if (!shown)
        showNext();
}

void Toast::offer(const QString &text, const QString &action, std::function<void()> act,
                  std::chrono::seconds patience)
{
    if (offers() >= offersAtMost)
        remove(*std::ranges::find_if(m_rows, &ToastRow::isOffer));
    auto *row = new ToastRow({text, action, std::move(act), patience}, this);
    row->setKeys(m_keys);
    add(row);
}

void Toast::dropNews()
{
    m_queue.clear();
    if (ToastRow *plain = plainRow())
        remove(plain);
}

void Toast::clear()
{
    dropNews();
    while (!m_rows.isEmpty())
        remove(m_rows.last());
}

QString Toast::text() const
{
    return m_rows.isEmpty() ? QString() : m_rows.last()->text();
}

qsizetype Toast::waiting() const
{
    return m_queue.size() + (plainRow() ? 1 : 0);
}

qsizetype Toast::offers() const
{
    return std::ranges::count_if(m_rows, &ToastRow::isOffer);
}

ToastRow *Toast::newestOffer() const
{
    const auto found = std::ranges::find_if(m_rows.rbegin(), m_rows.rend(), &ToastRow::isOffer);
    return found == m_rows.rend() ? nullptr : *found;
}

ToastRow *Toast::plainRow() const
{
    const auto found = std::ranges::find(m_rows, false, &ToastRow::isOffer);
    return found == m_rows.end() ? nullptr : *found;
}

void Toast::showNext()
{
    if (!m_queue.isEmpty())
        add(new ToastRow({m_queue.takeFirst(), {}, {}, plainPatience}, this));
}

void Toast::add(ToastRow *row)
{
    connect(row, &ToastRow::over, this, [this, row] { remove(row); });
    connect(row, &ToastRow::acted, this, [this, row] {
        const auto act = row->act();
        remove(row);
        act();
    });
    m_rows.append(row);
    row->show();
    place();
    show();
    raise();
    if (row->isVisible()) { // what is covered is told to nobody
        QAccessibleEvent event(row, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT changed();
}

void Toast::remove(ToastRow *row)
{
    const bool wasPlain = !row->isOffer();
    const QWidget *focus = QApplication::focusWidget();
    if (focus && (focus == row || row->isAncestorOf(focus)))
        giveFocusBack();
    m_rows.removeOne(row);
    row->hide();
    row->deleteLater();
    if (wasPlain && !m_queue.isEmpty()) {
        showNext();
        return;
    }
    if (m_rows.isEmpty())
        hide();
    else
        place();
    Q_EMIT changed();
}

void Toast::act()
{
    if (ToastRow *offer = newestOffer())
        Q_EMIT offer->acted();
}

bool Toast::takeFocus()
{
    if (m_rows.isEmpty())
        return false;
    QWidget *focus = QApplication::focusWidget();
    if (!focus || !isAncestorOf(focus))
        m_focusBefore = focus;
    m_rows.last()->takeFocus();
    return true;
}

void Toast::giveFocusBack()
{
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void Toast::place()
{
    const QWidget *window = parentWidget();
    const int most = std::min(window->width() - 2 * space::large, widestRow);
    QSize size(0, 0);
    for (ToastRow *row : std::as_const(m_rows)) {
        const QSize wanted = row->sizeWithin(most);
        row->move(0, size.height());
        row->resize(wanted);
        size = {std::max(size.width(), wanted.width()),
                size.height() + wanted.height() + space::small};
    }
    for (ToastRow *row : std::as_const(m_rows))
        row->resize(size.width(), row->height());
    resize(size.width(), size.height() - space::small);
    move((window->width() - width()) / 2, window->height() - height() - space::wide);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && !isHidden())
        place();
    else if (event->type() == QEvent::PaletteChange)
        recolour(); // a palette of its own keeps the change from reaching this widget itself
    return QWidget::eventFilter(watched, event);
}

void Toast::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange && !isHidden())
        place();
    QWidget::changeEvent(event);
}

/// Dark on a light window and light on a dark one: it lies over whatever the page holds.
void Toast::recolour()
{
    const Colours &around = coloursOf(QApplication::palette());
    const bool isHighContrast = &around == &coloursOf(Theme::HighContrast);
    const Theme opposite = around.isDark ? Theme::Light : Theme::Dark;
    setPalette(paletteOf(isHighContrast ? around : coloursOf(opposite)));
}

} // namespace latchkey::ui
