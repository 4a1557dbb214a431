#include "kit/formstep.h"

#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/scale.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace latchkey::ui {

FormStep::FormStep(QWidget *parent)
    : QWidget(parent)
    , m_options(new QVBoxLayout)
    , m_submit(new QPushButton)
    , m_back(new QPushButton)
    , m_busy(new BusyIndicator)
{
    setKind(m_submit, ButtonKind::Primary);
    setKind(m_back, ButtonKind::Flat);
    connect(m_submit, &QPushButton::clicked, this, &FormStep::submit);
    connect(m_back, &QPushButton::clicked, this, &FormStep::backRequested);
}

/// Tab goes as it is put together here: what is typed, the buttons.
void FormStep::build(std::initializer_list<QWidget *> body)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    for (QWidget *part : body)
        layout->addWidget(part);
    layout->addLayout(m_options);
    auto *buttons = new QHBoxLayout;
    for (QWidget *button : std::initializer_list<QWidget *>{m_submit, m_back, m_busy})
        buttons->addWidget(button);
    buttons->addStretch();
    layout->addLayout(buttons);
}

void FormStep::setWords(const Words &words)
{
    m_submit->setText(words.submit);
    m_back->setText(words.back);
    m_back->setVisible(!words.back.isEmpty());
}

void FormStep::addOption(QWidget *option)
{
    m_options->addWidget(option);
    setTabOrder(option, m_submit);
}

void FormStep::setBusy(bool isBusy, bool isLeavable)
{
    m_isBusy = isBusy;
    m_isLeavable = isLeavable;
    setReadOnly(isBusy);
    m_busy->setBusy(isBusy);
    settle();
}

void FormStep::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    settle();
}

bool FormStep::isAbout(const Error &error) const
{
    return error.kind == Error::Kind::Unauthorized || !error.field.isEmpty();
}

void FormStep::submit()
{
    settle(); // what submits by itself does so before it says that it changed
    if (m_submit->isEnabled())
        Q_EMIT submitted();
}

void FormStep::settle()
{
    m_submit->setEnabled(!m_isBusy && !m_isHeld && isComplete());
    m_back->setEnabled(!m_isBusy || m_isLeavable);
}

} // namespace latchkey::ui
