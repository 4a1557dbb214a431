#include "profile/identitycard.h"

#include "kit/avatardisc.h"
#include "kit/card.h"
#include "kit/formfield.h"
#include "kit/scale.h"
#include "profile/profilewords.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace latchkey::ui {

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
    , m_language(new QComboBox)
    , m_nameField(new FormField(m_name))
    , m_userNameField(new FormField(m_userName))
    , m_languageField(new FormField(m_language))
{
    build();
    connect(m_name, &QLineEdit::textChanged, this, &IdentityCard::nameEdited);
    connect(m_userName, &QLineEdit::textChanged, this, &IdentityCard::userNameEdited);
    for (const QLineEdit *line : {m_name, m_userName})
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
    for (const auto &named : namesOf(api::Language()))
        m_language->addItem(ui::nameOf(named.value), static_cast<int>(named.value));
    auto *fields = new QVBoxLayout;
    fields->setSpacing(space::large);
    fields->addWidget(m_nameField);
    fields->addWidget(m_userNameField);
    fields->addWidget(m_languageField);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::wide);
    row->addWidget(m_disc, 0, Qt::AlignTop);
    row->addLayout(fields, 1);
    m_card->body()->addLayout(row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    setFocusProxy(m_name);
}

void IdentityCard::setName(const QString &name)
{
    m_disc->setName(name);
    showIn(m_name, name);
}

void IdentityCard::setUserName(const QString &name)
{
    showIn(m_userName, name);
}

void IdentityCard::setLanguage(api::Language language)
{
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(language)));
}

void IdentityCard::setReadOnly(bool isReadOnly)
{
    m_name->setReadOnly(isReadOnly);
    m_userName->setReadOnly(isReadOnly);
    m_language->setEnabled(!isReadOnly);
}

void IdentityCard::setNameError(const QString &words)
{
    m_nameField->setError(words);
}

void IdentityCard::setUserNameError(const QString &words)
{
    m_userNameField->setError(words);
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
    m_userNameField->setHint(tr("If you want one: you can sign in with it as with your e-mail "
                                "address."));
    m_languageField->setLabel(tr("&Language"));
    m_languageField->setHint(tr("For mail from this server. What this program speaks is in "
                                "Settings."));
    m_disc->setAccessibleName(tr("Your initials"));
}

} // namespace latchkey::ui
