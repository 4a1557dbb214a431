#include "profile/identitycard.h"

#include "kit/avatardisc.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/scale.h"
#include "people/languagewords.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

void showIn(QLineEdit *line, const QString &text)
{
    // Setting the text moves the cursor, which must stay where the person types.
    if (line->text() == text)
        return;
    // Only what somebody typed is an edit.
    const QSignalBlocker quiet(line);
    line->setText(text);
}

} // namespace

IdentityCard::IdentityCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_disc(new AvatarDisc(64))
    , m_name(new QLineEdit)
    , m_userName(new QLineEdit)
    , m_email(new QLineEdit)
    , m_language(new QComboBox)
    , m_nameField(new FormField(m_name))
    , m_userNameField(new FormField(m_userName))
    , m_emailField(new FormField(m_email))
    , m_languageField(new FormField(m_language))
{
    build();
    connect(m_name, &QLineEdit::textChanged, this, &IdentityCard::nameEdited);
    connect(m_userName, &QLineEdit::textChanged, this, &IdentityCard::userNameEdited);
    connect(m_email, &QLineEdit::textChanged, this, &IdentityCard::emailEdited);
    for (const QLineEdit *line : {m_name, m_userName, m_email})
        connect(line, &QLineEdit::returnPressed, this, &IdentityCard::submitted);
    connect(m_language, &QComboBox::activated, this, [this] {
        Q_EMIT languageChosen(static_cast<api::Language>(m_language->currentData().toInt()));
    });
    retranslate();
}

void IdentityCard::build()
{
    m_name->setMaxLength(static_cast<int>(api::nameLimits.max));
    m_userName->setMaxLength(static_cast<int>(api::userNameLimits.max));
    m_email->setMaxLength(static_cast<int>(api::emailLimits.max));
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    for (const auto &named : namesOf(api::Language()))
        m_language->addItem(ui::nameOf(named.value), static_cast<int>(named.value));
    auto *fields = new QVBoxLayout;
    fields->setSpacing(space::large);
    for (FormField *field : {m_nameField, m_userNameField, m_emailField, m_languageField})
        fields->addWidget(field);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::wide);
    row->addWidget(m_disc, 0, Qt::AlignTop);
    row->addLayout(fields, 1);
    m_card->body()->addLayout(row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

void IdentityCard::tell(const account::ProfileEditor &editor)
{
    using Editor = account::ProfileEditor;
    const bool isSaving = editor.state() == Editor::State::Saving;
    const auto show = [&](FormField *field, QLineEdit *line, Editor::Field which,
                          const QString &typed, QLatin1StringView called) {
        const auto &error = editor.error();
        field->setVisible(editor.offers(which));
        showIn(line, typed);
        line->setReadOnly(isSaving);
        field->setError(error && error->field == called ? wordsOf(*error) : QString());
    };
    m_disc->setName(editor.name().mine);
    show(m_nameField, m_name, Editor::Field::Name, editor.name().mine, "name"_L1);
    show(m_userNameField, m_userName, Editor::Field::UserName, editor.userName().mine,
         "userName"_L1);
    show(m_emailField, m_email, Editor::Field::Email, editor.email().mine, "email"_L1);
    m_languageField->setVisible(editor.offers(Editor::Field::Language));
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(editor.language().mine)));
    m_language->setEnabled(!isSaving);
    m_canLackUserName = editor.canLackUserName();
    retranslate();
}

void IdentityCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void IdentityCard::retranslate()
{
    m_card->setTitle(tr("About you"));
    m_nameField->setLabel(tr("&Name"));
    m_userNameField->setLabel(tr("&User name"));
    m_userNameField->setHint(m_canLackUserName
                                 ? tr("If you want one: you can sign in with it as with your "
                                      "e-mail address.")
                                 : QString());
    m_emailField->setLabel(tr("&E-mail address"));
    m_languageField->setLabel(tr("&Language"));
    m_languageField->setHint(tr("For mail from this server. What this program speaks is in "
                                "Settings."));
    m_disc->setAccessibleName(tr("Your initials"));
}

} // namespace latchkey::ui
