#include "authorizations/authorizationspage.h"

#include "account/account.h"
#include "authorizations/authorizationform.h"
#include "authorizations/authorizationscard.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/copyline.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/toast.h"
#include "sessions/accountbody.h"

#include <QEvent>
#include <QPointer>
#include <QPushButton>

namespace latchkey::ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using account::AuthorizationStore;

AuthorizationsPage::AuthorizationsPage(account::Account &account, AuthorizationStore &store,
                                       const Clock &clock, Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_store(store)
    , m_toast(toast)
    , m_header(new PageHeader)
    , m_give(new QPushButton)
    , m_message(new MessageBar)
    , m_giving(new Card)
    , m_form(new AuthorizationForm)
    , m_given(new AuthorizationsCard(AuthorizationSide::Given, store, clock))
    , m_received(new AuthorizationsCard(AuthorizationSide::Received, store, clock))
    , m_ownId(new CopyLine)
    , m_none(new EmptyState)
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(account, m_scroll))
{
    build();
    listen();
    retranslate();
}

void AuthorizationsPage::build()
{
    setKind(m_give, ButtonKind::Primary);
    m_header->addAction(m_give);
    m_giving->body()->addWidget(m_form);
    m_none->setIcon(u"door"_s);
    m_message->hide();
    QVBoxLayout *const column = m_scroll->column();
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_giving, m_given, m_received})
        column->addWidget(part);
    column->addWidget(m_none, 1);
    column->addWidget(m_ownId);
    column->addStretch();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

void AuthorizationsPage::listen()
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &AuthorizationsPage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &AuthorizationsPage::follow);
    connect(&m_account, &account::Account::userChanged, this, &AuthorizationsPage::follow);
    connect(&m_store, &AuthorizationStore::changed, this, &AuthorizationsPage::follow);
    connect(&m_store, &AuthorizationStore::loadingChanged, this, &AuthorizationsPage::follow);
    connect(m_give, &QPushButton::clicked, this, &AuthorizationsPage::beginGiving);
    connect(m_none, &EmptyState::acted, this, &AuthorizationsPage::beginGiving);
    connect(m_form, &AuthorizationForm::giveRequested, this, &AuthorizationsPage::give);
    connect(m_form, &AuthorizationForm::cancelled, this, &AuthorizationsPage::leaveForm);
    for (const AuthorizationsCard *card : {m_given, m_received}) {
        connect(card, &AuthorizationsCard::changeRequested, this, &AuthorizationsPage::change);
        connect(card, &AuthorizationsCard::revokeRequested, this, &AuthorizationsPage::revoke);
    }
    connect(m_message, &MessageBar::acted, this, &AuthorizationsPage::refresh);
    connect(m_body, &AccountBody::retried, this, &AuthorizationsPage::refresh);
}

void AuthorizationsPage::refresh()
{
    m_store.want();
    if (m_account.state().isSignedIn())
        m_store.load();
}

bool AuthorizationsPage::hasUnsavedChanges() const
{
    return m_given->isTyping() || m_received->isTyping() || (m_isGiving && m_form->isTyped());
}

void AuthorizationsPage::follow()
{
    const bool isShown =
        m_body->follow(m_store.isLoaded(), m_store.lastError(), m_store.isLoading());
    m_give->setVisible(isShown && !m_store.isEmpty() && !m_isGiving && m_store.canGive());
    if (isShown)
        followAuthorizations();
    Q_EMIT unsavedChanged();
}

void AuthorizationsPage::followAuthorizations()
{
    const bool isUsable = m_account.state().isUsable();
    const bool isEmpty = m_store.isEmpty();
    m_give->setEnabled(isUsable);
    m_giving->setVisible(m_isGiving);
    m_form->setUsable(isUsable);
    for (AuthorizationsCard *card : {m_given, m_received}) {
        card->setVisible(!isEmpty);
        card->follow(isUsable);
    }
    m_none->setVisible(isEmpty && !m_isGiving);
    m_none->setAction(m_store.canGive() ? tr("Let &somebody in") : QString());
    m_none->actionButton()->setEnabled(isUsable);
    tellOwnId();
    tellMessage();
}

