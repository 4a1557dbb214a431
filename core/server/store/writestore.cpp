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

namespace {

const QString fingerprintSetting = u"vaultFingerprint"_s;

/// Before anything is changed: what was written with another key must not be mixed with ours.
Result<Vault> openVault(storage::Database &database, const MasterKeySource &source)
{
    using Known = std::optional<QByteArray>;
    const auto known = database.hasTable(u"settings"_s)
                           ? Settings(database).value(fingerprintSetting)
                           : Result<Known>();
    if (!known)
        return failure(known.error());
    if (!source)
        return failure(Error::of(Error::Kind::Server, u"vaultKeyMissing"_s));
    return source(known->has_value()).and_then([&](const Secret &key) -> Result<Vault> {
        Vault vault(key);
        if (*known && !vault.fingerprint().matches(Secret(**known)))
            return failure(Error::of(Error::Kind::Server, u"vaultKeyWrong"_s));
        return vault;
    });
}

Result<Nothing> keepFingerprint(Settings &settings, const Vault &vault)
{
    return settings.value(fingerprintSetting).and_then([&](const auto &known) {
        return known ? Result<Nothing>()
                     : settings.setValue(fingerprintSetting, vault.fingerprint().reveal());
    });
}

} // namespace

WriteStore::WriteStore(std::unique_ptr<storage::Database> database, const StoreOptions &options,
                       const Clock &clock, const Secret &throttleKey, Vault ownVault)
    : m_database(std::move(database))
    , vault(std::move(ownVault))
    , settings(*m_database)
    , users(*m_database, clock)
    , sessions(*m_database, clock, options.sessions)
    , apiSessions(*m_database, clock, options.sessions)
    , grants(*m_database, clock)
    , authorizations(*m_database, clock)
    , preferences(*m_database)
    , childAccounts(*m_database, clock)
    , credits(*m_database, clock)
    , plans(*m_database, clock)
    , providers(*m_database, clock, &vault)
    , providerVisits(*m_database, clock, vault)
    , identities(*m_database, clock)
    , factors(*m_database, clock, &vault)
    , recoveryCodes(*m_database, clock, &vault)
    , challenges(*m_database, clock)
    , sentCodes(*m_database, clock, vault, options.sentCodes)
    , emailChanges(*m_database, clock, vault)
    , trustedDevices(*m_database, clock)
    , signUps(*m_database, clock, vault)
    , startedResets(*m_database, clock, &vault)
    , throttle(*m_database, clock, throttleKey, options.throttle)
    , audit(*m_database, clock)
    , events(*m_database, clock, users, sessions, settings, &notices)
    , idempotencyKeys(*m_database, clock)
    , setup(*m_database, settings)
    , messages(*m_database, clock, vault, options.post)
    , post(*m_database, clock, vault, messages, notices, options.post)
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
    auto vault = openVault(**database, options.masterKey);
    if (!vault)
        return failure(std::move(vault).error());
    const auto migrated =
        storage::Migrations::load(u":/latchkey/server/sql"_s).and_then([&](const auto &steps) {
            return steps.apply(**database);
        });
    if (!migrated)
        return failure(migrated.error());
    Settings settings(**database);
    if (auto kept = keepFingerprint(settings, *vault); !kept)
        return failure(std::move(kept).error());
    const auto key = settings.key(throttleKeySetting);
    if (!key)
        return failure(key.error());
    std::unique_ptr<WriteStore> store(
        new WriteStore(*std::move(database), options, clock, *key, *std::move(vault)));
    return store;
}

} // namespace latchkey::server
