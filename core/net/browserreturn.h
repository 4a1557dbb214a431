#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "net/returnpage.h"

#include <QObject>

#include <functional>
#include <optional>

namespace latchkey::net {

/// What a browser brings back from where it was sent: a code, or why there is none.
struct BroughtBack
{
    QString state;
    std::optional<Secret> code;
    QString error;
};

/// Waits on this computer alone for what a browser brings back (RFC 8252, 7.3).
class BrowserReturn : public QObject
{
    Q_OBJECT

public:
    using PageOf = std::function<ReturnPage(const BroughtBack &)>;

    /// Whoever registers this program somewhere writes this down, for any port.
    static constexpr const char *path = "/latchkey";

    using QObject::QObject;

    /// From now on, until this is destroyed.
    virtual Result<Nothing> listen() = 0;
    /// Where a browser is to be sent back to.
    virtual QString address() const = 0;
    /// A browser was sent away: until then nobody is let in. What was sent along comes back with
    /// it, so whoever brings anything else is refused; empty where that is not known.
    virtual void expect(const QString &state, const QByteArray &at = path) = 0;

Q_SIGNALS:
    /// Once, after the browser has got its page.
    void returned(const latchkey::net::BroughtBack &brought);
};

} // namespace latchkey::net
