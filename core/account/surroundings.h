#pragma once

#include "account/profile.h"
#include "api/session.h"
#include "base/call.h"
#include "base/secret.h"
#include "net/returnpage.h"

#include <functional>
#include <memory>
#include <optional>

namespace latchkey {
class Alarm;
class Clock;
} // namespace latchkey

namespace latchkey::wire {
struct Wire;
}

namespace latchkey::account {

class Connections;

/// As this program speaks it. Null where there is no such wire.
std::shared_ptr<const wire::Wire> wireOf(const WireChoice &choice);

/// What every part of this room stands in; the program gives it once and it outlives them all.
struct Surroundings
{
    const Clock &clock;
    Alarm &alarm;
    Connections &connections;
    std::function<double()> random; ///< from 0 up to, but not, 1
    std::function<std::shared_ptr<const wire::Wire>(const WireChoice &)> wireFor = wireOf;
    /// How often a request that may be repeated is, when the network fails.
    std::function<qint64()> repeats = [] { return qint64{2}; };
    /// What this program says of itself when it signs in to the server there.
    std::function<api::Device(const QUrl &)> deviceAt = [](const QUrl &) { return api::Device(); };
    /// Ends well when the server there is known to be who it should; nothing secret goes to it
    /// before.
    std::function<Call<Nothing>(const QUrl &)> vouch = [](const QUrl &) {
        return Call<Nothing>::finished(Nothing());
    };
    /// Whether this program itself runs the server there.
    std::function<bool(const QUrl &)> isOwnServer = [](const QUrl &) { return false; };
    /// What an account of the server there must know, where this program itself runs it: the person
    /// need not type what nobody else can read.
    std::function<std::optional<Secret>(const QUrl &)> setupCode = [](const QUrl &) {
        return std::optional<Secret>();
    };
    /// Shows the address in the system's browser; false where none could be opened.
    std::function<bool(const QUrl &)> openBrowser = [](const QUrl &) { return false; };
    /// What a browser shows that comes back from an identity provider, and whether that let
    /// somebody in.
    std::function<net::ReturnPage(bool wasLetIn)> returnPage = [](bool) {
        return net::ReturnPage();
    };
};

} // namespace latchkey::account
