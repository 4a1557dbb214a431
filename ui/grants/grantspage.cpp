#include "grants/grantspage.h"

#include "account/account.h"
#include "grants/grantform.h"
#include "grants/grantscard.h"
#include "kit/copyline.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "sessions/accountbody.h"

#include <QPointer>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::GrantStore;

GrantsPage::GrantsPage(account::Account &account, GrantStore &store, const Clock &clock,
                       Toast &toast, QWidget *parent)
    : ListPage(account, u"users"_s, toast, parent)
    , m_store(store)
    , m_form(new GrantForm)
    , m_received(new GrantsCard(GrantSide::Received, store, clock))
    , m_given(new GrantsCard(GrantSide::Given, store, clock))
    , m_ownId(new CopyLine)
{
    build(m_form, {adding(), m_received, m_given, none(), m_ownId});
    scroll()->column()->setStretchFactor(none(), 1);
    listen();
    retranslate();
}

void GrantsPage::listen()
{
    connect(&m_store, &GrantStore::changed, this, &GrantsPage::follow);
    connect(&m_store, &GrantStore::loadingChanged, this, &GrantsPage::follow);
    connect(m_form, &GrantForm::giveRequested, this, &GrantsPage::give);
    for (const GrantsCard *card : {m_received, m_given}) {
        connect(card, &GrantsCard::changeRequested, this, &GrantsPage::change);
        connect(card, &GrantsCard::endRequested, this, &GrantsPage::end);
    }
}

void GrantsPage::refresh()
{
    m_store.want();
    if (account().state().isSignedIn())
        m_store.load();
}

bool GrantsPage::hasUnsavedChanges() const
{
    return ListPage::hasUnsavedChanges() || m_received->isTyping() || m_given->isTyping();
}

void GrantsPage::follow()
{
    const bool isShown = followLoad(m_store.isLoaded(), m_store.lastError(), m_store.isLoading());
    const bool isEmpty = m_store.received().isEmpty() && m_store.given().isEmpty();
    followAdding(isShown, isEmpty, m_store.canGive());
    for (GrantsCard *card : {m_received, m_given}) {
        card->setVisible(!isEmpty);
        card->follow(isUsable());
    }
    tellOwnId();
    Q_EMIT unsavedChanged();
}

void GrantsPage::tellOwnId()
{
    const auto &user = account().user();
    const bool isTold = user && !user->id.isEmpty();
    m_ownId->setVisible(isTold);
    if (isTold)
        m_ownId->setText(user->id.text());
}

void GrantsPage::give(const api::CreateGrant &wanted)
{
    takeIn(m_store.give(wanted), [](const api::Grant &given) {
        return tr("%1 has a subscription from you now.", "%1 is a person")
            .arg(api::nameOf(given.receiver));
    });
}

GrantRow *GrantsPage::row(const api::GrantId &id) const
{
    GrantRow *const given = m_given->row(id);
    return given ? given : m_received->row(id);
}

void GrantsPage::change(const api::UpdateGrant &wanted)
{
    m_store.change(wanted).then(&toast(), [page = QPointer(this), &toast = toast(),
                                           id = wanted.id](const Result<api::Grant> &changed) {
        GrantRow *const row = page ? page->row(id) : nullptr;
        if (!changed)
            return tellFailure(row, toast, changed.error());
        toast.say(tr("Saved."));
        if (row)
            row->showChanged();
    });
}

void GrantsPage::end(const api::GrantId &id)
{
    m_store.end(id).then(
        &toast(), [page = QPointer(this), &toast = toast(), id](const Result<api::Grant> &ended) {
            if (ended)
                toast.say(tr("The subscription has ended."));
            else
                tellFailure(page ? page->row(id) : nullptr, toast, ended.error());
        });
}

void GrantsPage::retranslate()
{
    body()->setWords(tr("Loading the subscriptions…"), tr("The subscriptions could not be loaded"));
    header()->setTitle(tr("Subscription grants"));
    header()->setSubtitle(tr("Subscriptions that you give to others, and have from them."));
    setWords({.add = tr("Give a s&ubscription"),
              .adding = tr("New subscription for somebody else"),
              .none = tr("No subscriptions from one to another"),
              .why = tr("Nobody has given you a subscription, and you have given nobody one.")});
    m_ownId->setWords(tr("Whoever gives you a subscription needs the ID of your account:"),
                      tr("ID of your account"));
    follow();
}

} // namespace latchkey::ui
