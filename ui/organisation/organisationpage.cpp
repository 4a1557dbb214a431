#include "organisation/organisationpage.h"

#include "account/account.h"
#include "account/actingonbehalf.h"
#include "account/authorizationstore.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "organisation/childform.h"
#include "organisation/childrencard.h"
#include "organisation/parentrow.h"
#include "sessions/accountbody.h"

#include <QPointer>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::AuthorizationStore;
using account::OrganisationStore;

OrganisationPage::OrganisationPage(account::Account &account, OrganisationStore &store,
                                   AuthorizationStore &authorizations,
                                   account::ActingOnBehalf &acting, const Clock &clock,
                                   Toast &toast, QWidget *parent)
    : ListPage(account, u"organisation"_s, toast, parent)
    , m_store(store)
    , m_authorizations(authorizations)
    , m_acting(acting)
    , m_form(new ChildForm)
    , m_parentCard(new Card)
    , m_parent(new ParentRow)
    , m_children(new ChildrenCard(store, authorizations, clock))
{
    body()->goWithSession();
    m_parentCard->body()->addWidget(m_parent);
    build(m_form, {adding(), m_parentCard, m_children, none()});
    scroll()->column()->setStretchFactor(none(), 1);
    listen();
    retranslate();
}

void OrganisationPage::listen()
{
    connect(&m_store, &OrganisationStore::changed, this, &OrganisationPage::follow);
    connect(&m_store, &OrganisationStore::loadingChanged, this, &OrganisationPage::follow);
    connect(&m_authorizations, &AuthorizationStore::changed, this, &OrganisationPage::follow);
    connect(m_form, &ChildForm::makeRequested, this, &OrganisationPage::make);
    connect(m_children, &ChildrenCard::actRequested, this, &OrganisationPage::act);
    connect(m_children, &ChildrenCard::inheritanceRequested, this,
            &OrganisationPage::setInheritance);
    connect(m_parent, &ParentRow::leaveRequested, this, &OrganisationPage::leave);
}

void OrganisationPage::refresh()
{
    m_hasAskedWhoLetsIn = false;
    m_store.want();
    if (account().state().isSignedIn())
        m_store.load();
}

bool OrganisationPage::hasUnsavedChanges() const
{
    return ListPage::hasUnsavedChanges() || m_children->isTyping();
}

void OrganisationPage::follow()
{
    const bool isShown = followLoad(m_store.isLoaded(), m_store.lastError(), m_store.isLoading());
    const bool isEmpty = m_store.children().isEmpty() && !m_store.parent();
    followAdding(isShown, isEmpty, m_store.canMake());
    m_form->setWelcomed(m_store.isWelcomed());
    tellParent();
    m_children->setVisible(!isEmpty);
    m_children->follow(isUsable(), m_entered);
    askWhoLetsIn();
    Q_EMIT unsavedChanged();
}

/// Where a child is signed in is theirs to show, as to anybody; only who has one asks. Where that
/// is not told, nothing is offered.
void OrganisationPage::askWhoLetsIn()
{
    const bool isTime = m_store.isLoaded() && !m_store.isLoading() && isUsable() &&
                        !m_store.children().isEmpty() && m_authorizations.canListSessions();
    if (!isTime || std::exchange(m_hasAskedWhoLetsIn, true))
        return;
    m_authorizations.load();
}

void OrganisationPage::tellParent()
{
    const auto &parent = m_store.parent();
    m_parentCard->setVisible(parent.has_value());
    if (parent)
        m_parent->tell(*parent, {.canLeave = m_store.canLeave(),
                                 .isUsable = isUsable(),
                                 .isLeaving = m_store.isLeaving()});
}

/// Its first words are in the language of whoever makes it, as nobody knows theirs.
void OrganisationPage::make(const QString &name, const QString &email)
{
    const auto &user = account().user();
    takeIn(m_store.make({.name = name,
                         .email = email,
                         .language = user ? user->language : api::Language::English}),
           [](const api::ChildAccount &made) {
               return tr("%1 has an account now.", "%1 is a person").arg(made.user.name);
           });
}

void OrganisationPage::act(const api::User &child, const QString &reason)
{
    m_entered = child.id;
    m_children->row(child.id)->setError({});
    m_acting.beginInChild(account().id(), child, reason)
        .then(&toast(),
              [page = QPointer(this), &toast = toast()](const Result<account::ProfileId> &begun) {
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
        toast().say(wordsOf(begun.error()));
    if (!begun && begun.error().kind == Error::Kind::NotFound)
        refresh(); // it may have left
    follow();
}

void OrganisationPage::setInheritance(const api::UserId &child, const api::Inheritance &wanted)
{
    m_store.setInheritance(child, wanted)
        .then(&toast(), [page = QPointer(this), &toast = toast(),
                         child](const Result<api::ChildAccount> &set) {
            ChildRow *const row = page ? page->m_children->row(child) : nullptr;
            if (!set)
                return tellFailure(row, toast, set.error());
            toast.say(tr("Saved."));
            if (row)
                row->showChanged();
        });
}

void OrganisationPage::leave()
{
    m_store.leave().then(&toast(),
                         [page = QPointer(this), &toast = toast()](const Result<Nothing> &left) {
                             if (left)
                                 toast.say(tr("Your account is yours alone now."));
                             else
                                 tellFailure(page ? page->m_parent : nullptr, toast, left.error());
                         });
}

void OrganisationPage::retranslate()
{
    body()->setWords(tr("Loading the organisation…"), tr("The organisation could not be loaded"));
    header()->setTitle(tr("Organisation"));
    header()->setSubtitle(tr("Accounts that you make for others, and act in for them."));
    m_parentCard->setTitle(tr("Who made your account"));
    setWords({.add = tr("Make an acco&unt"),
              .adding = tr("New account for somebody else"),
              .none = tr("No accounts for others"),
              .why = tr("You can make accounts for people you look after. You see who they are, "
                        "and can act in their accounts for 30 minutes at a time.")});
    follow();
}

} // namespace latchkey::ui
