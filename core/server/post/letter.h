#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "server/post/letterfields.h"

#include <QString>

#include <chrono>
#include <concepts>
#include <variant>

/// What the server writes to people. The words stand in `resources/post`, a file for each letter
/// and language; a letter's fields are the names that its words use, all of them and no others.
namespace latchkey::server::letter {

using std::chrono::minutes;

struct SignInCode
{
    static constexpr auto name = "signincode";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = true;
    Secret code;
    minutes lifetime{};

    void fill(LetterFields &in) const { in.add("code", code).add("minutes", lifetime); }
};

/// In place of a password.
struct EmailSignIn
{
    static constexpr auto name = "emailsignin";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Secret code;
    minutes lifetime{};

    void fill(LetterFields &in) const { in.add("code", code).add("minutes", lifetime); }
};

/// Proves once more who somebody is, inside a session.
struct ProofCode
{
    static constexpr auto name = "proofcode";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = true;
    Secret code;
    minutes lifetime{};

    void fill(LetterFields &in) const { in.add("code", code).add("minutes", lifetime); }
};

/// To the address that is to be verified, whose owner may know nothing of it: nothing that somebody
/// typed stands in it.
struct EmailVerification
{
    static constexpr auto name = "emailverification";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Secret code;
    minutes lifetime{};

    void fill(LetterFields &in) const { in.add("code", code).add("minutes", lifetime); }
};

/// The same, for whoever has no place where a code is typed.
struct EmailVerificationLink
{
    static constexpr auto name = "emailverificationlink";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Secret link;
    Timestamp until{};

    void fill(LetterFields &in) const { in.add("link", link).add("until", until); }
};

struct PhoneVerification
{
    static constexpr auto name = "phoneverification";
    static constexpr bool goesByMail = false;
    static constexpr bool goesBySms = true;
    Secret code;
    minutes lifetime{};

    void fill(LetterFields &in) const { in.add("code", code).add("minutes", lifetime); }
};

struct PasswordReset
{
    static constexpr auto name = "passwordreset";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Secret code;
    minutes lifetime{};

    void fill(LetterFields &in) const { in.add("code", code).add("minutes", lifetime); }
};

/// Asked for where the code has no place to be typed.
struct PasswordResetElsewhere
{
    static constexpr auto name = "passwordresetelsewhere";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Secret code;
    Timestamp until{};

    void fill(LetterFields &in) const { in.add("code", code).add("until", until); }
};

/// Somebody who helps others started it.
struct ResetStarted
{
    static constexpr auto name = "resetstarted";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Secret code;
    Timestamp until{};

    void fill(LetterFields &in) const { in.add("code", code).add("until", until); }
};

/// To the old address, with the way back.
struct EmailChanged
{
    static constexpr auto name = "emailchanged";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString oldAddress;
    QString newAddress;
    Secret wayBack;
    Timestamp until{};

    void fill(LetterFields &in) const
    {
        in.add("old", oldAddress).add("new", newAddress).add("code", wayBack).add("until", until);
    }
};

/// To an address that an account used until now, and that nobody is led back to: it was never
/// verified, or had itself come in the place of the present one. So it is told nothing else.
struct EmailLeft
{
    static constexpr auto name = "emailleft";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("at", at); }
};

/// To both addresses.
struct EmailTakenBack
{
    static constexpr auto name = "emailtakenback";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString email; ///< which is the account's again
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("email", email).add("at", at); }
};

/// Somebody with an account wanted to change to an address that has another.
struct EmailChangeTried
{
    static constexpr auto name = "emailchangetried";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("at", at); }
};

struct PasswordChanged
{
    static constexpr auto name = "passwordchanged";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Timestamp at{};
    QString address;

    void fill(LetterFields &in) const { in.add("at", at).add("address", address); }
};

struct NewSignIn
{
    static constexpr auto name = "newsignin";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString device;
    QString address;
    Timestamp at{};

    void fill(LetterFields &in) const
    {
        in.add("device", device).add("address", address).add("at", at);
    }
};

struct FactorAdded
{
    static constexpr auto name = "factoradded";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString factor; ///< what its owner calls it
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("factor", factor).add("at", at); }
};

