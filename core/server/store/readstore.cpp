#include "server/store/readstore.h"

#include "server/store/databasefile.h"
#include "storage/database.h"

namespace latchkey::server {

ReadStore::ReadStore(std::unique_ptr<storage::Database> database, const StoreOptions &options,
                     const Clock &clock, const Secret &throttleKey)
    : m_database(std::move(database))
    , settings(*m_database)
    , users(*m_database, clock)
    , sessions(*m_database, clock, options.sessions)
    , sessionList(*m_database, clock, options.sessions)
    , apiSessions(*m_database, clock, options.sessions)
    , grants(*m_database, clock)
    , authorizations(*m_database, clock)
    , preferences(*m_database)
    , childAccounts(*m_database, clock)
    , credits(*m_database, clock)
    , plans(*m_database, clock)
    , providers(*m_database, clock, nullptr)
    , identities(*m_database, clock)
    , factors(*m_database, clock)
    , recoveryCodes(*m_database, clock)
    , trustedDevices(*m_database, clock)
    , startedResets(*m_database, clock)
    , throttle(*m_database, clock, throttleKey, options.throttle)
    , audit(*m_database, clock)
    , events(*m_database, clock, users, sessions, settings)
    , setup(*m_database, settings)
{}

ReadStore::~ReadStore() = default;

Result<std::unique_ptr<ReadStore>> ReadStore::open(const StoreOptions &options, const Clock &clock)
{
    countNoMemory();
    storage::DatabaseAddress address = options.database;
    address.applicationId = storeApplicationId;
    address.access = storage::DatabaseAddress::Access::ReadOnly;
    auto database = storage::Database::open(address);
    if (!database)
        return failure(std::move(database).error());
    const auto key = Settings(**database).value(throttleKeySetting);
    if (!key)
        return failure(key.error());
    std::unique_ptr<ReadStore> store(
        new ReadStore(*std::move(database), options, clock, Secret(key->value_or(QByteArray()))));
    auto hot = HotSessionRead::open(*store->m_database);
    if (!hot)
        return failure(std::move(hot).error());
    store->m_hotSessions = *std::move(hot);
    return store;
}

} // namespace latchkey::server
