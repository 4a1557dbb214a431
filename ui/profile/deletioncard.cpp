#include "profile/deletioncard.h"

#include "account/account.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/scale.h"
#include "kit/toast.h"
#include "kit/typedconfirmation.h"

#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

DeletionCard::DeletionCard(account::Account &account, Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_toast(toast)
    , m_card(new Card)
    , m_what(new QLabel)
    , m_open(new QPushButton)
    , m_confirmation(new TypedConfirmation(TypedConfirmation::Use::Warning))
{
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    setKind(m_open, ButtonKind::Danger);
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_what);
    m_card->body()->addWidget(m_open, 0, Qt::AlignLeft);
    m_card->body()->addWidget(m_confirmation);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_open, &QPushButton::clicked, this, [this] {
        ask(true);
        m_confirmation->setFocus(Qt::OtherFocusReason);
    });
    connect(m_confirmation, &TypedConfirmation::left, this, &DeletionCard::leave);
    connect(m_confirmation, &TypedConfirmation::confirmed, this, &DeletionCard::remove);
    ask(false);
    retranslate();
}

void DeletionCard::ask(bool isAsking)
{
    m_confirmation->begin();
    m_confirmation->setVisible(isAsking);
    settle();
}

void DeletionCard::leave()
{
    ask(false);
    m_open->setFocus(Qt::OtherFocusReason);
}

void DeletionCard::follow(const api::User &user, bool isUsable)
{
    m_user = user;
    m_isUsable = isUsable;
    retranslate();
    settle();
}

void DeletionCard::remove()
{
    m_isRemoving = true;
    settle();
    m_account.ask(api::DeleteAccount{})
        .then(&m_toast, [card = QPointer(this), &toast = m_toast](const Result<Nothing> &removed) {
            const bool isNews = removed || removed.error().kind != Error::Kind::Cancelled;
            if (removed)
                toast.say(tr("Your account is deleted."));
            else if (!card && isNews)
                toast.say(wordsOf(removed.error()));
            if (!card)
                return;
            card->m_isRemoving = false;
            card->settle();
            if (!removed && isNews)
                card->m_confirmation->setError(removed.error());
        });
}

void DeletionCard::settle()
{
    const bool mayGo = m_user.role != api::Role::Admin;
    m_open->setVisible(mayGo && m_confirmation->isHidden());
    m_open->setEnabled(m_isUsable);
    m_confirmation->follow(m_isRemoving, m_isUsable);
}

void DeletionCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DeletionCard::retranslate()
{
    m_card->setTitle(tr("End of the account"));
    m_what->setText(
        m_user.role == api::Role::Admin
            ? tr("The account of an administrator can't be deleted: somebody must be left who can "
                 "let others in.")
            : tr("You can delete your account here, with all that this server keeps of you: your "
                 "profile, every session and API session, second factors, credits and "
                 "subscriptions."));
    m_open->setText(tr("Delete my account…"));
    m_confirmation->setWords(
        tr("Nobody can bring it back. You are signed out everywhere, programs with API sessions of "
           "yours too, and your address and user name are free for others."),
        tr("Delete my account for good"));
    m_confirmation->setName(api::loginOf(m_user));
}

} // namespace latchkey::ui
