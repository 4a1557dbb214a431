#include "server/store/signups.h"

#include "server/store/names.h"
#include "server/store/token.h"
#include "server/store/vault.h"
#include "storage/statement.h"

#include <QDataStream>
#include <QIODevice>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds waitsFor = std::chrono::minutes(15);

Secret toBytes(const WaitingSignUp &who)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << who.user.email << who.user.name << who.user.userName.value_or(QString())
           << storedName(who.user.language) << who.user.passwordHash.reveal() << who.device.label
           << who.device.program << who.device.system << who.device.mark.value_or(QString());
    return Secret(bytes);
}

WaitingSignUp fromBytes(const Secret &bytes)
{
    QDataStream stream(bytes.reveal());
    stream.setVersion(QDataStream::Qt_6_4);
    WaitingSignUp who;
    QString language;
    QString userName;
    QByteArray hash;
    QString mark;
    stream >> who.user.email >> who.user.name >> userName >> language >> hash >> who.device.label >>
        who.device.program >> who.device.system >> mark;
    if (!userName.isEmpty())
        who.user.userName = userName;
    if (!mark.isEmpty())
        who.device.mark = mark;
    who.user.language = fromStoredName<api::Language>(language);
    who.user.passwordHash = Secret(hash);
    return who;
}

} // namespace

SignUps::SignUps(storage::Database &database, const Clock &clock, const Vault &vault)
    : m_database(database)
    , m_clock(clock)
    , m_vault(vault)
{}

Result<api::SignUpId> SignUps::wait(const WaitingSignUp &who)
{
    const api::SignUpId id(newId("sgn"));
    Statement insert(m_database,
                     u"INSERT INTO sign_ups (id, sealed, expires_at) VALUES (?, ?, ?)"_s);
    insert.bind(id.text(), m_vault.seal(toBytes(who), id.text()), m_clock.now() + waitsFor);
    return insert.execute().map([&](qint64) { return id; });
}

Result<std::optional<WaitingSignUp>> SignUps::find(const api::SignUpId &id)
{
    Statement find(m_database, u"SELECT sealed FROM sign_ups WHERE id = ? AND expires_at > ?"_s);
    find.bind(id.text(), m_clock.now());
    return find.next().and_then([&](bool found) -> Result<std::optional<WaitingSignUp>> {
        if (!found)
            return std::nullopt;
        return m_vault.open(find.bytes(0), id.text()).map([](const Secret &bytes) {
            return std::optional(fromBytes(bytes));
        });
    });
}

Result<Nothing> SignUps::forget(const api::SignUpId &id)
{
    Statement remove(m_database, u"DELETE FROM sign_ups WHERE id = ?"_s);
    remove.bind(id.text());
    return remove.execute().map([](qint64) { return Nothing(); });
}

Result<qint64> SignUps::forgetOld(int limit)
{
    Statement remove(m_database, u"DELETE FROM sign_ups WHERE id IN (SELECT id FROM sign_ups "
                                 "WHERE expires_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now(), limit);
    return remove.execute();
}

} // namespace latchkey::server
