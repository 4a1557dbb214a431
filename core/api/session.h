#pragma once

#include "api/field.h"
#include "api/ids.h"
#include "base/clock.h"

#include <QList>

#include <array>
#include <cstdint>
#include <optional>

namespace latchkey::api {

enum class SessionKind : std::uint8_t { Device, Api, OnBehalf, Unknown };

constexpr auto namesOf(SessionKind)
{
    return std::array{Name{SessionKind::Device, "device"}, Name{SessionKind::Api, "api"},
                      Name{SessionKind::OnBehalf, "onBehalf"}};
}

/// How a session was proven when it began; with the password where nothing else is said, and else
/// with what came after it. An API session, and one on
/// somebody's behalf, was begun by another session.
enum class Proof : std::uint8_t {
    SignUp,
    Password,
    Totp,
    RecoveryCode,
    TrustedDevice,
    EmailCode,
    SmsCode,
    Session,
    Provider,
    Unknown
};

constexpr auto namesOf(Proof)
{
    return std::array{Name{Proof::SignUp, "signUp"},
                      Name{Proof::Password, "password"},
                      Name{Proof::Totp, "totp"},
                      Name{Proof::RecoveryCode, "recoveryCode"},
                      Name{Proof::TrustedDevice, "trustedDevice"},
                      Name{Proof::EmailCode, "emailCode"},
                      Name{Proof::SmsCode, "smsCode"},
                      Name{Proof::Session, "session"},
                      Name{Proof::Provider, "provider"}};
}

/// How long a session lives: this long without being used, and this long at most. An operator may
/// ask for other times; when one ends it says itself.
struct Life
{
    std::chrono::milliseconds idle;
    std::chrono::milliseconds absolute;
};
inline constexpr Life personLife{std::chrono::days(14), std::chrono::days(90)};
inline constexpr Life adminLife{std::chrono::minutes(30), std::chrono::hours(12)};

/// The last moment that RFC 3339 can write: what ends then never does.
inline constexpr Timestamp never{std::chrono::sys_days(std::chrono::year(10000) / 1 / 1) -
                                 std::chrono::milliseconds(1)};

enum class EndReason : std::uint8_t {
    SignedOut,     ///< by itself
    EndedByOwner,  ///< from another session of the same person
    NotRecognised, ///< the person said "that wasn't me"
    PasswordChanged,
    Expired,
    Unknown,
};

constexpr auto namesOf(EndReason)
{
    return std::array{
        Name{EndReason::SignedOut, "signedOut"}, Name{EndReason::EndedByOwner, "endedByOwner"},
        Name{EndReason::NotRecognised, "notRecognised"},
        Name{EndReason::PasswordChanged, "passwordChanged"}, Name{EndReason::Expired, "expired"}};
}

inline constexpr Limits labelLimits{0, 100, "A name the person gave it"};

/// What a program says of itself and of the machine it runs on when it signs in.
struct Device
{
    QString label;
    QString program;
    QString system;
    /// By which alone it is known again. It is said when it signs in, and no answer tells it.
    std::optional<QString> mark = {};

    static constexpr auto fields()
    {
        return allFields(field("label", &Device::label, labelLimits),
                         field("program", &Device::program, Limits{0, 100, "e.g. Latchkey 0.1"}),
                         field("system", &Device::system, Limits{0, 100, "e.g. Debian 12"}),
                         field("mark", &Device::mark,
                               Limits{16, 100, "Random, kept by the device; never in an answer"}));
    }

    bool operator==(const Device &) const = default;
};

/// When, why and by which session a session ended.
struct SessionEnd
{
    Timestamp at{};
    EndReason reason = EndReason::SignedOut;
    std::optional<SessionId> by;
    std::optional<Timestamp> reinstatableUntil; ///< while the one who ended it may take it back

    static constexpr auto fields()
    {
        return allFields(field("at", &SessionEnd::at), field("reason", &SessionEnd::reason),
                         field("by", &SessionEnd::by),
                         field("reinstatableUntil", &SessionEnd::reinstatableUntil));
    }

    bool operator==(const SessionEnd &) const = default;
};

/// Who acts in an account that isn't theirs, and why.
struct OnBehalf
{
    UserId by;
    QString name; ///< theirs
    QString reason;

    static constexpr auto fields()
    {
        return allFields(field("by", &OnBehalf::by), field("name", &OnBehalf::name),
                         field("reason", &OnBehalf::reason));
    }

    bool operator==(const OnBehalf &) const = default;
};

/// One place where the account is, or was, signed in.
struct Session
{
    SessionId id;
    SessionKind kind = SessionKind::Device;
    Device device;
    QString address; ///< IP address it was last seen from
    Proof proof = Proof::Password;
    Timestamp startedAt{};
    Timestamp lastActiveAt{};
    Timestamp provenAt{};  ///< when the person last proved who they are
    Timestamp expiresAt{}; ///< of an API session possibly `never`
    bool current = false;  ///< the one that asks
    bool reviewed = false; ///< the person said "that was me"
    std::optional<OnBehalf> onBehalf = {};
    std::optional<SessionEnd> end;

    static constexpr auto fields()
    {
        return allFields(field("id", &Session::id), field("kind", &Session::kind),
                         field("device", &Session::device), field("address", &Session::address),
                         field("proof", &Session::proof), field("startedAt", &Session::startedAt),
                         field("lastActiveAt", &Session::lastActiveAt),
                         field("provenAt", &Session::provenAt),
                         field("expiresAt", &Session::expiresAt,
                               Limits{.about = "9999-12-31T23:59:59.999Z: never"}),
                         field("current", &Session::current), field("reviewed", &Session::reviewed),
                         field("onBehalf", &Session::onBehalf), field("end", &Session::end));
    }

    bool operator==(const Session &) const = default;
};

/// A session, and whose it is.
struct OwnedSession
{
    UserId user;
    Session session;

    static constexpr auto fields()
    {
        return allFields(field("user", &OwnedSession::user),
                         field("session", &OwnedSession::session));
    }

    bool operator==(const OwnedSession &) const = default;
};

} // namespace latchkey::api