/// An account elsewhere signs in from now on.
struct IdentityLinked
{
    static constexpr auto name = "identitylinked";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString provider;
    QString identity; ///< as the provider calls it
    Timestamp at{};

    void fill(LetterFields &in) const
    {
        in.add("provider", provider).add("identity", identity).add("at", at);
    }
};

struct IdentityUnlinked
{
    static constexpr auto name = "identityunlinked";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString provider;
    QString identity; ///< as the provider calls it
    Timestamp at{};

    void fill(LetterFields &in) const
    {
        in.add("provider", provider).add("identity", identity).add("at", at);
    }
};

struct FactorRemoved
{
    static constexpr auto name = "factorremoved";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString factor;
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("factor", factor).add("at", at); }
};

/// Codes that are asked for at each sign-in go to another phone.
struct PhoneChanged
{
    static constexpr auto name = "phonechanged";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString phone; ///< in part
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("phone", phone).add("at", at); }
};

/// For good, as far as its owner can tell.
struct PlanUpgraded
{
    static constexpr auto name = "planupgraded";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("at", at); }
};

struct RecoveryCodesMade
{
    static constexpr auto name = "recoverycodesmade";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("at", at); }
};

struct RecoveryCodeUsed
{
    static constexpr auto name = "recoverycodeused";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    int left = 0;
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("left", left).add("at", at); }
};

struct ApiSessionMade
{
    static constexpr auto name = "apisessionmade";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString labels;
    QString address;
    Timestamp at{};

    void fill(LetterFields &in) const
    {
        in.add("labels", labels).add("address", address).add("at", at);
    }
};

/// Soon: there is time to do something about it.
struct ApiSessionEnds
{
    static constexpr auto name = "apisessionends";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString labels;
    Timestamp until{};

    void fill(LetterFields &in) const { in.add("labels", labels).add("until", until); }
};

struct UserNameReminder
{
    static constexpr auto name = "usernamereminder";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString userName;

    void fill(LetterFields &in) const { in.add("user", userName); }
};

/// Somebody tried to sign up with an address that has an account.
struct SignUpTried
{
    static constexpr auto name = "signuptried";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("at", at); }
};

struct ActedOnBehalf
{
    static constexpr auto name = "actedonbehalf";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString by;
    QString reason;
    Timestamp at{};
    Timestamp until{};

    void fill(LetterFields &in) const
    {
        in.add("by", by).add("reason", reason).add("at", at).add("until", until);
    }
};

/// Somebody else is let into the account.
struct AccessGiven
{
    static constexpr auto name = "accessgiven";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString who;
    QString address; ///< that it was given from
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("who", who).add("address", address).add("at", at); }
};

/// By its owner or by an administrator.
struct AccountDeleted
{
    static constexpr auto name = "accountdeleted";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("at", at); }
};

/// By the account that made it.
struct ActedAsParent
{
    static constexpr auto name = "actedasparent";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString by;
    QString reason;
    Timestamp at{};
    Timestamp until{};

    void fill(LetterFields &in) const
    {
        in.add("by", by).add("reason", reason).add("at", at).add("until", until);
    }
};

/// To the address that somebody else made an account for.
struct AccountMade
{
    static constexpr auto name = "accountmade";
    static constexpr bool goesByMail = true;
    static constexpr bool goesBySms = false;
    QString by; ///< their address
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("by", by).add("at", at); }
};

/// Every letter there is.
using Any =
    std::variant<SignInCode, EmailSignIn, ProofCode, EmailVerification, EmailVerificationLink,
                 PhoneVerification, PasswordReset, PasswordResetElsewhere, ResetStarted,
                 EmailChanged, EmailLeft, EmailTakenBack, EmailChangeTried, PasswordChanged,
                 NewSignIn, FactorAdded, FactorRemoved, IdentityLinked, IdentityUnlinked,
                 PhoneChanged, RecoveryCodesMade, RecoveryCodeUsed, ApiSessionMade, ApiSessionEnds,
                 UserNameReminder, SignUpTried, ActedOnBehalf, AccessGiven, AccountDeleted,
                 ActedAsParent, AccountMade, PlanUpgraded>;

template <class L>
concept ByMail = L::goesByMail && std::constructible_from<Any, L>;
template <class L>
concept BySms = L::goesBySms && std::constructible_from<Any, L>;

} // namespace latchkey::server::letter
