#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

struct sqlite3_stmt;

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// A session and its account as they lie in the database. Texts are valid until the next `find` or
/// `endTurn`. Enums are their names on our own wire.
struct HotSession
{
    enum class State : std::uint8_t { Unknown, Live, Ended, Expired };

    State state = State::Unknown; ///< when Unknown, nothing else is set

    std::string_view sessionId;
    std::string_view kind;
    std::string_view label;
    std::string_view program;
    std::string_view system;
    std::string_view address;
    std::string_view proof;
    std::string_view endReason; ///< empty while it lives
    std::int64_t startedAt = 0; ///< all times in ms since 1970
    std::int64_t lastActiveAt = 0;
    std::int64_t provenAt = 0;
    std::int64_t expiresAt = 0;
    bool reviewed = false;
    bool isFormer = false; ///< found by the token that the present one replaced

    std::string_view userId;
    std::string_view name;
    std::string_view email;
    std::string_view role;
    std::string_view language;
    std::int64_t createdAt = 0;
    std::int64_t version = 0;
    bool emailVerified = false;
};

/// The one read that every request does: token to session and account. On the driver's own handle,
/// because that is twice as fast; the reads of one turn of the loop share a read transaction.
/// Belongs to the thread of its connection.
class HotSessionRead
{
public:
    static Result<std::unique_ptr<HotSessionRead>> open(storage::Database &database);
    ~HotSessionRead();
    HotSessionRead(const HotSessionRead &) = delete;
    HotSessionRead &operator=(const HotSessionRead &) = delete;

    /// Reads from here on see one state, until `endTurn`. A turn may be begun twice.
    Result<Nothing> beginTurn();
    /// Ends before any write or wait, else what others write is not seen and the log can't shrink.
    void endTurn();

    Result<HotSession> find(QByteArrayView token, Timestamp now);

private:
    HotSessionRead() = default;

    /// Whether a row stands there now, for the token that was hashed last.
    Result<bool> step(sqlite3_stmt *statement);

    sqlite3_stmt *m_find = nullptr;
    sqlite3_stmt *m_findFormer = nullptr;
    sqlite3_stmt *m_begin = nullptr;
    sqlite3_stmt *m_end = nullptr;
    std::array<unsigned char, 32> m_hash{}; ///< of the token that is looked for
    bool m_inTurn = false;
};

} // namespace latchkey::server
