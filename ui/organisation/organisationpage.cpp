#include "organisation/organisationpage.h"

#include "account/account.h"
#include "account/actingonbehalf.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/toast.h"
#include "organisation/childform.h"
#include "organisation/childrencard.h"
#include "organisation/parentcard.h"
#include "sessions/accountbody.h"

#include <QEvent>
#include <QPointer>
#include <QPushButton>

namespace latchkey::ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using account::OrganisationStore;

OrganisationPage::OrganisationPage(account::Account &account, OrganisationStore &store,
                                   account::ActingOnBehalf &acting, const Clock &clock,
                                   Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_store(store)
    , m_acting(acting)
    , m_toast(toast)
    , m_header(new PageHeader)
    , m_make(new QPushButton)
    , m_message(new MessageBar)
    , m_making(new Card)
    , m_form(new ChildForm(clock))
    , m_parent(new ParentCard)
    , m_children(new ChildrenCard(store, clock))
    , m_none(new EmptyState)
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(account, m_scroll))
{
    build();
    listen();
    retranslate();
}

void OrganisationPage::build()
{
    setKind(m_make, ButtonKind::Primary);
    m_header->addAction(m_make);
    m_making->body()->addWidget(m_form);
    m_none->setIcon(u"organisation"_s);
    m_message->hide();
    QVBoxLayout *const column = m_scroll->column();
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_message, m_making, m_parent, m_children})
        column->addWidget(part);
    column->addWidget(m_none, 1);
    column->addStretch();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

void OrganisationPage::listen()
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &OrganisationPage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &OrganisationPage::follow);
    connect(&m_store, &OrganisationStore::changed, this, &OrganisationPage::follow);
    connect(&m_store, &OrganisationStore::loadingChanged, this, &OrganisationPage::follow);
    connect(m_make, &QPushButton::clicked, this, &OrganisationPage::beginMaking);
    connect(m_none, &EmptyState::acted, this, &OrganisationPage::beginMaking);
    connect(m_form, &ChildForm::makeRequested, this, &OrganisationPage::make);
    connect(m_form, &ChildForm::cancelled, this, &OrganisationPage::leaveForm);
    connect(m_children, &ChildrenCard::actRequested, this, &OrganisationPage::act);
    connect(m_parent, &ParentCard::leaveRequested, this, &OrganisationPage::leave);
    connect(m_message, &MessageBar::acted, this, &OrganisationPage::refresh);
    connect(m_body, &AccountBody::retried, this, &OrganisationPage::refresh);
}

void OrganisationPage::refresh()
{
    m_store.want();
    if (m_account.state().isSignedIn())
        m_store.load();
}

bool OrganisationPage::hasUnsavedChanges() const
{
    return m_children->isTyping() || (m_isMaking && m_form->isTyped());
}

void OrganisationPage::follow()
{
    const bool isShown =
        m_body->follow(m_store.isLoaded(), m_store.lastError(), m_store.isLoading());
    const bool isEmpty = m_store.children().isEmpty() && !m_store.parent();
    m_make->setVisible(isShown && !isEmpty && !m_isMaking && m_store.canMake());
    if (isShown)
        followOrganisation();
    Q_EMIT unsavedChanged();
}

void OrganisationPage::followOrganisation()
{
    const bool isUsable = m_account.state().isUsable();
    const auto &parent = m_store.parent();
    const bool isEmpty = m_store.children().isEmpty() && !parent;
    m_make->setEnabled(isUsable);
    m_making->setVisible(m_isMaking);
    m_form->setUsable(isUsable);
    m_parent->setVisible(parent.has_value());
    if (parent)
        m_parent->tell(*parent, {.canLeave = m_store.canLeave(),
                                 .isUsable = isUsable,
                                 .isLeaving = m_store.isLeaving()});
    m_children->setVisible(!isEmpty);
    m_children->follow(isUsable, m_entered);
    m_none->setVisible(isEmpty && !m_isMaking);
    m_none->setAction(m_store.canMake() ? tr("Make an acco&unt") : QString());
    m_none->actionButton()->setEnabled(isUsable);
    tellMessage();
}

