#include "authorizations/authorizationspage.h"

#include "account/account.h"
#include "authorizations/authorizationform.h"
#include "authorizations/authorizationscard.h"
#include "kit/copyline.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "sessions/accountbody.h"

#include <QPointer>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::AuthorizationStore;

AuthorizationsPage::AuthorizationsPage(account::Account &account, AuthorizationStore &store,
                                       const Clock &clock, Toast &toast, QWidget *parent)
    : ListPage(account, u"door"_s, toast, parent)
    , m_store(store)
    , m_form(new AuthorizationForm)
    , m_given(new AuthorizationsCard(AuthorizationSide::Given, store, clock))
    , m_received(new AuthorizationsCard(AuthorizationSide::Received, store, clock))
    , m_ownId(new CopyLine)
{
    body()->goWithSession();
    build(m_form, {adding(), m_given, m_received, none(), m_ownId});
    scroll()->column()->setStretchFactor(none(), 1);
    listen();
    retranslate();
}

void AuthorizationsPage::listen()
{
    connect(&m_store, &AuthorizationStore::changed, this, &AuthorizationsPage::follow);
    connect(&m_store, &AuthorizationStore::loadingChanged, this, &AuthorizationsPage::follow);
    connect(m_form, &AuthorizationForm::giveRequested, this, &AuthorizationsPage::give);
    for (const AuthorizationsCard *card : {m_given, m_received}) {
        connect(card, &AuthorizationsCard::changeRequested, this, &AuthorizationsPage::change);
        connect(card, &AuthorizationsCard::editRequested, this, &AuthorizationsPage::edit);
        connect(card, &AuthorizationsCard::revokeRequested, this, &AuthorizationsPage::revoke);
    }
}

void AuthorizationsPage::refresh()
{
    m_store.want();
    if (account().state().isSignedIn())
        m_store.load();
}

bool AuthorizationsPage::hasUnsavedChanges() const
{
    return ListPage::hasUnsavedChanges() || m_given->isTyping() || m_received->isTyping();
}

void AuthorizationsPage::follow()
{
    const bool isShown = followLoad(m_store.isLoaded(), m_store.lastError(), m_store.isLoading());
    followAdding(isShown, m_store.isEmpty(), m_store.canGive());
    for (AuthorizationsCard *card : {m_given, m_received}) {
        card->setVisible(!m_store.isEmpty());
        card->follow(isUsable());
    }
    tellOwnId();
    Q_EMIT unsavedChanged();
}

void AuthorizationsPage::tellOwnId()
{
    const auto &user = account().user();
    const bool isTold = user && !user->id.isEmpty();
    m_ownId->setVisible(isTold);
    if (isTold)
        m_ownId->setText(user->id.text());
}

void AuthorizationsPage::give(const api::CreateAuthorization &wanted)
{
    takeIn(m_store.give(wanted), [](const api::Authorization &given) {
        return tr("You let %1 in now.", "%1 is a person").arg(api::nameOf(given.receiver));
    });
}

AuthorizationRow *AuthorizationsPage::row(const api::AuthorizationId &id) const
{
    AuthorizationRow *const given = m_given->row(id);
    return given ? given : m_received->row(id);
}

void AuthorizationsPage::change(const api::UpdateAuthorization &wanted)
{
    m_store.change(wanted).then(&toast(), [page = QPointer(this), &toast = toast(), id = wanted.id](
                                              const Result<api::Authorization> &changed) {
        AuthorizationRow *const row = page ? page->row(id) : nullptr;
        if (!changed)
            return tellFailure(row, toast, changed.error());
        toast.say(tr("Saved."));
        if (row)
            row->showChanged();
    });
}

void AuthorizationsPage::edit(const api::AuthorizationId &id, const api::UpdateAccount &wanted)
{
    m_store.editAccount(wanted).then(
        &toast(), [page = QPointer(this), &toast = toast(), id](const Result<api::User> &edited) {
            AuthorizationRow *const row = page ? page->row(id) : nullptr;
            if (edited)
                toast.say(tr("Saved."));
            else
                tellFailure(row, toast, edited.error());
            if (row && edited) {
                row->showChanged();
                row->tellSeen(AuthorizationRow::Seen(*edited));
            } else if (row && edited.error().kind == Error::Kind::Conflict) {
                row->lookAnew();
            }
        });
}

void AuthorizationsPage::revoke(const api::AuthorizationId &id)
{
    const bool isGiven = m_given->row(id) != nullptr;
    m_store.revoke(id).then(&toast(), [page = QPointer(this), &toast = toast(), id,
                                       isGiven](const Result<api::Authorization> &revoked) {
        if (!revoked)
            return tellFailure(page ? page->row(id) : nullptr, toast, revoked.error());
        toast.say(isGiven ? tr("%1 can no longer do that.", "%1 is a person")
                                .arg(api::nameOf(revoked->receiver))
                          : tr("%1 no longer lets you do that.", "%1 is a person")
                                .arg(api::nameOf(revoked->giver)));
    });
}

void AuthorizationsPage::retranslate()
{
    body()->setWords(tr("Loading who may look in…"), tr("Who may look in could not be loaded"));
    header()->setTitle(tr("Shared access"));
    header()->setSubtitle(tr("Who may look into your account, and whose you may look into."));
    setWords({.add = tr("Let &somebody in"),
              .adding = tr("Let somebody else in"),
              .none = tr("Nobody is let in"),
              .why = tr("You can let somebody you trust see your profile, or where you are signed "
                        "in, without your password. You can take it back at any time.")});
    m_ownId->setWords(tr("Whoever lets you into their account needs the ID of yours:"),
                      tr("ID of your account"));
    follow();
}

} // namespace latchkey::ui
