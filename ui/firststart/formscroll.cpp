#include "firststart/formscroll.h"

#include "kit/scale.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int Margin = space::huge;

QLabel *line(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->hide();
    return label;
}

void tell(QLabel *label, const QString &words)
{
    label->setText(words);
    label->setVisible(!words.isEmpty());
}

} // namespace

FormScroll::FormScroll(QWidget *parent)
    : QScrollArea(parent)
{
    auto *content = new QWidget;
    auto *column = new QWidget(content);
    // Nothing within may be narrower by a maximum: layouts ask how tall it is for the whole width,
    // get too little where words wrap earlier, and take what is missing from the fields.
    column->setMaximumWidth(formWidth);
    m_title = line(column);
    m_title->setFont(sized(font(), TypeSize::Title));
    m_lead = line(column);
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(0, Margin, 0, Margin);
    m_column->setSpacing(Margin / 2);
    m_column->addWidget(m_title);
    m_column->addWidget(m_lead);
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
    tell(m_title, title);
}

void FormScroll::setLead(const QString &lead)
{
    tell(m_lead, lead);
}

} // namespace latchkey::ui
