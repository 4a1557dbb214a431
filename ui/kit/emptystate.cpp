#include "kit/emptystate.h"

#include "kit/icons.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new SubtleText(this))
    , m_action(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::small);
    column->addStretch(2);
    for (QLabel *label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    m_text->setWordWrap(true);
    column->addSpacing(space::small);
    column->addWidget(m_action, 0, Qt::AlignCenter);
    column->addStretch(3);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::acted);
    restyle();
}

void EmptyState::setIcon(const QString &name)
{
    m_iconName = name;
    restyle();
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
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QWidget::changeEvent(event);
}

void EmptyState::restyle()
{
    m_title->setFont(sized(font(), TypeSize::Heading));
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(
            iconPixmap(m_iconName, coloursOf(palette()).subtle, 48, devicePixelRatioF()));
}

} // namespace latchkey::ui
