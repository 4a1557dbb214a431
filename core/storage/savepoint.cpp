#include "storage/savepoint.h"

#include <utility>

namespace latchkey::storage {

using namespace Qt::StringLiterals;

// One name serves all: they nest, and each word means the innermost.

Result<Savepoint> Savepoint::begin(Database &database)
{
    return database.execute(u"SAVEPOINT part"_s).map([&database](Nothing) {
        return Savepoint(database);
    });
}

Savepoint::~Savepoint()
{
    if (m_database)
        std::ignore = takeBack();
}

Savepoint::Savepoint(Savepoint &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{}

Result<Nothing> Savepoint::keep()
{
    auto kept = m_database->execute(u"RELEASE SAVEPOINT part"_s);
    if (kept)
        m_database = nullptr;
    return kept;
}

Result<Nothing> Savepoint::takeBack()
{
    Database *database = std::exchange(m_database, nullptr);
    return database->execute(u"ROLLBACK TO SAVEPOINT part"_s).and_then([database](Nothing) {
        return database->execute(u"RELEASE SAVEPOINT part"_s);
    });
}

} // namespace latchkey::storage
