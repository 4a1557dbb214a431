#pragma once

#include "storage/database.h"

namespace latchkey::storage {

/// Everything or nothing: what is not committed is rolled back.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    Result<Nothing> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {}

    Database *m_database;
};

} // namespace latchkey::storage
