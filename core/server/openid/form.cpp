#include "server/openid/form.h"

#include <cstring>

namespace latchkey::server {

namespace {

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
}

Secret taken(QByteArray &bytes)
{
    Secret secret(bytes);
    explicit_bzero(bytes.data(), static_cast<size_t>(bytes.size()));
    return secret;
}

} // namespace

Secret formEncoded(const Secret &text)
{
    constexpr char digits[] = "0123456789ABCDEF";
    QByteArray out;
    out.reserve(3 * text.size());
    for (const char c : text.reveal()) {
        if (isPlain(c)) {
            out += c;
            continue;
        }
        const auto code = static_cast<unsigned char>(c);
        out += '%';
        out += digits[code >> 4U];
        out += digits[code & 15U];
    }
    return taken(out);
}

void Form::add(const char *name, const Secret &value)
{
    const Secret encoded = formEncoded(value);
    QByteArray all;
    all.reserve(m_encoded.size() + qsizetype(qstrlen(name)) + encoded.size() + 2);
    all += m_encoded.reveal();
    if (!all.isEmpty())
        all += '&';
    all += name;
    all += '=';
    all += encoded.reveal();
    m_encoded = taken(all);
}

} // namespace latchkey::server
