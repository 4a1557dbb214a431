#include "signin/resetstep.h"

#include "account/recoveryflow.h"
#include "credentials/codeform.h"
#include "credentials/newpasswordfield.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

ResetStep::ResetStep(account::RecoveryFlow &flow, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_sent(new CodeForm(flow.ways(), clock))
    , m_given(new QLineEdit)
    , m_givenField(new FormField(m_given))
    , m_password(new NewPasswordField)
    , m_set(new QPushButton)
    , m_back(new QPushButton)
{
    build();
    m_sent->setMailWords([](const QString &to) {
        return tr("If there is an account with %1, a code is on its way to it. It can take a "
                  "minute; look among the unwanted mail, too.")
            .arg(to);
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
    connect(m_set, &QPushButton::clicked, this, &ResetStep::submit);
    connect(m_back, &QPushButton::clicked, &flow, &account::RecoveryFlow::back);
    retranslate();
    follow();
}

void ResetStep::build()
{
    setKind(m_set, ButtonKind::Primary);
    setKind(m_back, ButtonKind::Flat);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_set);
    buttons->addWidget(m_back);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    for (QWidget *part : std::initializer_list<QWidget *>{m_sent, m_givenField, m_password})
        layout->addWidget(part);
    layout->addLayout(buttons);
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

void ResetStep::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_sent->setBusy(isBusy);
    m_given->setReadOnly(isBusy);
    m_password->setReadOnly(isBusy);
    settle();
}

void ResetStep::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    settle();
}

Secret ResetStep::code() const
{
    return m_flow.isCodeGiven() ? Secret(m_given->text().trimmed()) : m_sent->code();
}

void ResetStep::settle()
{
    const bool hasCode =
        m_flow.isCodeGiven() ? !m_given->text().trimmed().isEmpty() : m_sent->isComplete();
    m_set->setEnabled(!m_isBusy && !m_isHeld && hasCode && !m_password->isEmpty());
    m_back->setEnabled(!m_isBusy);
}

void ResetStep::submit()
{
    if (m_set->isEnabled())
        m_flow.submit(code(), m_password->secret());
}

bool ResetStep::showError(const Error &error)
{
    if (error.field == "password"_L1) {
        m_password->setError(error);
        m_password->setFocus();
    } else if (!isAboutCode(error)) {
        return false;
    } else if (m_flow.isCodeGiven()) {
        m_givenField->setError(codeWordsOf(error, CodeKind::Given));
        m_given->setFocus();
    } else {
        m_sent->setError(error);
    }
    return true;
}

void ResetStep::clearErrors()
{
    m_sent->setError({});
    m_givenField->clearError();
    m_password->setError({});
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
    m_givenField->setHint(tr("As it stands in the mail that the administrator had sent to you."));
    m_password->setLabel(tr("Ne&w password"));
    m_set->setText(tr("Set the new &password"));
    m_back->setText(tr("Back to the e-&mail address"));
}

} // namespace latchkey::ui
