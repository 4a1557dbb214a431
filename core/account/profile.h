#pragma once

#include "api/user.h"
#include "base/clock.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace latchkey::account {

using ProfileId = Id<struct ProfileTag>;

/// How a server is reached. A proxy's password is a secret and is never part of it.
struct ProxyChoice
{
    enum class Kind {
        Program, ///< what the program is set to; only a profile can say so
        System,
        None,
        Http,
        Socks5,
    };

    Kind kind = Kind::Program;
    QString host = {}; ///< this and the rest with Http and Socks5 only
    quint16 port = 0;
    QString user = {};

    bool operator==(const ProxyChoice &) const = default;
};

/// The account API that is spoken with a server.
struct WireChoice
{
    QString name = QStringLiteral("latchkey");
    int version = 0; ///< 0: its usual one, or its only one

    bool operator==(const WireChoice &) const = default;
};

/// How what failed and may be asked again is, where the wire lets people say so: as Aurora's own
/// clients have it, but for an hour in which nobody would know why nothing comes.
struct RetryChoice
{
    enum class Strategy { None, Backoff };

    Strategy strategy = Strategy::Backoff;
    std::chrono::milliseconds initialInterval{1'000};
    std::chrono::milliseconds maxInterval{60'000};
    double exponent = 1.2;
    std::chrono::milliseconds maxElapsedTime{60'000};
    bool retryConnectionErrors = true;

    bool operator==(const RetryChoice &) const = default;
};

/// Each within what makes sense, whoever wrote it.
RetryChoice bounded(RetryChoice choice);

/// Everything that is needed to speak with a server before anybody signs in.
struct ServerAddress
{
    QUrl url = {}; ///< as `normalAddress` makes it
    WireChoice wire = {};
    ProxyChoice proxy = {};
    QByteArray trustedCertificate = {}; ///< PEM that the person chose to trust; usually empty
    RetryChoice retries = {};

    bool operator==(const ServerAddress &) const = default;
};

/// Where a wire has no ids, its accounts are told apart by what they sign in with.
inline api::UserId identityOf(const api::User &user)
{
    return user.id.isEmpty() ? api::UserId(api::loginOf(user)) : user.id;
}

/// Nothing where the wire has no word for when a session ends.
inline std::optional<Timestamp> endOf(Timestamp told)
{
    return told == Timestamp() ? std::nullopt : std::optional(told);
}

/// Where the token of a profile is kept.
enum class KeepingPlace {
    Keychain,
    File,   ///< encrypted behind a passphrase
    Memory, ///< gone when the program ends
};

/// Somebody acts in an account that isn't theirs, for a while.
struct Acting
{
    ProfileId by = {};    ///< their own
    Timestamp until = {}; ///< by the clock here

    bool operator==(const Acting &) const = default;
};

/// One account on one server, as this program remembers it. Holds no secret.
struct Profile
{
    ProfileId id = {};
    ServerAddress server = {};
    QString serverName = {};
    api::UserId userId = {};
    QString name = {};
    QString email = {};
    QString userName = {}; ///< empty where the account has none
    QString label = {};    ///< what the person calls it on this computer; empty: as the account is
    api::SessionId sessionId = {};                ///< this program's own session
    std::optional<Timestamp> tokenEnds = {};      ///< where the server said when
    std::optional<Timestamp> renewableUntil = {}; ///< where its wire has an end to that
    KeepingPlace keeping = KeepingPlace::Keychain;
    bool onOwnServer = false; ///< the one inside the program, wherever that listens by now
    std::optional<Timestamp> lastUsed = {};
    std::optional<Acting> acting = {}; ///< then no file knows it: it goes with the program

    bool operator==(const Profile &) const = default;

    /// As much of the account as is known of it here. A name is no id.
    api::User asUser() const
    {
        api::User user;
        if (userId.text() != userName)
            user.id = userId;
        user.name = name;
        user.email = email;
        if (!userName.isEmpty())
            user.userName = userName;
        return user;
    }

    /// By what it is signed in to again.
    QString login() const { return userName.isEmpty() ? email : userName; }

    /// What it is called wherever profiles are shown.
    QString title() const
    {
        if (!label.isEmpty())
            return label;
        return name.isEmpty() ? email : name;
    }
};

} // namespace latchkey::account
