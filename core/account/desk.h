#pragma once

#include "account/account.h"
#include "account/apisessionstore.h"
#include "account/authorizationstore.h"
#include "account/creditstore.h"
#include "account/eventfeed.h"
#include "account/factorstore.h"
#include "account/grantstore.h"
#include "account/identitystore.h"
#include "account/organisationstore.h"
#include "account/renewal.h"
#include "account/sessionstore.h"

namespace latchkey::account {

/// What stands around one account.
struct Desk
{
    Desk(const ProfileId &id, Profiles &profiles, SecretKeeping &keeping,
         const Surroundings &surroundings);

    /// Events may have been missed: asks for whatever is shown of the account.
    void refresh();

    Account account;
    SessionStore sessions;
    FactorStore factors;
    IdentityStore identities;
    ApiSessionStore apiSessions;
    GrantStore grants;
    AuthorizationStore authorizations;
    OrganisationStore organisation;
    CreditStore credits;
    EventFeed feed;
    Renewal renewal;
    bool isToBeWritten = false;
};

} // namespace latchkey::account
