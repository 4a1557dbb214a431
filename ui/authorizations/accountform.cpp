#include "authorizations/accountform.h"

#include "kit/choicebox.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/scale.h"
#include "people/languagewords.h"

#include <QLineEdit>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

AccountForm::AccountForm(QWidget *parent)
    : EntryForm(parent)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_language(new ChoiceBox)
    , m_languageField(new FormField(m_language))
{
    for (const auto &named : namesOf(api::Language()))
        m_language->addChoice(int(named.value), [named] { return nameOf(named.value); });
    m_name->setMaxLength(static_cast<int>(api::nameLimits.max));
    for (FormField *field : {m_nameField, m_languageField})
        field->setMaximumWidth(formWidth);
    build({m_nameField, m_languageField});
    connect(m_name, &QLineEdit::returnPressed, this, &AccountForm::submit);
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_wrong.reset(); });
    AccountForm::begin();
}

void AccountForm::begin(const api::User &user)
{
    m_user = user;
    m_isOutrun = false;
    m_wrong.reset();
    m_name->setText(user.name);
    m_nameField->clearError();
    m_language->choose(int(user.language));
    hideFailure();
    settle();
    retranslate();
}

void AccountForm::follow(const api::User &user)
{
    const bool isNameKept = name() == m_user.name;
    const bool isLanguageKept = language() == m_user.language;
    m_isOutrun = m_isOutrun || user.version != m_user.version;
    m_user = user;
    if (isNameKept)
        m_name->setText(user.name);
    if (isLanguageKept)
        m_language->choose(int(user.language));
    tellPresent();
}

QString AccountForm::name() const
{
    return m_name->text().trimmed();
}

api::Language AccountForm::language() const
{
    return api::Language(m_language->chosen());
}

bool AccountForm::isTyped() const
{
    return name() != m_user.name || language() != m_user.language;
}

void AccountForm::setReadOnly(bool isReadOnly)
{
    m_name->setReadOnly(isReadOnly);
    m_language->setEnabled(!isReadOnly);
}

void AccountForm::showError(const Error &error)
{
    if (error.field == "name"_L1)
        refuse(error);
    else
        EntryForm::showError(error);
}

void AccountForm::refuse(const Error &error)
{
    m_wrong = error;
    m_nameField->setError(wordsOf(error));
    m_name->setFocus();
}

void AccountForm::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

/// What stays is not sent.
void AccountForm::send()
{
    api::UpdateAccount wanted{
        .id = m_user.id, .basedOn = m_user.version, .name = {}, .language = {}};
    if (name() != m_user.name)
        wanted.name = name();
    if (language() != m_user.language)
        wanted.language = language();
    if (name().isEmpty())
        refuse(Error::rejected(u"empty"_s, u"name"_s));
    else if (wanted.name || wanted.language)
        Q_EMIT changeRequested(wanted);
    else
        Q_EMIT cancelled();
}

void AccountForm::tellPresent()
{
    const auto present = [this](const QString &there, bool isSame) {
        return m_isOutrun && !isSame ? tr("Now it is: %1", "%1 is a name or a language").arg(there)
                                     : QString();
    };
    const QString language = present(nameOf(m_user.language), this->language() == m_user.language);
    m_nameField->setHint(present(m_user.name, name() == m_user.name));
    m_languageField->setHint(language.isEmpty() ? tr("For mail from this server.") : language);
}

void AccountForm::retranslate()
{
    m_nameField->setLabel(tr("Name"));
    m_languageField->setLabel(tr("Language"));
    if (m_wrong)
        m_nameField->setError(wordsOf(*m_wrong));
    tellPresent();
    setWords({});
}

} // namespace latchkey::ui
