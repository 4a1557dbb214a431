#include "access/endothersbar.h"

#include "kit/button.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace latchkey::ui {

EndOthersBar::EndOthersBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_end(new QPushButton)
    , m_cancel(new QPushButton)
{
    m_text->setWordWrap(true);
    setKind(m_end, ButtonKind::Danger);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::large, space::medium, space::medium, space::medium);
    row->setSpacing(space::medium);
    row->addWidget(m_text, 1);
    row->addWidget(m_end);
    row->addWidget(m_cancel);
    connect(m_end, &QPushButton::clicked, this, [this] {
        leave();
        Q_EMIT confirmed();
    });
    connect(m_cancel, &QPushButton::clicked, this, &EndOthersBar::leave);
    hide();
    retranslate();
}

void EndOthersBar::setCount(int count)
{
    m_count = count;
    retranslate();
    if (count == 0 && !isHidden())
        leave();
}

void EndOthersBar::open()
{
    m_focusBefore = window()->focusWidget();
    show();
    // Enter alone must not end anything.
    m_cancel->setFocus();
}

void EndOthersBar::leave()
{
    const QWidget *focus = window()->focusWidget();
    if (focus && isAncestorOf(focus) && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    hide();
}

void EndOthersBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.border);
    painter.setBrush(colours.dangerSurface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius,
                            cornerRadius);
}

void EndOthersBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void EndOthersBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EndOthersBar::retranslate()
{
    m_text->setText(tr("Everywhere but on this device you will be signed out."));
    m_end->setText(tr("En&d %n session(s)", nullptr, m_count));
    m_cancel->setText(tr("&Cancel"));
}

} // namespace latchkey::ui
