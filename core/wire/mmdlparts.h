#pragma once

#include "api/accounts.h"
#include "api/preferences.h"
#include "wire/entering.h"
#include "wire/mmdlwords.h"

/// What the parts of MMDL share, and those of administrators.
namespace latchkey::wire::mmdl {

/// By which it calls an account.
QString hashOf(const QString &name);

Error malformed(const QString &field);

/// JSON, or a form.
Result<JsonNode> bodyIn(const HttpRequest &request);

template <class T, class Members>
Result<T> readForm(const HttpRequest &request, const Members &members, T value = {})
{
    return bodyIn(request).and_then([&](const JsonNode &node) {
        return readBody(node, members, std::move(value), Speaker::Asker)
            .map_error([](const Error &error) {
                return error.field == "password"_L1 ? Error::rejected(noPasswordSaid, error.field)
                                                    : malformed(error.field);
            });
    });
}

/// Empty where it isn't there.
QString queried(const HttpRequest &request, const QString &name);

/// An account as it is shown there. No hash of a password goes anywhere.
struct Shown
{
    api::User user;
    bool isMasked = false; ///< to whoever has other accounts listed
    qint64 number = 0;     ///< as it was read

    /// Each second character is left out.
    QString seen(const QString &text) const;

    static constexpr auto fields()
    {
        return api::fieldList(
            told(
                "users_id",
                [](const Shown &shown) { return std::optional(api::numberOf(shown.user.id)); },
                [](Shown &shown, qint64 read) {
                    shown.number = read;
                    return true;
                }),
            told(
                "username", [](const Shown &shown) { return shown.seen(api::loginOf(shown.user)); },
                [](Shown &shown, const QString &read) {
                    shown.user = userCalled(read);
                    return true;
                }),
            told(
                "email",
                [](const Shown &shown) { return std::optional(shown.seen(shown.user.email)); },
                [](Shown &shown, const QString &read) {
                    shown.user.email = read;
                    return true;
                }),
            told(
                "created",
                [](const Shown &shown) {
                    const auto since = shown.user.createdAt.time_since_epoch();
                    return std::optional(
                        QString::number(std::chrono::floor<std::chrono::seconds>(since).count()));
                },
                [](Shown &shown, const QString &read) {
                    shown.user.createdAt = Timestamp(std::chrono::seconds(read.toLongLong()));
                    return true;
                }),
            told(
                "level",
                [](const Shown &shown) {
                    return std::optional(shown.user.role == api::Role::Admin ? u"1"_s : u"0"_s);
                },
                [](Shown &shown, const QString &read) {
                    shown.user.role = read == "1"_L1 ? api::Role::Admin : api::Role::User;
                    return true;
                }),
            told(
                "userhash",
                [](const Shown &shown) {
                    return std::optional(shown.seen(hashOf(api::loginOf(shown.user))));
                },
                [](Shown &, const QString &) { return true; }),
            told(
                "mobile",
                [](const Shown &shown) {
                    return shown.user.phone ? std::optional(shown.seen(*shown.user.phone))
                                            : std::nullopt;
                },
                [](Shown &shown, const QString &read) {
                    shown.user.phone = read;
                    return true;
                }),
            told( // which there says so itself
                "mobile",
                [](const Shown &shown) {
                    return shown.user.phone ? std::nullopt : std::optional(Nothing());
                },
                [](Shown &, Nothing) { return true; }),
            ignored("id", Nothing()), ignored("expires", Nothing()),
            ignored("session_token", Nothing()), ignored("name", Nothing()),
            ignored("email_verified", Nothing()), ignored("emailVerified", Nothing()),
            ignored("image", Nothing()));
    }
};

Translation<api::ListAccounts> listAccounts();
Translation<api::RemoveAccount> removeAccount();
Translation<api::ListPreferences> listPreferences();
Translation<api::SetPreference> setPreference();
Translation<api::ShowServerSettings> showServerSettings();
Translation<api::EditServerSettings> editServerSettings();

} // namespace latchkey::wire::mmdl
