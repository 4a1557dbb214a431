#include "server/store/writestore.h"

#include "server/store/databasefile.h"
#include "storage/database.h"
#include "storage/migrations.h"

// A static library's resources are only there once somebody names them.
static void nameResources()
{
    Q_INIT_RESOURCE(serversql);
}

namespace latchkey::server {

using namespace Qt::StringLiterals;

WriteStore::WriteStore(std::unique_ptr<storage::Database> database, const StoreOptions &options,
                       const Clock &clock, const Secret &throttleKey)
    : m_database(std::move(database))
    , settings(*m_database)
    , users(*m_database, clock)
    , sessions(*m_database, clock, options.sessions)
    , throttle(*m_database, clock, throttleKey, options.throttle)
    , audit(*m_database, clock)
    , events(*m_database, clock, users, sessions, settings, &notices)
    , idempotencyKeys(*m_database, clock)
    , setup(*m_database, settings)
{}

WriteStore::~WriteStore() = default;

Result<std::unique_ptr<WriteStore>> WriteStore::open(const StoreOptions &options,
                                                     const Clock &clock)
{
    nameResources();
    countNoMemory();
    storage::DatabaseAddress address = options.database;
    address.applicationId = storeApplicationId;
    address.access = storage::DatabaseAddress::Access::ReadWrite;
    auto database = storage::Database::open(address);
    if (!database)
        return failure(std::move(database).error());
    const auto migrated =
        storage::Migrations::load(u":/latchkey/server/sql"_s).and_then([&](const auto &steps) {
            return steps.apply(**database);
        });
    if (!migrated)
        return failure(migrated.error());
    const auto key = Settings(**database).key(u"throttleKey"_s);
    if (!key)
        return failure(key.error());
    std::unique_ptr<WriteStore> store(new WriteStore(*std::move(database), options, clock, *key));
    return store;
}

} // namespace latchkey::server
