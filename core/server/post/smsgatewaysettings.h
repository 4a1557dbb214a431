#pragma once

#include "base/secret.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <vector>

namespace latchkey::server {

/// The service on the web that takes our texts. In its address and in the body `{to}` and `{text}`
/// stand for the number and the text, written as each place needs it.
struct SmsGatewaySettings
{
    enum class Method : std::uint8_t { Get, Post, Put };
    enum class BodyForm : std::uint8_t { UrlEncoded, Json };

    QString url;
    Method method = Method::Post;
    BodyForm bodyForm = BodyForm::UrlEncoded;
    QString body = QStringLiteral("to={to}&text={text}");
    std::vector<Secret> headers; ///< `Name: value` each; a key to the service is among them
    QString authorities;         ///< as with mail
    std::chrono::milliseconds connectWithin = std::chrono::seconds(15);
    std::chrono::milliseconds doneWithin = std::chrono::seconds(30);
};

} // namespace latchkey::server
