#include "signin/linestep.h"

#include "kit/button.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

LineStep::LineStep(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit)
    , m_field(new FormField(m_line))
    , m_submit(new QPushButton)
    , m_back(new QPushButton)
{
    setFocusProxy(m_line);
    setKind(m_submit, ButtonKind::Primary);
    setKind(m_back, ButtonKind::Flat);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_submit);
    buttons->addWidget(m_back);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    layout->addWidget(m_field);
    layout->addLayout(buttons);
    connect(m_line, &QLineEdit::returnPressed, this, &LineStep::submit);
    connect(m_submit, &QPushButton::clicked, this, &LineStep::submit);
    connect(m_back, &QPushButton::clicked, this, &LineStep::backRequested);
}

void LineStep::setWords(const Words &words)
{
    m_field->setLabel(words.label);
    m_field->setHint(words.hint);
    m_submit->setText(words.submit);
    m_back->setText(words.back);
    m_back->setVisible(!words.back.isEmpty());
}

void LineStep::setText(const QString &text)
{
    if (m_line->text() != text)
        m_line->setText(text);
}

QString LineStep::text() const
{
    return m_line->text();
}

void LineStep::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void LineStep::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    settle();
}

void LineStep::settle()
{
    m_line->setReadOnly(m_isBusy);
    m_submit->setEnabled(!m_isBusy && !m_isHeld);
    m_back->setEnabled(!m_isBusy);
}

void LineStep::setFieldError(const QString &words)
{
    m_field->setError(words);
    if (!words.isEmpty())
        m_line->setFocus();
}

void LineStep::focusFirst()
{
    m_line->setFocus();
    m_line->selectAll();
}

void LineStep::submit()
{
    if (m_submit->isEnabled())
        Q_EMIT submitted(m_line->text());
}

} // namespace latchkey::ui
