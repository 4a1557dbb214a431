#include "storage/migrations.h"

#include "base/log.h"
#include "storage/databaseerror.h"
#include "storage/sqlscript.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace latchkey::storage {

using namespace Qt::StringLiterals;

using Durability = DatabaseAddress::Durability;

namespace {

Error broken(const QString &detail)
{
    return Error::of(Error::Kind::Server, u"migrationBroken"_s, detail);
}

/// A statement that the tables don't take breaks the step; a disk that fails, or somebody who holds
/// the database, does not.
Error brokenBy(Error error, const QString &step)
{
    const QString detail = step + u": "_s + error.detail;
    const bool isStatement = error.code == QLatin1StringView(code::refused) ||
                             error.code == QLatin1StringView(code::constraint) ||
                             error.code == QLatin1StringView(code::notUnique);
    if (isStatement)
        return broken(detail);
    error.detail = detail;
    return error;
}

} // namespace

Result<Migrations> Migrations::load(const QString &folder)
{
    static const QRegularExpression named(u"^([0-9]{4})-[a-z0-9-]+\\.sql$"_s);
    Migrations migrations;
    const QDir directory(folder);
    const QStringList files = directory.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        const auto match = named.match(name);
        const int number = int(migrations.m_steps.size()) + 1;
        if (!match.hasMatch() || match.captured(1).toInt() != number)
            return failure(broken(name + u" is not step "_s + QString::number(number)));
        QFile file(directory.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return failure(broken(name + u": "_s + file.errorString()));
        const auto statements = splitScript(QString::fromUtf8(file.readAll()));
        if (!statements)
            return failure(broken(name + u": "_s + statements.error().detail));
        migrations.m_steps.append({number, name, *statements});
    }
    if (migrations.m_steps.isEmpty())
        return failure(broken(u"no migrations in "_s + folder));
    return migrations;
}

Result<int> Migrations::versionOf(Database &database)
{
    if (!database.hasTable(u"schema_versions"_s))
        return 0;
    Statement newest(database, u"SELECT MAX(version) FROM schema_versions"_s);
    return newest.next().map([&newest](bool) { return int(newest.integer(0)); });
}

Result<Nothing> Migrations::apply(Database &database) const
{
    const auto version = versionOf(database);
    if (!version)
        return failure(version.error());
    if (*version > newest()) {
        return failure(Error::of(
            Error::Kind::Server, QString::fromLatin1(code::newer),
            u"the database has version %1, this program knows %2"_s.arg(*version).arg(newest())));
    }
    if (*version == newest())
        return Nothing();
    // A step may make a table anew: what points at it must not go with the old one. Inside a
    // transaction this can't be switched, so each step is checked as a whole before it counts.
    if (auto off = database.run(u"PRAGMA foreign_keys = OFF"_s); !off)
        return off;
    // A step that a power cut takes is applied again; the first commit after them keeps them all.
    if (auto eased = database.setDurability(Durability::Normal); !eased)
        return eased;
    for (const Step &step : m_steps.mid(*version)) {
        if (auto applied = applyOne(database, step); !applied)
            return applied;
    }
    return database.setDurability(database.address().durability).and_then([&](Nothing) {
        return database.run(u"PRAGMA foreign_keys = ON"_s);
    });
}

Result<Nothing> Migrations::applyOne(Database &database, const Step &step) const
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(std::move(transaction).error());
    // Another process may have been faster; now that we hold the lock, it can't any more.
    const auto version = versionOf(database);
    if (!version || *version >= step.number)
        return version ? Result<Nothing>() : failure(version.error());
    QStringList statements = step.statements;
    if (step.number == 1) {
        statements.prepend(u"CREATE TABLE schema_versions (version INTEGER PRIMARY KEY, "
                           "name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT"_s);
    }
    for (const QString &statement : statements) {
        if (const auto run = database.run(statement); !run)
            return failure(brokenBy(run.error(), step.name));
    }
    Statement dangling(database, u"PRAGMA foreign_key_check"_s);
    if (const auto found = dangling.next(); !found || *found)
        return found ? failure(broken(step.name + u": "_s + dangling.text(0)))
                     : failure(found.error());
    Statement note(database,
                   u"INSERT INTO schema_versions (version, name, applied_at) VALUES (?, ?, ?)"_s);
    note.bind(step.number, step.name, QDateTime::currentMSecsSinceEpoch());
    if (auto noted = note.execute(); !noted)
        return failure(std::move(noted).error());
    qCInfo(logStorage).noquote() << "applied" << step.name;
    return transaction->commit();
}

} // namespace latchkey::storage
