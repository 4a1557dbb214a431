#include "security/passwordcard.h"

#include "api/passwordrules.h"
#include "credentials/newpasswordfield.h"
#include "kit/busyindicator.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

PasswordCard::PasswordCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_none(new QLabel)
    , m_message(new MessageBar)
    , m_current(new PasswordEdit)
    , m_currentField(new FormField(m_current))
    , m_next(new NewPasswordField)
    , m_keepOthers(new QCheckBox)
    , m_change(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    connect(m_current, &PasswordEdit::submitted, this, &PasswordCard::submit);
    connect(m_current, &PasswordEdit::textChanged, this, &PasswordCard::settle);
    connect(m_next, &NewPasswordField::submitted, this, &PasswordCard::submit);
    connect(m_next, &NewPasswordField::textChanged, this, &PasswordCard::settle);
    connect(m_change, &QPushButton::clicked, this, &PasswordCard::submit);
    retranslate();
    settle();
}

void PasswordCard::build()
{
    m_none->setWordWrap(true);
    m_none->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_change);
    buttons->addWidget(m_busy);
    buttons->addStretch();
    QVBoxLayout *body = m_card->body();
    body->setSpacing(space::large);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_none, m_message, m_currentField, m_next, m_keepOthers})
        body->addWidget(part);
    body->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

void PasswordCard::setPolicy(const api::PasswordPolicy &policy)
{
    m_policy = policy;
    m_next->setPolicy(policy);
}

void PasswordCard::setAboutThePerson(const QStringList &about)
{
    if (std::exchange(m_about, about) != about)
        m_next->setAboutThePerson(about);
}

void PasswordCard::setPassword(bool isSet, bool canBeSet)
{
    if (m_isSet == isSet && m_canBeSet == canBeSet)
        return;
    m_isSet = isSet;
    m_canBeSet = canBeSet;
    arrange();
    retranslate();
}

void PasswordCard::setCurrentAsked(bool isAsked)
{
    m_isCurrentAsked = isAsked;
    arrange();
    settle();
}

void PasswordCard::setOthersOffered(bool areOffered)
{
    m_areOthersOffered = areOffered;
    arrange();
}

void PasswordCard::arrange()
{
    m_none->setVisible(!m_isSet);
    for (QWidget *part : std::initializer_list<QWidget *>{m_next, m_change, m_busy})
        part->setVisible(m_isSet);
    m_currentField->setVisible(m_isSet && m_isCurrentAsked);
    m_keepOthers->setVisible(m_isSet && m_areOthersOffered);
    if (!m_isSet)
        m_message->hide();
}

void PasswordCard::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_busy->setBusy(isBusy);
    settle();
}

void PasswordCard::settle()
{
    m_current->line()->setReadOnly(m_isBusy);
    m_next->setReadOnly(m_isBusy);
    m_keepOthers->setEnabled(!m_isBusy);
    const bool isShown = !m_isCurrentAsked || !m_current->isEmpty();
    m_change->setEnabled(!m_isBusy && isShown && !m_next->isEmpty());
}

void PasswordCard::focusFirst()
{
    if (m_isSet && m_isCurrentAsked)
        m_current->line()->setFocus(Qt::OtherFocusReason);
    else if (m_isSet)
        m_next->setFocus(Qt::OtherFocusReason);
}

void PasswordCard::clear()
{
    m_current->clear();
    m_next->clear();
    m_message->hide();
    settle();
}

void PasswordCard::submit()
{
    if (!m_change->isEnabled())
        return;
    m_message->hide();
    const Secret next = m_next->secret();
    const auto allowed =
        api::checkPassword(api::normalPassword(next), m_policy, m_about, u"next"_s);
    if (!allowed)
        showError(allowed.error());
    else
        Q_EMIT submitted(m_current->secret(), next, m_keepOthers->isChecked());
}

void PasswordCard::showError(const Error &error)
{
    if (error.code == "wrongPassword"_L1 || error.code == "wrongCredentials"_L1 ||
        error.field == "current"_L1) {
        m_currentField->setError(passwordWordsOf(error, m_policy.minLength, m_policy.maxLength));
        m_currentField->setFocus();
    } else if (error.field == "next"_L1) {
        m_next->setError(error);
        m_next->setFocus();
    } else {
        m_message->tell(error);
    }
}

void PasswordCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PasswordCard::retranslate()
{
    m_card->setTitle(tr("Password"));
    m_none->setText(m_canBeSet
                        ? tr("Your account has no password, and needs none. If you want one, sign "
                             "out and choose “Trouble signing in?” where you sign in: a code to "
                             "your e-mail address sets it.")
                        : tr("Your account has no password, and needs none."));
    m_currentField->setLabel(tr("C&urrent password"));
    m_next->setLabel(tr("Ne&w password"));
    m_keepOthers->setText(tr("&Keep other devices signed in"));
    m_change->setText(tr("Change &password"));
}

} // namespace latchkey::ui
