#include "kit/toast.h"

#include "kit/button.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace latchkey::ui {

using namespace std::chrono_literals;

Toast::Toast(QWidget *window)
    : QWidget(window)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::large, space::small, space::large, space::small);
    row->setSpacing(space::large);
    row->addWidget(m_text);
    row->addWidget(m_action);
    setKind(m_action, ButtonKind::Flat);
    setMinimumHeight(44);
    m_text->setTextFormat(Qt::PlainText);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &Toast::tick);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_queue.first().act;
        showNext();
        act();
    });
    window->installEventFilter(this);
    recolour();
    hide();
}

void Toast::say(const QString &text)
{
    enqueue({text, {}, {}, 4s});
}

void Toast::offer(const QString &text, const QString &action, std::function<void()> act,
                  std::chrono::seconds patience)
{
    enqueue({text, action, std::move(act), patience});
}

QString Toast::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Toast::enqueue(News news)
{
    // Said twice is heard once.
    if (!news.act && !m_queue.isEmpty() && m_queue.last().text == news.text)
        return;
    m_queue.append(std::move(news));
    if (m_queue.size() > 1)
        return;
    m_queue.prepend({});
    showNext();
}

/// The first one is over; the next one takes its place.
void Toast::showNext()
{
    m_queue.removeFirst();
    if (m_queue.isEmpty()) {
        m_second.stop();
        giveFocusBack();
        hide();
        return;
    }
    const News &news = m_queue.first();
    m_left = news.patience;
    m_text->setText(news.text);
    setAccessibleName(news.text);
    showAction();
    place();
    show();
    raise();
    m_second.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

bool Toast::takeFocus()
{
    if (isHidden())
        return false;
    m_focusBefore = QApplication::focusWidget();
    if (m_action->isHidden())
        setFocus(Qt::ShortcutFocusReason);
    else
        m_action->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void Toast::giveFocusBack()
{
    const QWidget *focus = QApplication::focusWidget();
    if (m_focusBefore && focus && (focus == this || isAncestorOf(focus)))
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void Toast::tick()
{
    // What has been offered has a time of its own on the server; only plain news can wait.
    const bool isOffer = bool(m_queue.first().act);
    if (!isOffer && (underMouse() || hasFocus()))
        return;
    m_left -= 1s;
    if (m_left <= 0s)
        showNext();
    else
        showAction();
}

void Toast::showAction()
{
    const News &news = m_queue.first();
    m_action->setVisible(bool(news.act));
    m_action->setText(tr("%1 (%2)", "what can be done, and for how many seconds yet")
                          .arg(news.action)
                          .arg(m_left.count()));
    m_action->setAccessibleName(news.action);
}

void Toast::place()
{
    const QWidget *window = parentWidget();
    const int most = std::min(window->width() - 2 * space::large, 560);
    m_text->setWordWrap(false);
    layout()->activate();
    QSize size = sizeHint();
    if (size.width() > most) {
        m_text->setWordWrap(true);
        layout()->activate();
        size = QSize(most, layout()->heightForWidth(most));
    }
    resize(size.expandedTo(QSize(0, minimumHeight())));
    move((window->width() - width()) / 2, window->height() - height() - space::wide);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.fieldBorder, hasFocus() ? 2 : 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);
}

void Toast::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        recolour();
    else if (event->type() == QEvent::LanguageChange && !m_queue.isEmpty())
        showAction();
    else if (event->type() == QEvent::FontChange && !isHidden())
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

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        showNext();
    else
        QWidget::keyPressEvent(event);
}

} // namespace latchkey::ui
