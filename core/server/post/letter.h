#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "server/post/letterfields.h"

#include <QString>

#include <algorithm>
#include <array>
#include <chrono>
#include <concepts>
#include <variant>

/// What the server writes to people. The words stand in `resources/post`, a file for each letter
/// and language; a letter's fields are the names that its words use, all of them and no others.
namespace latchkey::server::letter {

using std::chrono::minutes;

/// How a letter may go. One that doesn't say goes by mail.
enum class Ways : std::uint8_t { Mail, Sms, Both };

/// What a letter is called, as a part of its type: those that tell the same things are one struct.
template <std::size_t Size>
struct Name
{
    consteval Name(const char (&text)[Size]) { std::ranges::copy(text, characters.begin()); }

    std::array<char, Size> characters{};
};

/// A code that is typed at once.
template <Name Called, Ways By = Ways::Mail>
struct CodeLetter
{
    static constexpr auto name = Called.characters.data();
    static constexpr Ways ways = By;
    Secret code;
    minutes lifetime{};

    void fill(LetterFields &in) const { in.add("code", code).add("minutes", lifetime); }
};

using SignInCode = CodeLetter<"signincode", Ways::Both>;
/// In place of a password.
using EmailSignIn = CodeLetter<"emailsignin">;
/// Proves once more who somebody is, inside a session.
using ProofCode = CodeLetter<"proofcode", Ways::Both>;
/// To the address that is to be verified, whose owner may know nothing of it: nothing that somebody
/// typed stands in it.
using EmailVerification = CodeLetter<"emailverification">;
/// The same, of an account that was made where the code has no place to be typed.
using EmailVerificationElsewhere = CodeLetter<"emailverificationelsewhere">;
/// The same, of a change that was asked for there.
using EmailChangeElsewhere = CodeLetter<"emailchangeelsewhere">;
using PhoneVerification = CodeLetter<"phoneverification", Ways::Sms>;
using PasswordReset = CodeLetter<"passwordreset">;

/// A code that may take its time.
template <Name Called>
struct LongCodeLetter
{
    static constexpr auto name = Called.characters.data();
    Secret code;
    Timestamp until{};

    void fill(LetterFields &in) const { in.add("code", code).add("until", until); }
};

/// Asked for where the code has no place to be typed.
using PasswordResetElsewhere = LongCodeLetter<"passwordresetelsewhere">;
/// Somebody who helps others started it.
using ResetStarted = LongCodeLetter<"resetstarted">;

/// That something happened.
template <Name Called>
struct MomentLetter
{
    static constexpr auto name = Called.characters.data();
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("at", at); }
};

/// To an address that an account used until now, and that nobody is led back to: it was never
/// verified, or had itself come in the place of the present one. So it is told nothing else.
using EmailLeft = MomentLetter<"emailleft">;
/// Somebody with an account wanted to change to an address that has another.
using EmailChangeTried = MomentLetter<"emailchangetried">;
/// For good, as far as its owner can tell.
using PlanUpgraded = MomentLetter<"planupgraded">;
using RecoveryCodesMade = MomentLetter<"recoverycodesmade">;
/// Somebody tried to sign up with an address that has an account.
using SignUpTried = MomentLetter<"signuptried">;
/// By its owner or by an administrator.
using AccountDeleted = MomentLetter<"accountdeleted">;

template <Name Called>
struct FactorLetter
{
    static constexpr auto name = Called.characters.data();
    QString factor; ///< what its owner calls it
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("factor", factor).add("at", at); }
};

using FactorAdded = FactorLetter<"factoradded">;
using FactorRemoved = FactorLetter<"factorremoved">;

template <Name Called>
struct IdentityLetter
{
    static constexpr auto name = Called.characters.data();
    QString provider;
    QString identity; ///< as the provider calls it
    Timestamp at{};

    void fill(LetterFields &in) const
    {
        in.add("provider", provider).add("identity", identity).add("at", at);
    }
};

/// An account elsewhere signs in from now on.
using IdentityLinked = IdentityLetter<"identitylinked">;
using IdentityUnlinked = IdentityLetter<"identityunlinked">;

