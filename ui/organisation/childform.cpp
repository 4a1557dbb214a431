#include "organisation/childform.h"

#include "api/user.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QLineEdit>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

ChildForm::ChildForm(QWidget *parent)
    : EntryForm(parent)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_email(new QLineEdit)
    , m_emailField(new FormField(m_email))
{
    m_name->setMaxLength(static_cast<int>(api::nameLimits.max));
    m_email->setMaxLength(static_cast<int>(api::emailLimits.max));
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    for (FormField *field : {m_nameField, m_emailField})
        field->setMaximumWidth(formWidth);
    build({m_nameField, m_emailField});
    for (QLineEdit *line : {m_name, m_email}) {
        connect(line, &QLineEdit::returnPressed, this, &ChildForm::submit);
        connect(line, &QLineEdit::textChanged, this, [this] { m_wrong.reset(); });
    }
    ChildForm::begin();
}

void ChildForm::setWelcomed(bool isWelcomed)
{
    if (std::exchange(m_isWelcomed, isWelcomed) != isWelcomed)
        retranslate();
}

void ChildForm::begin()
{
    m_wrong.reset();
    m_name->clear();
    m_email->clear();
    m_nameField->clearError();
    m_emailField->clearError();
    hideFailure();
    settle();
    retranslate();
}

bool ChildForm::isTyped() const
{
    return !m_name->text().trimmed().isEmpty() || !m_email->text().trimmed().isEmpty();
}

void ChildForm::setReadOnly(bool isReadOnly)
{
    m_name->setReadOnly(isReadOnly);
    m_email->setReadOnly(isReadOnly);
}

void ChildForm::showError(const Error &error)
{
    if (error.field == "email"_L1 || error.code == "emailTaken"_L1)
        refuse(m_emailField, error);
    else if (error.field == "name"_L1)
        refuse(m_nameField, error);
    else
        EntryForm::showError(error);
}

void ChildForm::refuse(FormField *field, const Error &error)
{
    m_wrong = {field, error};
    field->setError(wordsOf(error));
    field->setFocus();
}

void ChildForm::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void ChildForm::send()
{
    const QString name = m_name->text().trimmed();
    const QString email = m_email->text().trimmed();
    if (name.isEmpty())
        refuse(m_nameField, Error::rejected(u"empty"_s, u"name"_s));
    else if (email.isEmpty())
        refuse(m_emailField, Error::rejected(u"empty"_s, u"email"_s));
    else
        Q_EMIT makeRequested(name, email);
}

void ChildForm::retranslate()
{
    m_nameField->setLabel(tr("&Name"));
    m_emailField->setLabel(tr("&E-mail"));
    m_emailField->setHint(
        m_isWelcomed ? tr("They get a mail that says who made the account, and sign in by a code "
                          "that is sent there. You can't take that back.")
                     : tr("They sign in with it. You can't take that back here."));
    if (m_wrong)
        m_wrong->field->setError(wordsOf(m_wrong->error));
    setWords(tr("&Make the account"));
}

} // namespace latchkey::ui
