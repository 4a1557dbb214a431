#include "profile/emailcard.h"

#include "account/account.h"
#include "account/verification.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/scale.h"
#include "kit/toast.h"
#include "profile/contacteditor.h"
#include "profile/contactrow.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

EmailCard::EmailCard(account::Account &account, const Clock &clock, Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_toast(toast)
    , m_card(new Card)
    , m_row(new ContactRow(QStringLiteral("mail")))
    , m_verify(m_row->addAct())
    , m_change(m_row->addAct())
    , m_editor(new ContactEditor(account, clock))
    , m_opener(m_verify)
{
    m_editor->line()->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_editor->line()->setMaxLength(static_cast<int>(api::emailLimits.max));
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_row);
    m_card->body()->addWidget(m_editor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);

    connect(m_verify, &QPushButton::clicked, this, [this] {
        m_opener = m_verify;
        m_editor->send(account::emailVerification(m_account));
        settle();
    });
    connect(m_change, &QPushButton::clicked, this, [this] {
        m_opener = m_change;
        m_before = m_user.email;
        retranslate();
        m_editor->ask(
            [this](const QString &typed) { return account::emailChange(m_account, typed); },
            account::begunEmailChange(m_account));
        settle();
    });
    connect(m_editor, &ContactEditor::changed, this, &EmailCard::typedChanged);
    connect(m_editor, &ContactEditor::messagesWanted, this, &EmailCard::messagesWanted);
    connect(m_editor, &ContactEditor::left, this, [this] {
        settle();
        m_opener->setFocus(Qt::OtherFocusReason);
    });
    connect(m_editor, &ContactEditor::done, this, &EmailCard::tellDone);
    retranslate();
}

void EmailCard::follow(const api::User &user, bool isUsable)
{
    m_user = user;
    m_isUsable = isUsable;
    retranslate();
}

void EmailCard::focusFirst()
{
    m_row->focusFirst();
}

bool EmailCard::isTyped() const
{
    return m_editor->isTyped();
}

void EmailCard::tellDone()
{
    if (m_opener == m_verify)
        m_toast.say(tr("Your e-mail address is verified."));
    else if (!m_account.can<api::TakeBackEmail>())
        m_toast.say(tr("Your e-mail address is changed."));
    else
        m_toast.say(tr("Your e-mail address is changed. %1 got a mail with a way back for 72 "
                       "hours.",
                       "%1 is the address before")
                        .arg(m_before));
    settle();
    m_row->focusFirst();
}

void EmailCard::settle()
{
    const bool isOpen = m_editor->isOpen();
    m_verify->setVisible(!isOpen && !m_user.emailVerified && account::canVerifyEmail(m_account));
    m_change->setVisible(!isOpen && m_account.can<api::StartEmailChange>());
    m_verify->setEnabled(m_isUsable);
    m_change->setEnabled(m_isUsable);
    m_editor->setUsable(m_isUsable);
}

void EmailCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EmailCard::tellRow()
{
    const QString address =
        m_user.email.isEmpty() ? tr("The address that you signed up with") : m_user.email;
    if (m_user.emailVerified) {
        m_row->tell(address, IconMark::Ink::Success,
                    tr("Verified: mail to this address reaches you."));
    } else if (account::canVerifyEmail(m_account) &&
               !m_account.can<api::StartEmailVerification>()) {
        // An API that sends no other code doesn't tell either whether one came back.
        m_row->tell(address, IconMark::Ink::Subtle,
                    tr("This server does not tell whether it is verified. Where a mail with a code "
                       "came to it, you can type the code here."));
    } else {
        m_row->tell(address, IconMark::Ink::Warning,
                    tr("Not verified yet: nobody knows whether mail to it reaches you."));
    }
}

void EmailCard::retranslate()
{
    m_card->setTitle(tr("E-mail address"));
    tellRow();
    m_verify->setText(tr("&Verify"));
    m_verify->setAccessibleName(tr("Verify the e-mail address"));
    m_change->setText(tr("C&hange"));
    m_change->setAccessibleName(tr("Change the e-mail address"));
    m_editor->setWords(
        {.label = tr("New e-mail address"),
         .hint = tr("It gets a code. Until that is typed here, everything stays as it is."),
         .what = m_account.can<api::TakeBackEmail>()
                     ? tr("You then sign in with the new address. %1 gets a mail with which the "
                          "change can be taken back for 72 hours, in case it was not you.",
                          "%1 is the address before")
                           .arg(m_before)
                     : tr("You then sign in with the new address.")});
    settle();
}

} // namespace latchkey::ui
