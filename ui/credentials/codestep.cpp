#include "credentials/codestep.h"

#include "credentials/codeform.h"

namespace latchkey::ui {

CodeStep::CodeStep(account::CodeWays &ways, const Clock &clock, QWidget *parent)
    : FormStep(parent)
    , m_form(new CodeForm(ways, clock))
{
    setFocusProxy(m_form);
    build({m_form});
    connect(m_form, &CodeForm::submitted, this, &CodeStep::submit);
    connect(m_form, &CodeForm::changed, this, &CodeStep::settle);
    settle();
}

Secret CodeStep::secret() const
{
    return m_form->code();
}

bool CodeStep::isComplete() const
{
    return m_form->isComplete();
}

void CodeStep::setReadOnly(bool isReadOnly)
{
    m_form->setBusy(isReadOnly);
}

void CodeStep::setError(const std::optional<Error> &error)
{
    m_form->setError(error);
}

void CodeStep::focusFirst()
{
    m_form->focusFirst();
}

} // namespace latchkey::ui
