#pragma once

#include "api/onbehalf.h"
#include "api/plans.h"

/// Amounts of credits are whole numbers, in millionths of a credit.
namespace latchkey::api {

inline constexpr qint64 aCredit = 1'000'000;
/// A thousand million credits: 15 digits, which are exact where an amount travels as a double.
inline constexpr qint64 creditsAtMost = 1'000'000'000 * aCredit;
inline constexpr Limits balanceLimits{0, creditsAtMost, "Millionths of a credit"};
inline constexpr Limits amountLimits{-creditsAtMost, creditsAtMost,
                                     "Millionths of a credit; less than none takes them away"};

struct Credits
{
    qint64 balance = 0;

    static constexpr auto fields()
    {
        return allFields(field("balance", &Credits::balance, balanceLimits));
    }

    bool operator==(const Credits &) const = default;
};

/// One movement of credits, as the account sees it that they came to or left.
struct CreditEntry
{
    CreditEntryId id;
    qint64 amount = 0;
    qint64 balance = 0; ///< after it
    QString cause;
    UserId by;
    std::optional<QString> byName; ///< while they have an account
    Timestamp at{};

    static constexpr auto fields()
    {
        return allFields(field("id", &CreditEntry::id),
                         field("amount", &CreditEntry::amount, amountLimits),
                         field("balance", &CreditEntry::balance, balanceLimits),
                         field("cause", &CreditEntry::cause), field("by", &CreditEntry::by),
                         field("byName", &CreditEntry::byName), field("at", &CreditEntry::at));
    }

    bool operator==(const CreditEntry &) const = default;
};

struct CreditPage
{
    QList<CreditEntry> entries;
    std::optional<QString> next; ///< cursor of what follows; nothing at the end

    static constexpr auto fields()
    {
        return allFields(field("entries", &CreditPage::entries), field("next", &CreditPage::next));
    }

    bool operator==(const CreditPage &) const = default;
};

/// What an administrator sees of an account.
struct AccountCredits
{
    qint64 balance = 0;
    Plan plan;

    static constexpr auto fields()
    {
        return allFields(field("balance", &AccountCredits::balance, balanceLimits),
                         field("plan", &AccountCredits::plan));
    }

    bool operator==(const AccountCredits &) const = default;
};

struct ShowCredits
{
    using Reply = Credits;
    static constexpr Traits traits{.name = "showCredits",
                                   .summary = "How many credits the account has",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

/// Newest first.
struct ListCreditEntries
{
    std::optional<QString> after; ///< a cursor from the page before
    qint64 limit = 100;

    using Reply = CreditPage;
    static constexpr Traits traits{.name = "listCreditEntries",
                                   .summary = "What became of the account's credits",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields()
    {
        return allFields(field("after", &ListCreditEntries::after, Limits{1, 200, "Cursor"}),
                         field("limit", &ListCreditEntries::limit, Limits{1, 200, "Rows at most"}));
    }
};

struct ShowAccountCredits
{
    UserId id;

    using Reply = AccountCredits;
    static constexpr Traits traits{.name = "showAccountCredits",
                                   .summary = "Somebody's credits and plan",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(field("id", &ShowAccountCredits::id)); }
};

/// NotFound `userUnknown`; Rejected `amountZero`; Conflict `creditsTooFew` where they haven't so
/// many, `creditsTooMany` where they would have more than there may be.
struct AdjustCredits
{
    UserId id;
    qint64 amount = 0;
    QString cause;

    using Reply = CreditEntry;
    static constexpr Traits traits{.name = "adjustCredits",
                                   .summary = "Give somebody credits, or take some away",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::WithKey,
                                   .freshness = Freshness{Level::SecondFactor},
                                   .mustHaveKey = true};
    static constexpr auto fields()
    {
        return allFields(field("id", &AdjustCredits::id),
                         field("amount", &AdjustCredits::amount, amountLimits),
                         field("cause", &AdjustCredits::cause, reasonLimits));
    }
};

} // namespace latchkey::api
