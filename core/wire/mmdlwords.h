#pragma once

#include "wire/words.h"

/// How MMDL says things: an object of a success, which is no matter of the status, and a message.
namespace latchkey::wire::mmdl {

inline constexpr QLatin1StringView joined("USER_INSERT_OK");
inline constexpr QLatin1StringView passwordSet("PASSWORD_RESET_OK");
inline constexpr QLatin1StringView signedIn("LOGIN_OK");

// Where a session begins, and where one is looked at.
inline constexpr std::array loginPaths{"/api/login", "/api/users/login"};
inline constexpr auto checkPath = "/api/auth/inbuilt/check";
inline constexpr auto registerPath = "/api/users/register";

// Codes of our own, for requests that can't be read.
inline constexpr QLatin1StringView noPasswordSaid("noPasswordSaid");
inline constexpr QLatin1StringView noJson("noJson");

/// Some of its routes say it in a word.
enum class Truth : std::uint8_t { Value, Word };

template <class Message>
struct Data
{
    Message message;

    static constexpr auto fields() { return api::fieldList(api::field("message", &Data::message)); }
};

template <class Message>
struct Envelope
{
    bool success = true;
    Data<Message> data = {};
};

inline constexpr auto asValue = told(
    "success", [](const auto &said) { return said.success; },
    [](auto &said, bool read) {
        said.success = read;
        return true;
    });
inline constexpr auto asWord = told(
    "success", [](const auto &said) { return said.success ? u"true"_s : u"false"_s; },
    [](auto &said, const QString &read) {
        said.success = read == "true"_L1;
        return said.success || read == "false"_L1;
    });

template <class Message>
HttpReply said(int status, bool success, const Message &message, Truth truth = Truth::Value)
{
    const Envelope<Message> all{success, {message}};
    const auto data = api::fieldList(api::field("data", &Envelope<Message>::data));
    return jsonReply(status,
                     truth == Truth::Word
                         ? bodyOf(all, std::tuple_cat(api::fieldList(asWord), data))
                         : bodyOf(all, std::tuple_cat(api::fieldList(asValue), data)),
                     "application/json; charset=utf-8");
}

/// What was said, however its success is.
template <class Message>
Result<Envelope<Message>> heard(const HttpReply &reply)
{
    const auto data = api::fieldList(api::field("data", &Envelope<Message>::data));
    const auto read =
        readBody<Envelope<Message>>(reply, std::tuple_cat(api::fieldList(asValue), data));
    if (read || read.error().field != "success"_L1)
        return read;
    return readBody<Envelope<Message>>(reply, std::tuple_cat(api::fieldList(asWord), data));
}

Error readError(const HttpReply &reply);
/// Nothing is there, or nothing of that method.
bool isUnknownThere(const HttpReply &reply);
/// It misses something in what it was sent.
bool missesInput(const HttpReply &reply);

/// Success is no matter of the status alone, nor of what is said beside it.
template <class Message>
Result<Message> read(const HttpReply &reply)
{
    const auto refusal = heard<QString>(reply);
    if (refusal && !refusal->success)
        return failure(readError(reply));
    return heard<Message>(reply).and_then(
        [&reply](const Envelope<Message> &said) -> Result<Message> {
            if (!said.success)
                return failure(readError(reply));
            return said.data.message;
        });
}

HttpReply writeError(const Error &error, const Route &route);
HttpReply writeSignInError(const Error &error, const Route &route);
HttpReply writeSignUpError(const Error &error, const Route &route);
HttpReply writeOtpError(const Error &error, const Route &route);
HttpReply writeResetError(const Error &error, const Route &route);
HttpReply writeRemovalError(const Error &error, const Route &route);
HttpReply writeSettingError(const Error &error, const Route &route);

} // namespace latchkey::wire::mmdl
