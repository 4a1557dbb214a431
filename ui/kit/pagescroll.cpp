#include "kit/pagescroll.h"

#include "kit/pageheader.h"
#include "kit/scale.h"

#include <QApplication>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace latchkey::ui {

PageScroll::PageScroll(QWidget *parent)
    : ScrollArea(parent)
{
    auto *content = new QWidget;
    content->setMaximumWidth(pageWidth + 2 * space::wide);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(space::wide, 0, space::wide, space::wide);
    m_column->setSpacing(space::large);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(content);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isAncestorOf(now)) {
            m_followed = now;
            followSoon();
        }
    });
    // Who looks elsewhere is not fetched back.
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this,
            [this] { m_followed.clear(); });
}

/// What has the focus is in sight, also where a letter or another page gave it.
void PageScroll::followSoon()
{
    // Where it will stand the layout knows only then.
    QTimer::singleShot(0, this, [this] {
        if (m_followed && m_followed->hasFocus() && m_followed->height() < viewport()->height())
            ensureWidgetVisible(m_followed);
    });
}

bool PageScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::Resize)
        followSoon();
    return ScrollArea::eventFilter(watched, event);
}

void PageScroll::resizeEvent(QResizeEvent *event)
{
    ScrollArea::resizeEvent(event);
    followSoon();
}

QVBoxLayout *PageScroll::layOut(QWidget *page, PageHeader *header)
{
    auto *top = new QVBoxLayout;
    top->setContentsMargins(space::wide, space::wide, space::wide, space::large);
    top->addWidget(header);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    return layout;
}

} // namespace latchkey::ui
