#include "account/desk.h"

namespace latchkey::account {

Desk::Desk(const ProfileId &id, Profiles &profiles, SecretKeeping &keeping,
           const Surroundings &surroundings)
    : account(id, profiles, keeping, surroundings)
    , sessions(account)
    , factors(account)
    , identities(account)
    , apiSessions(account, sessions)
    , grants(account)
    , authorizations(account)
    , organisation(account)
    , credits(account)
    , feed(account)
    , renewal(account)
{
    QObject::connect(&feed, &EventFeed::happened, &sessions, &SessionStore::take);
    QObject::connect(&feed, &EventFeed::happened, &factors, &FactorStore::take);
    QObject::connect(&feed, &EventFeed::happened, &identities, &IdentityStore::take);
    QObject::connect(&feed, &EventFeed::happened, &grants, &GrantStore::take);
    QObject::connect(&feed, &EventFeed::happened, &authorizations, &AuthorizationStore::take);
    QObject::connect(&feed, &EventFeed::happened, &organisation, &OrganisationStore::take);
    QObject::connect(&feed, &EventFeed::happened, &credits, &CreditStore::take);
}

void Desk::refresh()
{
    account.ask(api::Me{});
    sessions.load();
    factors.reload();
    identities.reload();
    apiSessions.reload();
    grants.reload();
    authorizations.reload();
    organisation.reload();
    credits.reload();
}

} // namespace latchkey::account