void AuthorizationsPage::tellOwnId()
{
    const auto &user = m_account.user();
    const bool isTold = user && !user->id.isEmpty();
    m_ownId->setVisible(isTold);
    if (isTold)
        m_ownId->setText(user->id.text());
}

void AuthorizationsPage::tellMessage()
{
    const auto &error = m_store.lastError();
    // While offline the window says so once, above every page.
    if (error && m_account.state().isOnline() && !m_store.isLoading())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
    else
        m_message->hide();
}

void AuthorizationsPage::beginGiving()
{
    if (!m_isGiving) {
        m_isGiving = true;
        m_form->begin();
        follow();
    }
    m_form->focusFirst();
}

void AuthorizationsPage::leaveForm()
{
    m_isGiving = false;
    follow();
    (m_give->isVisibleTo(this) ? m_give : m_none->actionButton())->setFocus(Qt::OtherFocusReason);
}

void AuthorizationsPage::give(const api::CreateAuthorization &wanted)
{
    m_form->setBusy(true);
    m_store.give(wanted).then(&m_toast, [page = QPointer(this), &toast = m_toast](
                                            const Result<api::Authorization> &given) {
        if (page)
            page->m_form->setBusy(false);
        const bool isDeclined = !given && given.error().kind == Error::Kind::Cancelled;
        if (given)
            toast.say(tr("You let %1 in now.", "%1 is a person").arg(api::nameOf(given->receiver)));
        else if (!page && !isDeclined)
            toast.say(wordsOf(given.error()));
        if (page && given)
            page->leaveForm();
        else if (page && !isDeclined)
            page->m_form->showError(given.error());
    });
}

AuthorizationRow *AuthorizationsPage::row(const api::AuthorizationId &id) const
{
    AuthorizationRow *const given = m_given->row(id);
    return given ? given : m_received->row(id);
}

void AuthorizationsPage::change(const api::UpdateAuthorization &wanted)
{
    m_store.change(wanted).then(&m_toast, [page = QPointer(this), &toast = m_toast, id = wanted.id](
                                              const Result<api::Authorization> &changed) {
        AuthorizationRow *const row = page ? page->row(id) : nullptr;
        if (changed)
            toast.say(tr("Saved."));
        if (changed && row)
            row->showChanged();
        if (changed || changed.error().kind == Error::Kind::Cancelled)
            return;
        if (row)
            row->showError(changed.error());
        else
            toast.say(wordsOf(changed.error()));
    });
}

void AuthorizationsPage::revoke(const api::AuthorizationId &id)
{
    const bool isGiven = m_given->row(id) != nullptr;
    m_store.revoke(id).then(&m_toast, [page = QPointer(this), &toast = m_toast, id,
                                       isGiven](const Result<api::Authorization> &revoked) {
        AuthorizationRow *const row = page ? page->row(id) : nullptr;
        if (revoked)
            toast.say(isGiven ? tr("%1 can no longer do that.", "%1 is a person")
                                    .arg(api::nameOf(revoked->receiver))
                              : tr("%1 no longer lets you do that.", "%1 is a person")
                                    .arg(api::nameOf(revoked->giver)));
        else if (revoked.error().kind == Error::Kind::Cancelled)
            return;
        else if (row)
            row->showError(revoked.error());
        else
            toast.say(wordsOf(revoked.error()));
    });
}

void AuthorizationsPage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    m_minute.start();
    follow();
    QWidget::showEvent(event);
}

void AuthorizationsPage::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void AuthorizationsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AuthorizationsPage::retranslate()
{
    m_body->setWords(tr("Loading who may look in…"), tr("Who may look in could not be loaded"));
    m_header->setTitle(tr("Shared access"));
    m_header->setSubtitle(tr("Who may look into your account, and whose you may look into."));
    m_give->setText(tr("Let &somebody in"));
    m_giving->setTitle(tr("Let somebody else in"));
    m_none->setTitle(tr("Nobody is let in"));
    m_none->setText(tr("You can let somebody you trust see your profile, or where you are signed "
                       "in, without your password. You can take it back at any time."));
    m_ownId->setWords(tr("Whoever lets you into their account needs the ID of yours:"),
                      tr("ID of your account"));
    follow();
}

} // namespace latchkey::ui
