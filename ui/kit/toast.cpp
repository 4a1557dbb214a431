#include "kit/toast.h"

#include "kit/button.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QAccessible>
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
    row->setContentsMargins(space::large, space::small, space::small, space::small);
    row->setSpacing(space::large);
    row->addWidget(m_text);
    row->addWidget(m_action);
    setMinimumHeight(44);
    m_text->setTextFormat(Qt::PlainText);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &Toast::tick);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_queue.first().act;
        m_left = 0s;
        showNext();
        act();
    });
    window->installEventFilter(this);
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

void Toast::tick()
{
    // What has been offered has a time of its own on the server; only plain news can wait.
    const bool isOffer = bool(m_queue.first().act);
    if (!isOffer && underMouse())
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
    m_action->setText(tr("%1 (%2)").arg(news.action).arg(m_left.count()));
    m_action->setAccessibleName(news.action);
}

void Toast::place()
{
    const QWidget *window = parentWidget();
    adjustSize();
    resize(std::min(width(), window->width() - 2 * space::large), height());
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
    painter.setPen(colours.border);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        showNext();
    else
        QWidget::keyPressEvent(event);
}

} // namespace latchkey::ui
