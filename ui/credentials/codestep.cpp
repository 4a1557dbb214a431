#include "credentials/codestep.h"

#include "credentials/codeform.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/scale.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

CodeStep::CodeStep(account::CodeWays &ways, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_form(new CodeForm(ways, clock))
    , m_options(new QVBoxLayout)
    , m_submit(new QPushButton)
    , m_back(new QPushButton)
    , m_busy(new BusyIndicator)
{
    setFocusProxy(m_form);
    setKind(m_submit, ButtonKind::Primary);
    setKind(m_back, ButtonKind::Flat);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_submit);
    buttons->addWidget(m_back);
    buttons->addWidget(m_busy);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    layout->addWidget(m_form);
    layout->addLayout(m_options);
    layout->addLayout(buttons);
    connect(m_form, &CodeForm::submitted, this, &CodeStep::submit);
    connect(m_form, &CodeForm::changed, this, &CodeStep::settle);
    connect(m_form, &CodeForm::messagesWanted, this, &CodeStep::messagesWanted);
    connect(m_submit, &QPushButton::clicked, this, &CodeStep::submit);
    connect(m_back, &QPushButton::clicked, this, &CodeStep::backRequested);
    settle();
}

void CodeStep::addOption(QWidget *option)
{
    m_options->addWidget(option);
    setTabOrder(option, m_submit);
}

void CodeStep::setTexts(const QString &submit, const QString &back)
{
    m_submit->setText(submit);
    m_back->setText(back);
}

void CodeStep::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_form->setBusy(isBusy);
    settle();
}

void CodeStep::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    settle();
}

void CodeStep::setError(const std::optional<Error> &error)
{
    m_form->setError(error);
}

void CodeStep::focusFirst()
{
    m_form->focusFirst();
}

bool CodeStep::canSubmit() const
{
    return !m_isBusy && !m_isHeld && m_form->isComplete();
}

void CodeStep::submit()
{
    if (canSubmit())
        Q_EMIT submitted(m_form->code());
}

void CodeStep::settle()
{
    m_submit->setEnabled(canSubmit());
    m_back->setEnabled(!m_isBusy);
    m_busy->setBusy(m_isBusy);
}

} // namespace latchkey::ui
