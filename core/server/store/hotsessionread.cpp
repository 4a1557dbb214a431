#include "server/store/hotsessionread.h"

#include "storage/database.h"
#include "storage/databaseerror.h"

#include <QSqlError>
#include <QVariant>

#include <sodium.h>
#include <sqlite3.h>

#include <charconv>

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

void appendNumber(QByteArray &out, std::int64_t number)
{
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number);
    out.append(digits, end.ptr - digits);
}

void writePadded(char *to, unsigned number, int width)
{
    for (int i = width - 1; i >= 0; --i, number /= 10)
        to[i] = static_cast<char>('0' + number % 10);
}

/// As `toRfc3339` writes it, without a QDateTime.
void appendMoment(QByteArray &out, std::int64_t ms)
{
    const Timestamp moment{std::chrono::milliseconds(ms)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(moment - day);
    char text[] = "\"0000-00-00T00:00:00.000Z\"";
    const auto part = [&text](int at, auto number, int width) {
        writePadded(text + at, static_cast<unsigned>(number), width);
    };
    part(1, int(date.year()), 4);
    part(6, unsigned(date.month()), 2);
    part(9, unsigned(date.day()), 2);
    part(12, time.hours().count(), 2);
    part(15, time.minutes().count(), 2);
    part(18, time.seconds().count(), 2);
    part(21, time.subseconds().count(), 3);
    out.append(text, sizeof text - 1);
}

void appendEscape(QByteArray &out, char c)
{
    static constexpr char hex[] = "0123456789abcdef";
    if (c == '"' || c == '\\')
        out.append('\\').append(c);
    else if (c == '\n')
        out.append("\\n");
    else if (c == '\r')
        out.append("\\r");
    else if (c == '\t')
        out.append("\\t");
    else
        out.append("\\u00").append(hex[c >> 4]).append(hex[c & 0xf]);
}

/// What needs no escape, which is nearly all, goes in one piece.
void appendText(QByteArray &out, std::string_view utf8)
{
    out.append('"');
    std::size_t kept = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20)
            continue;
        out.append(utf8.data() + kept, static_cast<qsizetype>(i - kept));
        appendEscape(out, c);
        kept = i + 1;
    }
    out.append(utf8.data() + kept, static_cast<qsizetype>(utf8.size() - kept)).append('"');
}

void appendFlag(QByteArray &out, bool flag)
{
    out.append(flag ? "true" : "false");
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
    static_assert(std::tuple_size_v<decltype(m_hash)> == crypto_hash_sha256_BYTES);
    crypto_hash_sha256(m_hash.data(), reinterpret_cast<const unsigned char *>(token.data()),
                       static_cast<size_t>(token.size()));
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

void HotSessionRead::writeMe(const HotSession &row, QByteArray &out)
{
    out.append("{\"id\":");
    appendText(out, row.userId);
    out.append(",\"name\":");
    appendText(out, row.name);
    out.append(",\"email\":");
    appendText(out, row.email);
    out.append(",\"emailVerified\":");
    appendFlag(out, row.emailVerified);
    out.append(",\"role\":");
    appendText(out, row.role);
    out.append(",\"language\":");
    appendText(out, row.language);
    out.append(",\"createdAt\":");
    appendMoment(out, row.createdAt);
    out.append(",\"version\":");
    appendNumber(out, row.version);
    out.append('}');
}

void HotSessionRead::writeCurrentSession(const HotSession &row, QByteArray &out)
{
    out.append("{\"id\":");
    appendText(out, row.sessionId);
    out.append(",\"kind\":");
    appendText(out, row.kind);
    out.append(",\"device\":{\"label\":");
    appendText(out, row.label);
    out.append(",\"program\":");
    appendText(out, row.program);
    out.append(",\"system\":");
    appendText(out, row.system);
    out.append("},\"address\":");
    appendText(out, row.address);
    out.append(",\"proof\":");
    appendText(out, row.proof);
    out.append(",\"startedAt\":");
    appendMoment(out, row.startedAt);
    out.append(",\"lastActiveAt\":");
    appendMoment(out, row.lastActiveAt);
    out.append(",\"provenAt\":");
    appendMoment(out, row.provenAt);
    out.append(",\"expiresAt\":");
    appendMoment(out, row.expiresAt);
    out.append(",\"current\":true,\"reviewed\":");
    appendFlag(out, row.reviewed);
    out.append('}');
}

} // namespace latchkey::server
