#pragma once

#include "server/store/apisessions.h"
#include "server/store/audit.h"
#include "server/store/authorizations.h"
#include "server/store/childaccounts.h"
#include "server/store/credits.h"
#include "server/store/eventlog.h"
#include "server/store/factors.h"
#include "server/store/grants.h"
#include "server/store/hotsessionread.h"
#include "server/store/identities.h"
#include "server/store/preferencelist.h"
#include "server/store/plans.h"
#include "server/store/providers.h"
#include "server/store/recoverycodes.h"
#include "server/store/sessionlist.h"
#include "server/store/sessions.h"
#include "server/store/settings.h"
#include "server/store/setup.h"
#include "server/store/startedresets.h"
#include "server/store/storeoptions.h"
#include "server/store/throttle.h"
#include "server/store/trusteddevices.h"
#include "server/store/users.h"

#include <memory>

namespace latchkey::server {

/// What a loop thread reads by: repositories over a connection of its own that can't write. The
/// writer has opened the database before. Belongs to the thread that opened it.
class ReadStore
{
public:
    static Result<std::unique_ptr<ReadStore>> open(const StoreOptions &options, const Clock &clock);
    ~ReadStore();

    storage::Database &database() { return *m_database; }
    HotSessionRead &hotSessions() { return *m_hotSessions; }

private:
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<HotSessionRead> m_hotSessions;

    ReadStore(std::unique_ptr<storage::Database> database, const StoreOptions &options,
              const Clock &clock, const Secret &throttleKey);

public:
    Settings settings;
    Users users;
    Sessions sessions;
    SessionList sessionList;
    ApiSessions apiSessions;
    Grants grants;
    Authorizations authorizations;
    PreferenceList preferences;
    ChildAccounts childAccounts;
    Credits credits;
    Plans plans;
    Providers providers;
    Identities identities;
    Factors factors;
    RecoveryCodes recoveryCodes;
    TrustedDevices trustedDevices;
    StartedResets startedResets;
    Throttle throttle;
    Audit audit;
    EventLog events;
    Setup setup;
};

} // namespace latchkey::server
