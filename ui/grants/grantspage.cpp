#include "grants/grantspage.h"

#include "account/account.h"
#include "grants/grantform.h"
#include "grants/grantscard.h"
#include "grants/grantwords.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/copybutton.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/toast.h"
#include "sessions/accountbody.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

namespace latchkey::ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using account::GrantStore;

GrantsPage::GrantsPage(account::Account &account, GrantStore &store, const Clock &clock,
                       Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_store(store)
    , m_toast(toast)
    , m_header(new PageHeader)
    , m_give(new QPushButton)
    , m_message(new MessageBar)
    , m_giving(new Card)
    , m_form(new GrantForm)
    , m_received(new GrantsCard(GrantSide::Received, store, clock))
    , m_given(new GrantsCard(GrantSide::Given, store, clock))
    , m_idWords(new SubtleText)
    , m_id(new QLabel)
    , m_copy(new CopyButton([this] { return m_id->text(); }))
    , m_ownId(ownId())
    , m_none(new EmptyState)
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(account, m_scroll))
{
    build();
    listen();
    retranslate();
}

QWidget *GrantsPage::ownId()
{
    m_idWords->setWordWrap(true);
    m_id->setTextFormat(Qt::PlainText);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_id);
    line->addWidget(m_copy);
    line->addStretch();
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins({});
    layout->setSpacing(space::hair);
    layout->addWidget(m_idWords);
    layout->addLayout(line);
    return whole;
}

void GrantsPage::build()
{
    setKind(m_give, ButtonKind::Primary);
    m_header->addAction(m_give);
    m_giving->body()->addWidget(m_form);
    m_none->setIcon(u"users"_s);
    m_message->hide();
    QVBoxLayout *const column = m_scroll->column();
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_giving, m_received, m_given})
        column->addWidget(part);
    column->addWidget(m_none, 1);
    column->addWidget(m_ownId);
    column->addStretch();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

void GrantsPage::listen()
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &GrantsPage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &GrantsPage::follow);
    connect(&m_account, &account::Account::userChanged, this, &GrantsPage::follow);
    connect(&m_store, &GrantStore::changed, this, &GrantsPage::follow);
    connect(&m_store, &GrantStore::loadingChanged, this, &GrantsPage::follow);
    connect(m_give, &QPushButton::clicked, this, &GrantsPage::beginGiving);
    connect(m_none, &EmptyState::acted, this, &GrantsPage::beginGiving);
    connect(m_form, &GrantForm::giveRequested, this, &GrantsPage::give);
    connect(m_form, &GrantForm::cancelled, this, &GrantsPage::leaveForm);
    for (const GrantsCard *card : {m_received, m_given}) {
        connect(card, &GrantsCard::changeRequested, this, &GrantsPage::change);
        connect(card, &GrantsCard::endRequested, this, &GrantsPage::end);
    }
    connect(m_message, &MessageBar::acted, this, &GrantsPage::refresh);
    connect(m_body, &AccountBody::retried, this, &GrantsPage::refresh);
}

void GrantsPage::refresh()
{
    m_store.want();
    if (m_account.state().isSignedIn())
        m_store.load();
}

bool GrantsPage::hasUnsavedChanges() const
{
    return m_received->isTyping() || m_given->isTyping() || (m_isGiving && m_form->isTyped());
}

void GrantsPage::follow()
{
    const bool isShown =
        m_body->follow(m_store.isLoaded(), m_store.lastError(), m_store.isLoading());
    const bool isEmpty = m_store.received().isEmpty() && m_store.given().isEmpty();
    m_give->setVisible(isShown && !isEmpty && !m_isGiving && m_store.canGive());
    if (isShown)
        followGrants();
    Q_EMIT unsavedChanged();
}