void OrganisationPage::tellMessage()
{
    const auto &error = m_store.lastError();
    // While offline the window says so once, above every page.
    if (error && m_account.state().isOnline() && !m_store.isLoading())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
    else
        m_message->hide();
}

void OrganisationPage::beginMaking()
{
    if (!m_isMaking) {
        m_isMaking = true;
        m_form->begin();
        follow();
    }
    m_form->focusFirst();
}

void OrganisationPage::leaveForm()
{
    m_isMaking = false;
    follow();
    (m_make->isVisibleTo(this) ? m_make : m_none->actionButton())->setFocus(Qt::OtherFocusReason);
}

/// Its first words are in the language of whoever makes it, as nobody knows theirs.
void OrganisationPage::make(const QString &name, const QString &email)
{
    const auto &user = m_account.user();
    m_form->setBusy(true);
    m_store
        .make({.name = name,
               .email = email,
               .language = user ? user->language : api::Language::English})
        .then(&m_toast, [page = QPointer(this),
                         &toast = m_toast](const Result<api::ChildAccount> &made) {
            if (page)
                page->m_form->setBusy(false);
            const bool isDeclined = !made && made.error().kind == Error::Kind::Cancelled;
            if (made)
                toast.say(tr("%1 has an account now.", "%1 is a person").arg(made->user.name));
            else if (!page && !isDeclined)
                toast.say(wordsOf(made.error()));
            if (page && made)
                page->leaveForm();
            else if (page && !isDeclined)
                page->m_form->showError(made.error());
        });
}

void OrganisationPage::act(const api::User &child, const QString &reason)
{
    m_entered = child.id;
    m_children->row(child.id)->setError({});
    m_acting.beginInChild(m_account.id(), child, reason)
        .then(&m_toast,
              [page = QPointer(this), &toast = m_toast](const Result<account::ProfileId> &begun) {
                  if (page)
                      page->endEntering(begun);
                  else if (!begun && begun.error().kind != Error::Kind::Cancelled)
                      toast.say(wordsOf(begun.error()));
              });
    follow();
}

/// Where it went well the window is elsewhere already.
void OrganisationPage::endEntering(const Result<account::ProfileId> &begun)
{
    ChildRow *const row = m_children->row(*std::exchange(m_entered, std::nullopt));
    const bool isDeclined = !begun && begun.error().kind == Error::Kind::Cancelled;
    if (begun && row)
        row->fold();
    else if (row && !isDeclined)
        row->setError(begun.error());
    else if (!begun && !isDeclined)
        m_toast.say(wordsOf(begun.error()));
    if (!begun && begun.error().kind == Error::Kind::NotFound)
        refresh(); // it may have left
    follow();
}

void OrganisationPage::leave()
{
    m_parent->setError({});
    m_store.leave().then(&m_toast,
                         [page = QPointer(this), &toast = m_toast](const Result<Nothing> &left) {
                             if (left)
                                 toast.say(tr("Your account is yours alone now."));
                             else if (left.error().kind == Error::Kind::Cancelled)
                                 return;
                             else if (page)
                                 page->m_parent->setError(left.error());
                             else
                                 toast.say(wordsOf(left.error()));
                         });
}

void OrganisationPage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    m_minute.start();
    follow();
    QWidget::showEvent(event);
}

void OrganisationPage::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void OrganisationPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OrganisationPage::retranslate()
{
    m_body->setWords(tr("Loading the organisation…"), tr("The organisation could not be loaded"));
    m_header->setTitle(tr("Organisation"));
    m_header->setSubtitle(tr("Accounts that you make for others, and act in for them."));
    m_make->setText(tr("Make an acco&unt"));
    m_making->setTitle(tr("New account for somebody else"));
    m_none->setTitle(tr("No accounts for others"));
    m_none->setText(tr("You can make accounts for people you look after. You see who they are, and "
                       "can act in their accounts for 30 minutes at a time."));
    follow();
}

} // namespace latchkey::ui
