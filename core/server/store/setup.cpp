#include "server/store/setup.h"

#include "server/store/token.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

const QString codeSetting = u"setupCodeHash"_s;

// Without letters that look like digits, for it is copied from a terminal by eye.
constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

QByteArray hashOf(const Secret &code)
{
    QByteArray plain;
    for (const char c : code.reveal().toUpper()) {
        if (c != '-' && c != ' ')
            plain.append(c);
    }
    return sha256(plain);
}

} // namespace

Setup::Setup(storage::Database &database)
    : m_database(database)
{}

Result<bool> Setup::isFirstAccountPending()
{
    Statement statement(m_database, u"SELECT EXISTS (SELECT 1 FROM users)"_s);
    return statement.next().map([&](bool) { return !statement.boolean(0); });
}

Result<bool> Setup::isCodeRequired()
{
    return value(codeSetting).map([](const auto &hash) { return hash.has_value(); });
}

Result<Secret> Setup::issueCode()
{
    // 100 bits: nobody guesses it, so its tries need no counting.
    QByteArray code;
    for (const char c : randomBytes(20)) {
        if (code.size() % 6 == 5)
            code.append('-');
        code.append(alphabet[c & 31]);
    }
    const Secret secret(code);
    return setValue(codeSetting, hashOf(secret)).map([&](Nothing) { return secret; });
}

Result<Nothing> Setup::admit(const std::optional<Secret> &code)
{
    return value(codeSetting).and_then([&](const auto &hash) -> Result<Nothing> {
        if (!hash || (code && Secret(*hash).matches(Secret(hashOf(*code)))))
            return Nothing();
        return failure(Error::rejected(u"setupCodeWrong"_s, u"setupCode"_s));
    });
}

Result<Nothing> Setup::withdrawCode()
{
    Statement remove(m_database, u"DELETE FROM settings WHERE name = ?"_s);
    remove.bind(codeSetting);
    return remove.execute().map([](qint64) { return Nothing(); });
}

Result<Secret> Setup::key(const QString &name)
{
    Statement insert(m_database, u"INSERT INTO settings (name, value) VALUES (?, ?) "
                                 "ON CONFLICT (name) DO NOTHING"_s);
    insert.bind(name, randomBytes(32));
    if (auto made = insert.execute(); !made)
        return failure(std::move(made).error());
    return value(name).map([](const auto &bytes) { return Secret(*bytes); });
}

Result<Nothing> Setup::tryWriting()
{
    return setValue(u"triedWriting"_s, randomBytes(8)); // the same bytes again would not be written
}

Result<std::optional<QByteArray>> Setup::value(const QString &name)
{
    Statement statement(m_database, u"SELECT value FROM settings WHERE name = ?"_s);
    statement.bind(name);
    return statement.next().map(
        [&](bool found) { return found ? std::optional(statement.bytes(0)) : std::nullopt; });
}

Result<Nothing> Setup::setValue(const QString &name, const QByteArray &value)
{
    Statement insert(m_database, u"INSERT INTO settings (name, value) VALUES (?, ?) "
                                 "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s);
    insert.bind(name, value);
    return insert.execute().map([](qint64) { return Nothing(); });
}

} // namespace latchkey::server