void GrantsPage::followGrants()
{
    const bool isUsable = m_account.state().isUsable();
    const bool isEmpty = m_store.received().isEmpty() && m_store.given().isEmpty();
    m_give->setEnabled(isUsable);
    m_giving->setVisible(m_isGiving);
    m_form->setUsable(isUsable);
    for (GrantsCard *card : {m_received, m_given}) {
        card->setVisible(!isEmpty);
        card->follow(isUsable);
    }
    m_none->setVisible(isEmpty && !m_isGiving);
    m_none->setAction(m_store.canGive() ? tr("Give a s&ubscription") : QString());
    m_none->actionButton()->setEnabled(isUsable);
    tellOwnId();
    tellMessage();
}

void GrantsPage::tellOwnId()
{
    const auto &user = m_account.user();
    const bool isTold = user && !user->id.isEmpty();
    m_ownId->setVisible(isTold);
    if (isTold)
        m_id->setText(user->id.text());
}

void GrantsPage::tellMessage()
{
    const auto &error = m_store.lastError();
    // While offline the window says so once, above every page.
    if (error && m_account.state().isOnline() && !m_store.isLoading())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
    else
        m_message->hide();
}

void GrantsPage::beginGiving()
{
    if (!m_isGiving) {
        m_isGiving = true;
        m_form->begin();
        follow();
    }
    m_form->focusFirst();
}

void GrantsPage::leaveForm()
{
    m_isGiving = false;
    follow();
    (m_give->isVisibleTo(this) ? m_give : m_none->actionButton())->setFocus(Qt::OtherFocusReason);
}

void GrantsPage::give(const api::CreateGrant &wanted)
{
    m_form->setBusy(true);
    m_store.give(wanted).then(
        &m_toast, [page = QPointer(this), &toast = m_toast](const Result<api::Grant> &given) {
            if (page)
                page->m_form->setBusy(false);
            const bool isDeclined = !given && given.error().kind == Error::Kind::Cancelled;
            if (given)
                toast.say(tr("%1 has a subscription from you now.", "%1 is a person")
                              .arg(grantwords::nameOf(given->receiver)));
            else if (!page && !isDeclined)
                toast.say(wordsOf(given.error()));
            if (page && given)
                page->leaveForm();
            else if (page && !isDeclined)
                page->m_form->showError(given.error());
        });
}

GrantRow *GrantsPage::row(const api::GrantId &id) const
{
    GrantRow *const given = m_given->row(id);
    return given ? given : m_received->row(id);
}

void GrantsPage::change(const api::UpdateGrant &wanted)
{
    m_store.change(wanted).then(&m_toast, [page = QPointer(this), &toast = m_toast,
                                           id = wanted.id](const Result<api::Grant> &changed) {
        GrantRow *const row = page ? page->row(id) : nullptr;
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

void GrantsPage::end(const api::GrantId &id)
{
    m_store.end(id).then(
        &m_toast, [page = QPointer(this), &toast = m_toast, id](const Result<api::Grant> &ended) {
            GrantRow *const row = page ? page->row(id) : nullptr;
            if (ended)
                toast.say(tr("The subscription has ended."));
            else if (ended.error().kind == Error::Kind::Cancelled)
                return;
            else if (row)
                row->showError(ended.error());
            else
                toast.say(wordsOf(ended.error()));
        });
}

void GrantsPage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    m_minute.start();
    follow();
    QWidget::showEvent(event);
}

void GrantsPage::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void GrantsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void GrantsPage::retranslate()
{
    m_body->setWords(tr("Loading the subscriptions…"), tr("The subscriptions could not be loaded"));
    m_header->setTitle(tr("Subscription grants"));
    m_header->setSubtitle(tr("Subscriptions that you give to others, and have from them."));
    m_give->setText(tr("Give a s&ubscription"));
    m_giving->setTitle(tr("New subscription for somebody else"));
    m_none->setTitle(tr("No subscriptions from one to another"));
    m_none->setText(tr("Nobody has given you a subscription, and you have given nobody one."));
    m_idWords->setText(tr("Whoever gives you a subscription needs the ID of your account:"));
    m_id->setAccessibleName(tr("ID of your account"));
    follow();
}

} // namespace latchkey::ui
