#pragma once

#include "api/codes.h"
#include "api/field.h"
#include "api/ids.h"
#include "api/operation.h"
#include "api/session.h"
#include "api/signingin.h"
#include "base/clock.h"
#include "base/nothing.h"
#include "base/secret.h"

#include <QList>

#include <optional>

namespace latchkey::api {

inline constexpr Limits factorNameLimits{1, 100, "What the person calls it"};
inline constexpr Limits oneTimeCodeLimits{6, 6, "Six digits"};

/// Something besides the password with which somebody proves who they are.
struct EnrolledFactor
{
    FactorId id;
    Factor kind = Factor::Totp;
    QString name;
    Timestamp addedAt{};
    std::optional<Timestamp> lastUsedAt;

    static constexpr auto fields()
    {
        return allFields(field("id", &EnrolledFactor::id), field("kind", &EnrolledFactor::kind),
                         field("name", &EnrolledFactor::name, factorNameLimits),
                         field("addedAt", &EnrolledFactor::addedAt),
                         field("lastUsedAt", &EnrolledFactor::lastUsedAt));
    }

    bool operator==(const EnrolledFactor &) const = default;
};

/// What is left of the codes that were written down.
struct RecoveryCodesLeft
{
    qint64 left = 0;
    Timestamp madeAt{};

    static constexpr auto fields()
    {
        return allFields(field("left", &RecoveryCodesLeft::left),
                         field("madeAt", &RecoveryCodesLeft::madeAt));
    }

    bool operator==(const RecoveryCodesLeft &) const = default;
};

struct Factors
{
    QList<EnrolledFactor> factors;
    std::optional<RecoveryCodesLeft> recoveryCodes; ///< nothing where none were made

    static constexpr auto fields()
    {
        return allFields(field("factors", &Factors::factors),
                         field("recoveryCodes", &Factors::recoveryCodes));
    }

    bool operator==(const Factors &) const = default;
};

struct ListFactors
{
    using Reply = Factors;
    static constexpr Traits traits{.name = "listFactors",
                                   .summary = "What is asked for besides the password",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

/// A secret for an authenticator. It counts only after a right code, and is forgotten after 15
/// minutes without one.
struct NewTotp
{
    FactorId id;
    Secret secret; ///< base32, without padding
    Secret uri;    ///< otpauth://, as authenticators scan it
    Timestamp expiresAt{};

    static constexpr auto fields()
    {
        return allFields(field("id", &NewTotp::id),
                         field("secret", &NewTotp::secret, Limits{1, 64, "Base32 secret"}),
                         field("uri", &NewTotp::uri, Limits{1, 1024, "otpauth:// address"}),
                         field("expiresAt", &NewTotp::expiresAt));
    }
};

struct EnrolTotp
{
    QString name;

    using Reply = NewTotp;
    static constexpr Traits traits{.name = "enrolTotp",
                                   .summary = "Begin to add an authenticator",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("name", &EnrolTotp::name, factorNameLimits));
    }
};

/// Codes that the server sends become a second factor; a first one is on its way.
struct NewCodes
{
    FactorId id;
    CodeSent sent;

    static constexpr auto fields()
    {
        return allFields(field("id", &NewCodes::id), field("sent", &NewCodes::sent));
    }

    bool operator==(const NewCodes &) const = default;
};

/// To the verified e-mail address or phone of the account. Asked again, it sends another code.
struct EnrolCodes
{
    Factor kind = Factor::EmailCode; ///< or SmsCode
    QString name;

    using Reply = NewCodes;
    static constexpr Traits traits{.name = "enrolCodes",
                                   .summary = "Begin to get codes by mail or as texts",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("kind", &EnrolCodes::kind),
                         field("name", &EnrolCodes::name, factorNameLimits));
    }
};

/// Proves that the new factor works. From here sign-in asks for it; the session's token is
/// replaced.
struct ActivateFactor
{
    FactorId id;
    Secret code;

    using Reply = SignedIn;
    static constexpr Traits traits{.name = "activateFactor",
                                   .summary = "Add a second factor, by a code of it",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("id", &ActivateFactor::id),
                         field("code", &ActivateFactor::code, oneTimeCodeLimits));
    }
};

constexpr Level levelOf(const ActivateFactor &)
{
    return Level::SecondFactor;
}

struct RenameFactor
{
    FactorId id;
    QString name;

    using Reply = EnrolledFactor;
    static constexpr Traits traits{.name = "renameFactor",
                                   .summary = "Call a second factor something else",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .personal = true};
    static constexpr auto fields()
    {
        return allFields(field("id", &RenameFactor::id),
                         field("name", &RenameFactor::name, factorNameLimits));
    }
};

/// With the last one go the recovery codes and the trusted devices.
struct RemoveFactor
{
    FactorId id;

    using Reply = Nothing;
    static constexpr Traits traits{.name = "removeFactor",
                                   .summary = "Ask for a second factor no longer",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields() { return allFields(field("id", &RemoveFactor::id)); }
};

/// Each opens the account once, in place of the second factor.
struct RecoveryCodes
{
    QList<Secret> codes;

    static constexpr auto fields() { return allFields(field("codes", &RecoveryCodes::codes)); }
};

/// The codes from before are worth nothing any more. Needs a second factor that they can stand in
/// for.
struct MakeRecoveryCodes
{
    using Reply = RecoveryCodes;
    static constexpr Traits traits{.name = "makeRecoveryCodes",
                                   .summary = "Ten new recovery codes in place of the old ones",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields() { return allFields(); }
};

/// A device that is not asked for the second factor for 30 days.
struct TrustedDevice
{
    TrustedDeviceId id;
    Device device;
    QString address; ///< from where it was trusted
    Timestamp trustedAt{};
    Timestamp expiresAt{};
    std::optional<Timestamp> lastUsedAt;

    static constexpr auto fields()
    {
        return allFields(field("id", &TrustedDevice::id), field("device", &TrustedDevice::device),
                         field("address", &TrustedDevice::address),
                         field("trustedAt", &TrustedDevice::trustedAt),
                         field("expiresAt", &TrustedDevice::expiresAt),
                         field("lastUsedAt", &TrustedDevice::lastUsedAt));
    }

    bool operator==(const TrustedDevice &) const = default;
};

struct TrustedDevices
{
    QList<TrustedDevice> devices;

    static constexpr auto fields() { return allFields(field("devices", &TrustedDevices::devices)); }

    bool operator==(const TrustedDevices &) const = default;
};

struct ListTrustedDevices
{
    using Reply = TrustedDevices;
    static constexpr Traits traits{.name = "listTrustedDevices",
                                   .summary = "Devices that are not asked for a second factor",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

struct ForgetTrustedDevice
{
    TrustedDeviceId id;

    using Reply = Nothing;
    static constexpr Traits traits{.name = "forgetTrustedDevice",
                                   .summary = "Ask that device for a second factor again",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .personal = true};
    static constexpr auto fields() { return allFields(field("id", &ForgetTrustedDevice::id)); }
};

} // namespace latchkey::api
