#pragma once

#include <QString>

#include <chrono>
#include <optional>

class QDebug;

namespace latchkey {

/// Everything that can go wrong, as one closed set. Words for people are made from it in `ui/kit`
/// alone; what stands here is for programs and for the log.
struct Error
{
    enum class Kind {
        Network,      ///< no connection, or it broke
        Timeout,      ///< no answer in time
        Cancelled,    ///< we ended it ourselves
        Unauthorized, ///< no credential, or one that is no longer good
        StepUpNeeded, ///< the session is good but must be proven again
        Forbidden,    ///< known, and not allowed
        NotFound,
        Conflict,    ///< somebody else was first, or the thing has changed meanwhile
        Rejected,    ///< the input is wrong; `field` says where
        RateLimited, ///< too often; `retryAfter` says how long
        Server,      ///< the other side failed
        Protocol,    ///< the other side said something that its API does not have
    };

    Kind kind = Kind::Server;
    int status = 0;        ///< HTTP status, 0 where there was none
    QString code;          ///< stable machine word, e.g. `passwordTooWeak`
    QString field;         ///< path of the input field that is wrong, e.g. `profile.name`
    QString requiredLevel; ///< with StepUpNeeded: what must be proven
    QString requestId;     ///< what the server calls this request in its log
    QString detail;        ///< for the log and for the curious; never translated, never a secret
    std::optional<std::chrono::seconds> retryAfter;

    static Error rejected(const QString &code, const QString &field, const QString &detail = {});
    static Error of(Kind kind, const QString &code, const QString &detail = {});
    /// It passes without anybody changing the request (503).
    static Error unavailable(const QString &code, std::chrono::seconds retryAfter,
                             const QString &detail = {});

    bool operator==(const Error &) const = default;
};

/// Nothing is wrong with what was asked: nobody answered, or whoever did knew the session no more.
bool isAboutWay(const Error &error);
/// The kind's own name, for logs and tests.
QString nameOf(Error::Kind kind);
QDebug operator<<(QDebug debug, const Error &error);

} // namespace latchkey
