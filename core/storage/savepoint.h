#pragma once

#include "storage/database.h"

namespace latchkey::storage {

/// A part of a transaction that can be taken back alone; it is, unless it is kept.
class Savepoint
{
public:
    static Result<Savepoint> begin(Database &database);
    ~Savepoint();
    Savepoint(Savepoint &&other) noexcept;
    Savepoint &operator=(Savepoint &&) = delete;

    Result<Nothing> keep();
    /// Refuses where the database has already taken back the whole transaction.
    Result<Nothing> takeBack();

private:
    explicit Savepoint(Database &database)
        : m_database(&database)
    {}

    Database *m_database;
};

} // namespace latchkey::storage
