#include "settings/keepingform.h"

#include "account/account.h"
#include "account/profilesettings.h"
#include "account/secretkeeping.h"
#include "kit/choicebox.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::KeepingPlace;

KeepingForm::KeepingForm(account::Account &account, account::ProfileSettings &settings,
                         account::SecretKeeping &keeping, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_settings(settings)
    , m_keeping(keeping)
    , m_place(new ChoiceBox)
    , m_placeField(new FormField(m_place, this))
    , m_passphrase(new PasswordEdit)
    , m_passphraseField(new FormField(m_passphrase, this))
    , m_repeat(new PasswordEdit)
    , m_repeatField(new FormField(m_repeat, this))
    , m_keep(new QPushButton(this))
{
    m_place->addChoice(static_cast<int>(KeepingPlace::Keychain),
                       [] { return tr("The keychain of this computer"); });
    m_place->addChoice(static_cast<int>(KeepingPlace::File),
                       [] { return tr("An encrypted file"); });
    m_place->addChoice(static_cast<int>(KeepingPlace::Memory),
                       [] { return tr("Nowhere: until the program ends"); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    for (FormField *field : {m_placeField, m_passphraseField, m_repeatField}) {
        field->setMaximumWidth(formWidth);
        layout->addWidget(field);
    }
    layout->addWidget(m_keep, 0, Qt::AlignLeft);

    connect(m_place, &ChoiceBox::picked, this,
            [this](int place) { pick(static_cast<KeepingPlace>(place)); });
    for (PasswordEdit *edit : {m_passphrase, m_repeat})
        connect(edit, &PasswordEdit::submitted, this, &KeepingForm::openFile);
    connect(m_keep, &QPushButton::clicked, this, &KeepingForm::openFile);
    connect(&m_account, &account::Account::stateChanged, this, &KeepingForm::showCurrent);
    showCurrent();
}

void KeepingForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool KeepingForm::isAsking() const
{
    return static_cast<KeepingPlace>(m_place->chosen()) == KeepingPlace::File &&
           m_account.profile().keeping != KeepingPlace::File && !m_keeping.isFileOpen();
}

void KeepingForm::showCurrent()
{
    if (!m_isMoving && !isAsking())
        m_place->choose(static_cast<int>(m_account.profile().keeping));
    retranslate();
}

void KeepingForm::pick(KeepingPlace place)
{
    m_placeField->clearError();
    retranslate();
    if (isAsking())
        m_passphrase->line()->setFocus();
    else
        move(place);
}

void KeepingForm::openFile()
{
    const bool isUnlike =
        !m_keeping.hasFile() && !m_passphrase->secret().matches(m_repeat->secret());
    m_passphraseField->setError(m_passphrase->isEmpty()
                                    ? wordsOf(Error::rejected(u"missingField"_s, u"passphrase"_s))
                                    : QString());
    m_repeatField->setError(!m_passphrase->isEmpty() && isUnlike
                                ? wordsOf(Error::rejected(u"passphrasesDiffer"_s, u"repeat"_s))
                                : QString());
    if (m_passphrase->isEmpty() || isUnlike) {
        (m_passphrase->isEmpty() ? m_passphrase : m_repeat)->line()->setFocus();
        return;
    }
    m_isMoving = true;
    retranslate();
    m_keeping.openFile(m_passphrase->secret()).then(this, [this](const Result<Nothing> &opened) {
        m_isMoving = false;
        if (opened) {
            move(KeepingPlace::File);
            return;
        }
        retranslate();
        m_passphraseField->setError(wordsOf(opened.error()));
        m_passphrase->line()->setFocus();
    });
}

void KeepingForm::move(KeepingPlace place)
{
    m_isMoving = true;
    for (PasswordEdit *edit : {m_passphrase, m_repeat})
        edit->clear();
    retranslate();
    m_settings.moveTo(place).then(this, [this](const Result<Nothing> &moved) {
        m_isMoving = false;
        showCurrent();
        if (!moved)
            m_placeField->setError(wordsOf(moved.error()));
    });
}

QString KeepingForm::placeWords(KeepingPlace place) const
{
    if (!m_account.state().isSignedIn())
        return tr("It can be kept elsewhere while you are signed in.");
    if (m_isMoving)
        return tr("Moving it… If the keychain asks you something, answer it there.");
    switch (place) {
    case KeepingPlace::Keychain:
        return tr("You stay signed in when the program starts anew.");
    case KeepingPlace::File:
        return tr("You stay signed in, and type the file's passphrase at each start of the "
                  "program. Nobody can recover it.");
    case KeepingPlace::Memory:
        return tr("You sign in again when the program starts anew.");
    }
    Q_UNREACHABLE();
}

void KeepingForm::retranslate()
{
    const bool isFree = m_account.state().isSignedIn() && !m_isMoving;
    const bool isNew = !m_keeping.hasFile();
    m_placeField->setLabel(tr("Your session is kept in"));
    m_placeField->setHint(placeWords(static_cast<KeepingPlace>(m_place->chosen())));
    m_passphraseField->setLabel(isNew ? tr("New passphrase") : tr("Passphrase of the file"));
    m_repeatField->setLabel(tr("Repeat the passphrase"));
    m_keep->setText(tr("Keep it in the encrypted file"));
    m_passphraseField->setVisible(isAsking());
    m_repeatField->setVisible(isAsking() && isNew);
    m_keep->setVisible(isAsking());
    for (QWidget *part : QList<QWidget *>{m_place, m_passphrase, m_repeat, m_keep})
        part->setEnabled(isFree);
}

} // namespace latchkey::ui
