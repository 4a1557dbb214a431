#include "kit/pagescroll.h"

#include "kit/pageheader.h"
#include "kit/scale.h"

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
