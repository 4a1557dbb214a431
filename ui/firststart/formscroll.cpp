#include "firststart/formscroll.h"

#include "kit/pageheader.h"
#include "kit/scale.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int margin = space::huge;

} // namespace

FormScroll::FormScroll(QWidget *parent)
    : ScrollArea(parent)
    , m_header(new PageHeader)
{
    auto *content = new QWidget;
    auto *column = new QWidget(content);
    // Nothing within may be narrower by a maximum: layouts ask how tall it is for the whole width,
    // get too little where words wrap earlier, and take what is missing from the fields.
    column->setMaximumWidth(formWidth);
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(0, margin, 0, margin);
    m_column->setSpacing(margin / 2);
    m_column->addWidget(m_header);
    auto *row = new QHBoxLayout(content);
    row->addStretch(1);
    row->addWidget(column, 100);
    row->addStretch(1);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
}

void FormScroll::setTitle(const QString &title)
{
    m_header->setTitle(title);
    m_header->setVisible(!title.isEmpty());
}

void FormScroll::setLead(const QString &lead)
{
    m_header->setSubtitle(lead);
}

} // namespace latchkey::ui