/// Somebody else acts in the account.
template <Name Called>
struct ActingLetter
{
    static constexpr auto name = Called.characters.data();
    QString by;
    QString reason;
    Timestamp at{};
    Timestamp until{};

    void fill(LetterFields &in) const
    {
        in.add("by", by).add("reason", reason).add("at", at).add("until", until);
    }
};

using ActedOnBehalf = ActingLetter<"actedonbehalf">;
/// By the account that made it.
using ActedAsParent = ActingLetter<"actedasparent">;

/// Verifies the address, for whoever has no place where a code is typed.
struct EmailVerificationLink
{
    static constexpr auto name = "emailverificationlink";
    Secret link;
    Timestamp until{};

    void fill(LetterFields &in) const { in.add("link", link).add("until", until); }
};

/// To the old address, with the way back.
struct EmailChanged
{
    static constexpr auto name = "emailchanged";
    QString oldAddress;
    QString newAddress;
    Secret wayBack;
    Timestamp until{};

    void fill(LetterFields &in) const
    {
        in.add("old", oldAddress).add("new", newAddress).add("code", wayBack).add("until", until);
    }
};

/// To both addresses.
struct EmailTakenBack
{
    static constexpr auto name = "emailtakenback";
    QString email; ///< which is the account's again
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("email", email).add("at", at); }
};

struct PasswordChanged
{
    static constexpr auto name = "passwordchanged";
    Timestamp at{};
    QString address;

    void fill(LetterFields &in) const { in.add("at", at).add("address", address); }
};

struct NewSignIn
{
    static constexpr auto name = "newsignin";
    QString device;
    QString address;
    Timestamp at{};

    void fill(LetterFields &in) const
    {
        in.add("device", device).add("address", address).add("at", at);
    }
};

/// Codes that are asked for at each sign-in go to another phone.
struct PhoneChanged
{
    static constexpr auto name = "phonechanged";
    QString phone; ///< in part
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("phone", phone).add("at", at); }
};

struct RecoveryCodeUsed
{
    static constexpr auto name = "recoverycodeused";
    int left = 0;
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("left", left).add("at", at); }
};

struct ApiSessionMade
{
    static constexpr auto name = "apisessionmade";
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
    QString labels;
    Timestamp until{};

    void fill(LetterFields &in) const { in.add("labels", labels).add("until", until); }
};

struct UserNameReminder
{
    static constexpr auto name = "usernamereminder";
    QString userName;

    void fill(LetterFields &in) const { in.add("user", userName); }
};

/// Somebody else is let into the account.
struct AccessGiven
{
    static constexpr auto name = "accessgiven";
    QString who;
    QString address; ///< that it was given from
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("who", who).add("address", address).add("at", at); }
};

/// To the address that somebody else made an account for.
struct AccountMade
{
    static constexpr auto name = "accountmade";
    QString by; ///< their address
    Timestamp at{};

    void fill(LetterFields &in) const { in.add("by", by).add("at", at); }
};

/// Every letter there is.
using Any = std::variant<SignInCode, EmailSignIn, ProofCode, EmailVerification,
                         EmailVerificationElsewhere, EmailChangeElsewhere, EmailVerificationLink,
                         PhoneVerification, PasswordReset, PasswordResetElsewhere, ResetStarted,
                         EmailChanged, EmailLeft, EmailTakenBack, EmailChangeTried, PasswordChanged,
                         NewSignIn, FactorAdded, FactorRemoved, IdentityLinked, IdentityUnlinked,
                         PhoneChanged, RecoveryCodesMade, RecoveryCodeUsed, ApiSessionMade,
                         ApiSessionEnds, UserNameReminder, SignUpTried, ActedOnBehalf, AccessGiven,
                         AccountDeleted, ActedAsParent, AccountMade, PlanUpgraded>;

template <class L>
consteval Ways waysOf()
{
    if constexpr (requires { L::ways; })
        return L::ways;
    else
        return Ways::Mail;
}

template <class L>
concept ByMail = std::constructible_from<Any, L> && waysOf<L>() != Ways::Sms;
template <class L>
concept BySms = std::constructible_from<Any, L> && waysOf<L>() != Ways::Mail;

} // namespace latchkey::server::letter
