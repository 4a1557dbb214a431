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

#define LATCHKEY_FIND_SESSION                                                               \
    "SELECT s.id, s.kind, s.label, s.program, s.system, s.address, s.proof, s.end_reason, " \
    "s.started_at, s.last_active_at, s.proven_at, s.expires_at, s.reviewed, "               \
    "u.id, u.name, u.email, u.role, u.language, u.created_at, u.version, u.email_verified " \
    "FROM sessions s JOIN users u ON u.id = s.user_id WHERE "

constexpr std::string_view findSql = LATCHKEY_FIND_SESSION "s.token_hash = ?";
constexpr std::string_view findFormerSql = LATCHKEY_FIND_SESSION "s.former_hash = ?";

Error errorOf(sqlite3 *handle)
{
    return storage::toError(
        QSqlError(u"Hot read failed"_s, QString::fromUtf8(sqlite3_errmsg(handle)),
                  QSqlError::StatementError, QString::number(sqlite3_extended_errcode(handle))));
}

std::string_view text(sqlite3_stmt *row, int column)
{
    const auto *bytes = sqlite3_column_text(row, column);
    return {reinterpret_cast<const char *>(bytes),
            static_cast<size_t>(sqlite3_column_bytes(row, column))};
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
    if (!prepare(findSql, &read->m_find) || !prepare(findFormerSql, &read->m_findFormer) ||
        !prepare("BEGIN", &read->m_begin) || !prepare("COMMIT", &read->m_end))
        return failure(errorOf(handle));
    return read;
}

HotSessionRead::~HotSessionRead()
{
    endTurn();
    sqlite3_finalize(m_find);
    sqlite3_finalize(m_findFormer);
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
    sqlite3_reset(m_find);
    sqlite3_reset(m_findFormer);
    sqlite3_step(m_end); // a transaction that only read has nothing to fail with
    sqlite3_reset(m_end);
    m_inTurn = false;
}

Result<HotSession> HotSessionRead::find(QByteArrayView token, Timestamp now)
{
    if (auto begun = beginTurn(); !begun)
        return failure(std::move(begun).error());
    m_hash = sha256Of(token);
    HotSession row;
    auto *found = m_find;
    auto isFound = step(m_find);
    if (isFound && !*isFound) {
        found = m_findFormer;
        row.isFormer = true;
        isFound = step(m_findFormer);
    }
    if (!isFound)
        return failure(std::move(isFound).error());
    if (!*isFound)
        return HotSession();
    int column = 0;
    for (auto *member : {&row.sessionId, &row.kind, &row.label, &row.program, &row.system,
                         &row.address, &row.proof, &row.endReason})
        *member = text(found, column++);
    for (auto *member : {&row.startedAt, &row.lastActiveAt, &row.provenAt, &row.expiresAt})
        *member = sqlite3_column_int64(found, column++);
    row.reviewed = sqlite3_column_int(found, column++) != 0;
    for (auto *member : {&row.userId, &row.name, &row.email, &row.role, &row.language})
        *member = text(found, column++);
    for (auto *member : {&row.createdAt, &row.version})
        *member = sqlite3_column_int64(found, column++);
    row.emailVerified = sqlite3_column_int(found, column++) != 0;
    row.state = !row.endReason.empty()                            ? HotSession::State::Ended
                : row.expiresAt <= now.time_since_epoch().count() ? HotSession::State::Expired
                                                                  : HotSession::State::Live;
    if (row.endReason == "expired")
        row.state = HotSession::State::Expired;
    return row;
}

Result<bool> HotSessionRead::step(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_bind_blob(statement, 1, m_hash.data(), static_cast<int>(m_hash.size()), SQLITE_STATIC);
    const int outcome = sqlite3_step(statement);
    if (outcome != SQLITE_DONE && outcome != SQLITE_ROW)
        return failure(errorOf(sqlite3_db_handle(statement)));
    return outcome == SQLITE_ROW;
}

} // namespace latchkey::server
