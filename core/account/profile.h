#pragma once

#include "api/ids.h"
#include "base/clock.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace latchkey::account {

using ProfileId = Id<struct ProfileTag>;

/// How a server is reached. A proxy's password is a secret and is never part of it.
struct ProxyChoice
{
    enum class Kind { System, None, Http, Socks5 };

    Kind kind = Kind::System;
    QString host = {}; ///< this and the rest with Http and Socks5 only
    quint16 port = 0;
    QString user = {};

    bool operator==(const ProxyChoice &) const = default;
};

/// Everything that is needed to speak with a server before anybody signs in.
struct ServerAddress
{
    QUrl url = {}; ///< as `normalAddress` makes it
    ProxyChoice proxy = {};
    QByteArray trustedCertificate = {}; ///< PEM that the person chose to trust; usually empty

    bool operator==(const ServerAddress &) const = default;
};

/// Where the token of a profile is kept.
enum class KeepingPlace {
    Keychain,
    File,   ///< encrypted behind a passphrase
    Memory, ///< gone when the program ends
};

/// One account on one server, as this program remembers it. Holds no secret.
struct Profile
{
    ProfileId id = {};
    ServerAddress server = {};
    QString serverName = {};
    QString wire = QStringLiteral("latchkey");
    api::UserId userId = {};
    QString name = {};
    QString email = {};
    api::SessionId sessionId = {}; ///< this program's own session
    KeepingPlace keeping = KeepingPlace::Keychain;
    std::optional<Timestamp> lastUsed = {};

    bool operator==(const Profile &) const = default;
};

} // namespace latchkey::account
