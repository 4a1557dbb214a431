#include "stand.h"

#include "server/store/storeoptions.h"
#include "storage/database.h"
#include "storage/statement.h"

#include <sqlite3.h>

namespace latchkey::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray device =
    R"("device":{"label":"","program":"Test 1","system":"None","mark":"of the only device"})";

} // namespace

Stand::Stand(const Adjust &adjust, MakeCarriers carriers)
    : m_carriers(std::move(carriers))
{
    m_config.database = m_folder.filePath(u"accounts.db"_s);
    m_config.signUp = server::SignUpRule::Anybody;
    m_config.accessLog = false;
    m_config.loops = 2;
    restart(adjust);
}

void Stand::restart(const Adjust &adjust)
{
    if (adjust)
        adjust(m_config);
    server.reset();
    server = std::make_unique<server::AccountServer>(
        m_config, clock, m_carriers ? m_carriers() : server::Carriers());
    const auto started = server->start();
    if (!started)
        qFatal("%s", qPrintable(started.error().code + started.error().detail));
    running = *started;
}

QByteArray Stand::signUpBody(const QByteArray &name, const QByteArray &password,
                             const QByteArray &more)
{
    return R"({"name":")" + name + R"(","email":")" + name + R"(@example.com","password":")" +
           password + R"(","language":"en",)" + device + more + '}';
}

QByteArray Stand::signInBody(const QByteArray &email, const QByteArray &password)
{
    return R"({"login":")" + email + R"(","password":")" + password + R"(",)" + device + '}';
}

QByteArray Stand::signUp(const QByteArray &name)
{
    const Answer answer = Browser(port()).post("/v1/users", signUpBody(name));
    if (answer.status != 200)
        qWarning() << "sign-up refused:" << answer.body;
    const auto signedIn = answer.json().value(u"signedIn"_s).toObject();
    return signedIn.value(u"token"_s).toString().toLatin1();
}

QByteArray Stand::signIn(const QByteArray &name)
{
    const Answer answer = trySignIn(name + "@example.com", goodPassword);
    const auto signedIn = answer.json().value(u"signedIn"_s).toObject();
    return signedIn.value(u"token"_s).toString().toLatin1();
}

Answer Stand::trySignIn(const QByteArray &email, const QByteArray &password) const
{
    return Browser(port()).post("/v1/session", signInBody(email, password));
}

std::shared_ptr<void> Stand::holdWriting() const
{
    sqlite3 *raw = nullptr;
    const auto isOpen =
        sqlite3_open(qPrintable(m_config.database), &raw) == SQLITE_OK &&
        sqlite3_exec(raw, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!isOpen)
        qFatal("the database can't be held");
    return {raw, [](void *held) { sqlite3_close(static_cast<sqlite3 *>(held)); }};
}

void Stand::change(const QByteArray &sql) const
{
    sqlite3 *raw = nullptr;
    const bool isDone = sqlite3_open(qPrintable(m_config.database), &raw) == SQLITE_OK &&
                        sqlite3_busy_timeout(raw, 10'000) == SQLITE_OK &&
                        sqlite3_exec(raw, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(raw);
    if (!isDone)
        qFatal("the database can't be changed");
}

qint64 Stand::rows(const QString &table) const
{
    return number(u"SELECT COUNT(*) FROM "_s + table);
}

qint64 Stand::number(const QString &sql) const
{
    storage::DatabaseAddress address;
    address.path = m_config.database;
    address.applicationId = server::storeApplicationId;
    address.access = storage::DatabaseAddress::Access::ReadOnly;
    const auto database = storage::Database::open(address);
    if (!database)
        return -1;
    storage::Statement row(**database, sql);
    return row.next().map([&row](bool) { return row.integer(0); }).value_or(-1);
}

} // namespace latchkey::test
