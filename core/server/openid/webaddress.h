#pragma once

#include <QString>

#include <optional>

namespace latchkey::server {

/// An http or https address in its plainest form, without a user, a fragment or anything that one
/// reader takes for another host than the next.
struct WebAddress
{
    bool isEncrypted = false;
    QString host; ///< of an IPv6 address without its brackets
    bool hasQuery = false;

    static std::optional<WebAddress> parse(const QString &text);

    bool isOfThisComputer() const;
    /// Whether something secret may go there.
    bool isSafe() const { return isEncrypted || isOfThisComputer(); }
};

} // namespace latchkey::server
