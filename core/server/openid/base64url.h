#pragma once

#include <QByteArray>

#include <optional>

namespace latchkey::server {

/// RFC 7515, section 2: without padding, and in the one way in which it is written.
inline std::optional<QByteArray> fromBase64Url(const QByteArray &text)
{
    constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const auto read =
        QByteArray::fromBase64Encoding(text, options | QByteArray::AbortOnBase64DecodingErrors);
    if (!read || read.decoded.toBase64(options) != text)
        return std::nullopt;
    return read.decoded;
}

} // namespace latchkey::server
