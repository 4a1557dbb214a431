#include "storage/transaction.h"

#include <utility>

namespace latchkey::storage {

Result<Transaction> Transaction::begin(Database &database)
{
    return database.begin().map([&database](Nothing) { return Transaction(database); });
}

Transaction::~Transaction()
{
    // The database may have taken it back already (disk full): then there is nothing left to do.
    if (m_database)
        std::ignore = m_database->rollback();
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{}

Result<Nothing> Transaction::commit()
{
    auto done = m_database->commit();
    if (done)
        m_database = nullptr;
    return done;
}

} // namespace latchkey::storage
