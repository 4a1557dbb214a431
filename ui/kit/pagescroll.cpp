#include "kit/pagescroll.h"

#include "kit/pageheader.h"
#include "kit/scale.h"

#include <QApplication>
#include <QPointer>
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
        // Later: where it will stand the layout knows only then.
        if (now && isAncestorOf(now))
            QTimer::singleShot(0, this, [this, still = QPointer(now)] { follow(still); });
    });
}

/// What has the focus is in sight, also where a letter or another page gave it.
void PageScroll::follow(QWidget *focus)
{
    if (focus && focus->hasFocus() && focus->height() < viewport()->height())
        ensureWidgetVisible(focus);
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
