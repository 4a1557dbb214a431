#include "signin/resetstep.h"

#include "account/recoveryflow.h"
#include "credentials/codeform.h"
#include "credentials/newpasswordfield.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "signin/mailwords.h"

#include <QEvent>
#include <QLineEdit>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

ResetStep::ResetStep(account::RecoveryFlow &flow, const Clock &clock, QWidget *parent)
    : FormStep(parent)
    , m_flow(flow)
    , m_sent(new CodeForm(flow.ways(), clock))
    , m_given(new QLineEdit)
    , m_givenField(new FormField(m_given))
    , m_password(new NewPasswordField)
{
    build({m_sent, m_givenField, m_password});
    m_sent->setMailWords(
        [isHere = flow.isOwnServer(), isName = flow.asksForName()](const QString &to) {
            return isName && !isHere ? mailedToOwnerWords(to) : perhapsMailedWords(to, isHere);
        });
    m_sent->setMessagesOffered(flow.isOwnServer());
    // Six digits don't go on by themselves here: the password is still to be typed.
    connect(m_sent, &CodeForm::submitted, this, [this] { m_password->setFocus(); });
    connect(m_given, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(m_sent, &CodeForm::changed, this, &ResetStep::settle);
    connect(m_sent, &CodeForm::messagesWanted, this, &ResetStep::messagesWanted);
    connect(m_given, &QLineEdit::textChanged, this, &ResetStep::settle);
    connect(m_password, &NewPasswordField::textChanged, this, &ResetStep::settle);
    connect(m_password, &NewPasswordField::submitted, this, &ResetStep::submit);
    connect(this, &FormStep::submitted, &flow,
            [this] { m_flow.submit(secret(), m_password->secret()); });
    retranslate();
    follow();
}

void ResetStep::follow()
{
    m_sent->setVisible(!m_flow.isCodeGiven());
    m_givenField->setVisible(m_flow.isCodeGiven());
    setFocusProxy(m_flow.isCodeGiven() ? static_cast<QWidget *>(m_given) : m_sent);
    m_password->setPolicy(m_flow.passwords());
    m_password->setAboutThePerson({m_flow.email()});
    settle();
}

void ResetStep::setReadOnly(bool isReadOnly)
{
    m_sent->setBusy(isReadOnly);
    m_given->setReadOnly(isReadOnly);
    m_password->setReadOnly(isReadOnly);
}

Secret ResetStep::secret() const
{
    return m_flow.isCodeGiven() ? Secret(m_given->text().trimmed()) : m_sent->code();
}

bool ResetStep::isComplete() const
{
    const bool hasCode =
        m_flow.isCodeGiven() ? !m_given->text().trimmed().isEmpty() : m_sent->isComplete();
    return hasCode && !m_password->isEmpty();
}

bool ResetStep::isAbout(const Error &error) const
{
    return error.field == "password"_L1 || isAboutCode(error);
}

void ResetStep::setError(const std::optional<Error> &error)
{
    const bool isCode = error && isAboutCode(*error);
    m_sent->setError(isCode && !m_flow.isCodeGiven() ? error : std::nullopt);
    m_givenField->setError(isCode && m_flow.isCodeGiven() ? codeWordsOf(*error, CodeKind::Given)
                                                          : QString());
    m_password->setError(isCode ? std::nullopt : error);
    if (error && !isCode)
        m_password->setFocus();
    else if (isCode)
        focusFirst();
}

void ResetStep::clear()
{
    m_given->setText({});
    m_password->clear();
}

void ResetStep::focusFirst()
{
    if (m_flow.isCodeGiven())
        m_given->setFocus();
    else
        m_sent->focusFirst();
}

void ResetStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ResetStep::retranslate()
{
    m_givenField->setLabel(tr("C&ode"));
    m_givenField->setHint(tr("Ten letters and digits, as they stand in the mail to you."));
    m_password->setLabel(tr("Ne&w password"));
    setWords({.submit = tr("Set the new &password"),
              .back = m_flow.asksForName() ? tr("Back to the user na&me")
                                           : tr("Back to the e-&mail address")});
}

} // namespace latchkey::ui
