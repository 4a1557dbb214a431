#pragma once

#include "columns.h"

#include <QHash>

/// What is written on our own wire, in the words of its published description.
namespace latchkey::test::own {

/// By a row's title.
using Answers = QHash<QByteArray, Written>;

inline constexpr auto Get = HttpMethod::Get;
inline constexpr auto Post = HttpMethod::Post;

// Members in another order than we write them, times in other forms of RFC 3339, and spaces.
inline const QByteArray theUser = R"({"version": 1, "id": "usr_1", "email": "ada@example.com",
    "name": "Ada Lovelace", "role": "user", "language": "en", "emailVerified": false,
    "createdAt": "2027-01-15T08:00:00Z"})";

/// What it says of itself, and what is told of it.
inline const QByteArray theDeviceSays =
    R"({"label":"Ada's laptop","program":"Contract 1","system":"None","mark":"the mark of the laptop"})";
inline const QByteArray theDeviceSaid =
    R"({"label":"Ada's laptop","program":"Contract 1","system":"None"})";

/// The one that asks.
QByteArray session(const QByteArray &proof);
QByteArray signedIn(const QByteArray &token, const QByteArray &proof);
/// One of these is asked for next.
QByteArray challenge(const QByteArray &factors);
/// A code went there, at eight.
QByteArray sentTo(const QByteArray &to);

HttpReply json(const QByteArray &body);

HttpRequest get(const QByteArray &path, const QByteArray &query = {});
HttpRequest drop(const QByteArray &path);
HttpRequest post(const QByteArray &path, const QByteArray &body = "{}");
HttpRequest patch(const QByteArray &path, const QByteArray &body);
HttpRequest put(const QByteArray &path, const QByteArray &body);
/// Without a session.
HttpRequest publicly(HttpMethod method, const QByteArray &path, const QByteArray &body = {});

/// Of the ways in that are none by password, and of acting for others.
void addEntry(Answers &all);
void addProviders(Answers &all);
/// Whom an account lets in, and what they do there.
void addAuthorizations(Answers &all);
void addAccounts(Answers &all);
void addServerSettings(Answers &all);
void addOrganisations(Answers &all);
void addCredits(Answers &all);

} // namespace latchkey::test::own
