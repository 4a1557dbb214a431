#pragma once

#include "storage/database.h"

#include <QList>
#include <QString>

namespace latchkey::storage {

/// The steps by which a database came to its present form: files `NNNN-name.sql`, numbered from 1
/// without a gap. Each is applied once, in one transaction together with its number.
class Migrations
{
public:
    /// `folder` may be inside the program, e.g. `:/latchkey/server/sql`.
    static Result<Migrations> load(const QString &folder);

    int newest() const { return int(m_steps.size()); }

    /// Brings the database to the newest form. One that fails leaves it as the one before it did.
    /// A database of a later program is refused with `databaseNewer`.
    Result<Nothing> apply(Database &database) const;

    static Result<int> versionOf(Database &database);

private:
    struct Step
    {
        int number = 0;
        QString name;
        QStringList statements;
    };

    Result<Nothing> applyOne(Database &database, const Step &step) const;

    QList<Step> m_steps;
};

} // namespace latchkey::storage
