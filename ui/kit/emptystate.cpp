#include "kit/emptystate.h"

#include "kit/iconmark.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconMark(48, this))
    , m_title(new QLabel(this))
    , m_text(new SubtleText(this))
    , m_action(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::small);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignCenter);
    column->addSpacing(space::small);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    // A short measure: a long line tires.
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(formWidth);
    auto *measure = new QHBoxLayout;
    measure->addStretch(1);
    measure->addWidget(m_text, 1000);
    measure->addStretch(1);
    column->addLayout(measure);
    column->addSpacing(space::small);
    column->addWidget(m_action, 0, Qt::AlignCenter);
    column->addStretch(3);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::acted);
    restyle();
}

void EmptyState::setIcon(const QString &name)
{
    m_icon->setIcon(name, IconMark::Ink::Subtle);
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleDescription(text);
}

void EmptyState::setAction(const QString &action)
{
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        restyle();
    QWidget::changeEvent(event);
}

void EmptyState::restyle()
{
    m_title->setFont(sized(font(), TypeSize::Heading));
}

} // namespace latchkey::ui
