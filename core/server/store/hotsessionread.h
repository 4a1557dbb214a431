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
    /// How much is read: most requests only need to know who asks.
    enum class Told : std::uint8_t { Standing, Session, Account };

    State state = State::Unknown; ///< when Unknown, nothing else is set
    bool isFormer = false;        ///< found by the token that the present one replaced

    std::string_view sessionId;
    std::string_view kind;
    std::string_view endReason; ///< empty while it lives
    std::string_view userId;
    std::string_view role;
    std::int64_t lastActiveAt = 0; ///< all times in ms since 1970
    std::int64_t provenAt = 0;
    std::int64_t expiresAt = 0;
    std::int64_t tokenMadeAt = 0; ///< the present one
    std::int64_t formerUntil = 0; ///< so long the one before it does the same; 0 if it never did

    /// Told::Session
    std::string_view label;
    std::string_view program;
    std::string_view system;
    std::string_view address;
    std::string_view proof;
    std::string_view actingUser; ///< empty but on somebody's behalf
    std::string_view actingName;
    std::string_view actingReason;
    std::int64_t startedAt = 0;
    bool reviewed = false;

    /// Told::Account
    std::string_view name;
    std::string_view email;
    std::string_view language;
    std::int64_t createdAt = 0;
    std::int64_t version = 0;
    bool emailVerified = false;
    std::string_view phone;    ///< empty without one
    std::string_view userName; ///< empty without one
    std::string_view tag;
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

    Result<HotSession> find(QByteArrayView token, Timestamp now,
                            HotSession::Told told = HotSession::Told::Standing,
                            QByteArrayView realm = {});

private:
    HotSessionRead() = default;

    /// By the present token and by the former one.
    using Finders = std::array<sqlite3_stmt *, 2>;

    /// Whether a row stands there now, for the token that was hashed last.
    Result<bool> step(sqlite3_stmt *statement);

    std::array<Finders, 3> m_finders{}; ///< by HotSession::Told
    sqlite3_stmt *m_begin = nullptr;
    sqlite3_stmt *m_end = nullptr;
    std::array<unsigned char, 32> m_hash{}; ///< of the token that is looked for
    bool m_inTurn = false;
};

} // namespace latchkey::server
