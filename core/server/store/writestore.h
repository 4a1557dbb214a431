#pragma once

#include "server/store/apisessions.h"
#include "server/store/audit.h"
#include "server/store/authorizations.h"
#include "server/store/challenges.h"
#include "server/store/childaccounts.h"
#include "server/store/credits.h"
#include "server/store/emailchanges.h"
#include "server/store/eventlog.h"
#include "server/store/factors.h"
#include "server/store/grants.h"
#include "server/store/idempotencykeys.h"
#include "server/store/identities.h"
#include "server/store/messages.h"
#include "server/store/notices.h"
#include "server/store/plans.h"
#include "server/store/postqueue.h"
#include "server/store/preferencelist.h"
#include "server/store/providers.h"
#include "server/store/providervisits.h"
#include "server/store/recoverycodes.h"
#include "server/store/sentcodes.h"
#include "server/store/sessions.h"
#include "server/store/settings.h"
#include "server/store/setup.h"
#include "server/store/signups.h"
#include "server/store/startedresets.h"
#include "server/store/storeoptions.h"
#include "server/store/throttle.h"
#include "server/store/trusteddevices.h"
#include "server/store/users.h"
#include "server/store/vault.h"

#include <memory>

namespace latchkey::server {

/// Every repository over the one connection that writes. Belongs to the writer's thread.
class WriteStore
{
public:
    /// Opens, or makes, the database and brings it to its newest form. Server `vaultKeyMissing` or
    /// `vaultKeyWrong` where its vault has no key, or another; it is left as it was.
    static Result<std::unique_ptr<WriteStore>> open(const StoreOptions &options,
                                                    const Clock &clock);
    ~WriteStore();

    storage::Database &database() { return *m_database; }

private:
    std::unique_ptr<storage::Database> m_database;

    WriteStore(std::unique_ptr<storage::Database> database, const StoreOptions &options,
               const Clock &clock, const Secret &throttleKey, Vault ownVault);

public:
    const Vault vault;
    Notices notices;
    Settings settings;
    Users users;
    Sessions sessions;
    ApiSessions apiSessions;
    Grants grants;
    Authorizations authorizations;
    PreferenceList preferences;
    ChildAccounts childAccounts;
    Credits credits;
    Plans plans;
    Providers providers;
    ProviderVisits providerVisits;
    Identities identities;
    Factors factors;
    RecoveryCodes recoveryCodes;
    Challenges challenges;
    SentCodes sentCodes;
    EmailChanges emailChanges;
    TrustedDevices trustedDevices;
    SignUps signUps;
    StartedResets startedResets;
    Throttle throttle;
    Audit audit;
    EventLog events;
    IdempotencyKeys idempotencyKeys;
    Setup setup;
    Messages messages;
    PostQueue post;
};

} // namespace latchkey::server
