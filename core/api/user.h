#pragma once

#include "api/field.h"
#include "api/ids.h"
#include "api/preference.h"
#include "base/clock.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace latchkey::api {

enum class Role : std::uint8_t { User, Support, Admin };

constexpr auto namesOf(Role)
{
    return std::array{Name{Role::User, "user"}, Name{Role::Support, "support"},
                      Name{Role::Admin, "admin"}};
}

enum class Language : std::uint8_t { English, Chinese };

constexpr auto namesOf(Language)
{
    return std::array{Name{Language::English, "en"}, Name{Language::Chinese, "zh"}};
}

inline constexpr Limits nameLimits{1, 100, "What the person is called"};
inline constexpr Limits userNameLimits{1, 64, "User name, which nobody else has"};
inline constexpr Limits tagLimits{1, 64, "Tag, as @k7m2q9xa4d, or user name"};
inline constexpr Limits phoneLimits{4, 20, "Phone number, E.164"};
inline constexpr Limits emailLimits{3, 254, "E-mail address"};
inline constexpr Limits loginLimits{1, 254, "E-mail address or user name"};

/// An account, as its owner sees it.
struct User
{
    UserId id;
    QString name;
    std::optional<QString> userName;
    QString email;
    bool emailVerified = false;
    std::optional<QString> phone; ///< verified, as +14104350691
    Role role = Role::User;
    Language language = Language::English;
    Timestamp createdAt{};
    qint64 version = 0; ///< grows with every change; a change names the one it is based on
    /// By which others find it who were told. Nobody chose it, and no user name begins as it does.
    std::optional<QString> tag = {};

    /// Not a field: else it is signed in to by a mailed code, or by whom a provider says it is.
    bool hasPassword = true;
    /// Not a field: an edit has just sent a code there, and it is the account's once that came
    /// back.
    std::optional<QString> pendingEmail = {};
    /// Not a field: of what programs keep with it, what was asked for with it.
    QList<Preference> preferences = {};
    /// Not a field: its wire told no more than this, and what is empty is as it was.
    bool isPart = false;

    static constexpr auto fields()
    {
        return allFields(field("id", &User::id), field("name", &User::name, nameLimits),
                         field("userName", &User::userName, userNameLimits),
                         field("email", &User::email, emailLimits),
                         field("emailVerified", &User::emailVerified),
                         field("phone", &User::phone, phoneLimits), field("role", &User::role),
                         field("language", &User::language), field("createdAt", &User::createdAt),
                         field("version", &User::version), field("tag", &User::tag, tagLimits));
    }

    bool operator==(const User &) const = default;
};

/// A part of it, with the rest as that was known.
inline User completed(User told, const User &known)
{
    if (!std::exchange(told.isPart, false))
        return told;
    const auto keep = []<class T>(T &value, const T &before) {
        if (value == T())
            value = before;
    };
    if (told.userName && told.userName->isEmpty())
        told.userName.reset();
    keep(told.id, known.id);
    keep(told.name, known.name);
    keep(told.userName, known.userName);
    if (told.email.isEmpty() || told.email == known.email)
        keep(told.emailVerified, known.emailVerified);
    keep(told.email, known.email);
    keep(told.phone, known.phone);
    keep(told.role, known.role);
    keep(told.language, known.language);
    keep(told.createdAt, known.createdAt);
    keep(told.tag, known.tag);
    keep(told.preferences, known.preferences);
    told.hasPassword = told.hasPassword && known.hasPassword;
    return told;
}

/// What it is signed in to by, where a user name is asked for: its e-mail stands in for one.
inline QString loginOf(const User &user)
{
    return user.userName.value_or(user.email);
}

/// Where accounts have numbers: a part of our name for one, which is random. Two may share one.
inline qint64 numberOf(const UserId &id)
{
    constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray random = id.text().section(QLatin1Char('_'), 1).toLatin1();
    const QByteArray bits = QByteArray::fromBase64(random, form);
    return bits.first(std::min<qsizetype>(bits.size(), 4)).toHex().toLongLong(nullptr, 16);
}

/// An account, as others see it.
struct UserCard
{
    UserId id;
    QString name;
    std::optional<QString> userName;
    Timestamp createdAt{};

    static constexpr auto fields()
    {
        return allFields(field("id", &UserCard::id), field("name", &UserCard::name, nameLimits),
                         field("userName", &UserCard::userName, userNameLimits),
                         field("createdAt", &UserCard::createdAt));
    }

    bool operator==(const UserCard &) const = default;
};

/// What they are called, or their ID where they are called nothing.
inline QString nameOf(const UserCard &card)
{
    return card.name.isEmpty() ? card.id.text() : card.name;
}

inline UserCard cardOf(const User &user)
{
    return {user.id, user.name, user.userName, user.createdAt};
}

} // namespace latchkey::api
