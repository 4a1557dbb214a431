#include "kit/toastrow.h"

#include "kit/button.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace latchkey::ui {

using namespace std::chrono_literals;

namespace {

constexpr int smallestHeight = 44;
constexpr qreal rounding = 10;

} // namespace

ToastRow::ToastRow(News news, QWidget *parent)
    : QWidget(parent)
    , m_news(std::move(news))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_left(m_news.patience)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::large, space::small, space::large, space::small);
    row->setSpacing(space::large);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    setKind(m_action, ButtonKind::Flat);
    setMinimumHeight(smallestHeight);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setText(m_news.text);
    setAccessibleName(m_news.text);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &ToastRow::tick);
    connect(m_action, &QPushButton::clicked, this, &ToastRow::acted);
    showAction();
    m_second.start();
}

QSize ToastRow::sizeWithin(int width)
{
    m_text->setWordWrap(false);
    layout()->activate();
    QSize size = sizeHint();
    if (size.width() > width) {
        m_text->setWordWrap(true);
        layout()->activate();
        size = QSize(width, layout()->heightForWidth(width));
    }
    return size.expandedTo(QSize(0, minimumHeight()));
}

void ToastRow::setKeys(const QKeySequence &keys)
{
    m_action->setToolTip(keys.toString(QKeySequence::NativeText));
}

void ToastRow::takeFocus()
{
    QWidget *target = isOffer() ? static_cast<QWidget *>(m_action) : this;
    target->setFocus(Qt::ShortcutFocusReason);
}

void ToastRow::tick()
{
    // What has been offered has a time of its own on the server; only plain news can wait.
    if (!isOffer() && (underMouse() || hasFocus()))
        return;
    m_left -= 1s;
    if (m_left <= 0s) {
        m_second.stop();
        Q_EMIT over();
    } else {
        showAction();
    }
}

void ToastRow::showAction()
{
    m_action->setVisible(isOffer());
    m_action->setText(tr("%1 (%2)", "what can be done, and for how many seconds yet")
                          .arg(m_news.action)
                          .arg(m_left.count()));
    m_action->setAccessibleName(m_news.action);
    m_action->setAccessibleDescription(m_news.text);
}

void ToastRow::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.fieldBorder, hasFocus() ? 2 : 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), rounding, rounding);
}

void ToastRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT over();
    else
        QWidget::keyPressEvent(event);
}

void ToastRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showAction();
    QWidget::changeEvent(event);
}

} // namespace latchkey::ui
