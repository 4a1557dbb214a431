#include "server/store/hotsessionread.h"

#include "server/store/token.h"
#include "storage/database.h"
#include "storage/databaseerror.h"

#include <QSqlError>
#include <QVariant>

#include <sqlite3.h>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view standing = "SELECT s.id, s.kind, s.end_reason, u.id, u.role, "
                                      "s.last_active_at, s.proven_at, s.expires_at, "
                                      "s.token_made_at, s.former_until";

/// By HotSession::Told.
constexpr std::array<std::string_view, 3> more = {
    "",
    // Nobody acts in nearly all of them: without the CASE each opens the accounts once more.
    ", s.label, s.program, s.system, s.address, s.proof, s.started_at, s.reviewed, s.acting_user, "
    "CASE WHEN s.acting_user IS NOT NULL "
    "THEN (SELECT name FROM users WHERE users.id = s.acting_user) END, s.acting_reason",
    ", u.name, u.email, u.language, u.created_at, u.version, u.email_verified, u.phone, "
    "u.user_name, u.tag",
};

/// By the present token and by the former one.
constexpr std::array<std::string_view, 2> keys = {"s.place = ?2 AND s.token_hash = ?1",
                                                  "s.former_hash = ?1"};

std::string sqlFor(std::string_view columns, std::string_view key)
{
    return std::string(standing)
        .append(columns)
        .append(
            " FROM sessions s JOIN users u ON u.number = s.user_number AND u.id = s.user_id WHERE ")
        .append(key);
}

Error errorOf(sqlite3 *handle)
{
    return storage::toError(
        QSqlError(u"Hot read failed"_s, QString::fromUtf8(sqlite3_errmsg(handle)),
                  QSqlError::StatementError, QString::number(sqlite3_extended_errcode(handle))));
}

/// The columns of a row, one after the other.
class Columns
{
public:
    explicit Columns(sqlite3_stmt *row)
        : m_row(row)
    {}

    void take(std::string_view &text)
    {
        const auto *bytes = sqlite3_column_text(m_row, m_next);
        text = {reinterpret_cast<const char *>(bytes),
                static_cast<size_t>(sqlite3_column_bytes(m_row, m_next++))};
    }
    void take(std::int64_t &number) { number = sqlite3_column_int64(m_row, m_next++); }
    void take(bool &flag) { flag = sqlite3_column_int(m_row, m_next++) != 0; }

    template <class... Members>
    void into(Members &...members)
    {
        (take(members), ...);
    }

private:
    sqlite3_stmt *m_row;
    int m_next = 0;
};

HotSession::State stateOf(const HotSession &row, Timestamp now)
{
    if (row.endReason == "expired")
        return HotSession::State::Expired;
    if (!row.endReason.empty())
        return HotSession::State::Ended;
    return row.expiresAt <= now.time_since_epoch().count() ? HotSession::State::Expired
                                                           : HotSession::State::Live;
}

} // namespace

Result<std::unique_ptr<HotSessionRead>> HotSessionRead::open(storage::Database &database)
{
    const QVariant holder = database.handle();
    if (qstrcmp(holder.typeName(), "sqlite3*") != 0)
        return failure(Error::of(Error::Kind::Server, u"databaseUnsupported"_s));
    auto *handle = *static_cast<sqlite3 *const *>(holder.constData());
    std::unique_ptr<HotSessionRead> read(new HotSessionRead);
    const auto prepare = [handle](std::string_view sql, sqlite3_stmt **statement) {
        return sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()),
                                  SQLITE_PREPARE_PERSISTENT, statement, nullptr) == SQLITE_OK;
    };
    bool isReady = prepare("BEGIN", &read->m_begin) && prepare("COMMIT", &read->m_end);
    for (std::size_t told = 0; told < more.size(); ++told) {
        for (std::size_t key = 0; key < keys.size(); ++key)
            isReady =
                isReady && prepare(sqlFor(more[told], keys[key]), &read->m_finders[told][key]);
    }
    if (!isReady)
        return failure(errorOf(handle));
    return read;
}

HotSessionRead::~HotSessionRead()
{
    endTurn();
    for (const Finders &finders : m_finders)
        for (auto *finder : finders)
            sqlite3_finalize(finder);
    sqlite3_finalize(m_begin);
    sqlite3_finalize(m_end);
}

Result<Nothing> HotSessionRead::beginTurn()
{
    if (m_inTurn)
        return Nothing();
    const bool begun = sqlite3_step(m_begin) == SQLITE_DONE;
    Result<Nothing> outcome;
    if (!begun)
        outcome = failure(errorOf(sqlite3_db_handle(m_begin)));
    sqlite3_reset(m_begin);
    m_inTurn = begun;
    return outcome;
}

void HotSessionRead::endTurn()
{
    if (!m_inTurn)
        return;
    for (const Finders &finders : m_finders)
        for (auto *finder : finders)
            sqlite3_reset(finder);
    sqlite3_step(m_end); // a transaction that only read has nothing to fail with
    sqlite3_reset(m_end);
    m_inTurn = false;
}

Result<HotSession> HotSessionRead::find(QByteArrayView token, Timestamp now, HotSession::Told told,
                                        QByteArrayView realm)
{
    if (auto begun = beginTurn(); !begun)
        return failure(std::move(begun).error());
    m_hash = tokenHash(token, realm);
    HotSession row;
    const auto [present, former] = m_finders[static_cast<std::size_t>(told)];
    auto *found = present;
    auto isFound = step(present);
    if (isFound && !*isFound) {
        found = former;
        row.isFormer = true;
        isFound = step(former);
    }
    if (!isFound)
        return failure(std::move(isFound).error());
    if (!*isFound)
        return HotSession();
    Columns columns(found);
    columns.into(row.sessionId, row.kind, row.endReason, row.userId, row.role, row.lastActiveAt,
                 row.provenAt, row.expiresAt, row.tokenMadeAt, row.formerUntil);
    if (told == HotSession::Told::Session) {
        columns.into(row.label, row.program, row.system, row.address, row.proof, row.startedAt,
                     row.reviewed, row.actingUser, row.actingName, row.actingReason);
    } else if (told == HotSession::Told::Account) {
        columns.into(row.name, row.email, row.language, row.createdAt, row.version,
                     row.emailVerified, row.phone, row.userName, row.tag);
    }
    row.state = stateOf(row, now);
    return row;
}

Result<bool> HotSessionRead::step(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_bind_blob(statement, 1, m_hash.data(), static_cast<int>(m_hash.size()), SQLITE_STATIC);
    // The finder by a former token has no second place; binding it is refused and changes nothing.
    sqlite3_bind_int64(statement, 2, placeOf(m_hash));
    const int outcome = sqlite3_step(statement);
    if (outcome != SQLITE_DONE && outcome != SQLITE_ROW)
        return failure(errorOf(sqlite3_db_handle(statement)));
    return outcome == SQLITE_ROW;
}

} // namespace latchkey::server
