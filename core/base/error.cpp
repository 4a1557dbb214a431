#include "base/error.h"

#include <QDebug>

namespace latchkey {

Error Error::rejected(const QString &code, const QString &field, const QString &detail)
{
    Error error;
    error.kind = Kind::Rejected;
    error.code = code;
    error.field = field;
    error.detail = detail;
    return error;
}

Error Error::of(Kind kind, const QString &code, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.code = code;
    error.detail = detail;
    return error;
}

Error Error::unavailable(const QString &code, std::chrono::seconds retryAfter,
                         const QString &detail)
{
    Error error = of(Kind::Server, code, detail);
    error.status = 503;
    error.retryAfter = retryAfter;
    return error;
}

bool isAboutWay(const Error &error)
{
    using Kind = Error::Kind;
    return error.kind == Kind::Network || error.kind == Kind::Timeout ||
           error.kind == Kind::Unauthorized;
}

QString nameOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
        return QStringLiteral("Network");
    case Error::Kind::Timeout:
        return QStringLiteral("Timeout");
    case Error::Kind::Cancelled:
        return QStringLiteral("Cancelled");
    case Error::Kind::Unauthorized:
        return QStringLiteral("Unauthorized");
    case Error::Kind::StepUpNeeded:
        return QStringLiteral("StepUpNeeded");
    case Error::Kind::Forbidden:
        return QStringLiteral("Forbidden");
    case Error::Kind::NotFound:
        return QStringLiteral("NotFound");
    case Error::Kind::Conflict:
        return QStringLiteral("Conflict");
    case Error::Kind::Rejected:
        return QStringLiteral("Rejected");
    case Error::Kind::RateLimited:
        return QStringLiteral("RateLimited");
    case Error::Kind::Server:
        return QStringLiteral("Server");
    case Error::Kind::Protocol:
        return QStringLiteral("Protocol");
    }
    Q_UNREACHABLE();
}

QDebug operator<<(QDebug debug, const Error &error)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << nameOf(error.kind) << '(' << error.status << ' ' << error.code;
    if (!error.field.isEmpty())
        debug << " at " << error.field;
    if (!error.requestId.isEmpty())
        debug << " request " << error.requestId;
    if (!error.detail.isEmpty())
        debug << ": " << error.detail;
    return debug << ')';
}

} // namespace latchkey
