#include "api/apisecret.h"

#include <algorithm>
#include <array>

namespace latchkey::api {

namespace {

constexpr QByteArrayView prefix("lk_");
constexpr QByteArrayView digits("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
constexpr qsizetype randomDigits = 43; ///< hold 256 bits
constexpr qsizetype sumDigits = 6;     ///< hold 32

/// Of the polynomial of ISO 3309, as gzip and PNG have it.
constexpr auto crcSteps = [] {
    std::array<std::uint32_t, 256> steps{};
    for (std::uint32_t i = 0; i < steps.size(); ++i) {
        std::uint32_t step = i;
        for (int bit = 0; bit < 8; ++bit)
            step = (step & 1) ? 0xedb88320 ^ (step >> 1) : step >> 1;
        steps[i] = step;
    }
    return steps;
}();

std::uint32_t crc32(QByteArrayView bytes)
{
    std::uint32_t crc = 0xffffffff;
    for (const char byte : bytes)
        crc = crcSteps[(crc ^ static_cast<unsigned char>(byte)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

/// A number of any size, given by its bytes, the highest first.
QByteArray inDigits(QByteArray number, qsizetype length)
{
    QByteArray written(length, digits.front());
    for (auto digit = written.rbegin(); digit != written.rend(); ++digit) {
        unsigned rest = 0;
        for (char &byte : number) {
            const unsigned part = rest * 256 + static_cast<unsigned char>(byte);
            byte = static_cast<char>(part / unsigned(digits.size()));
            rest = part % unsigned(digits.size());
        }
        *digit = digits[qsizetype(rest)];
    }
    return written;
}

QByteArray sumOf(QByteArrayView text)
{
    const std::uint32_t crc = crc32(text);
    QByteArray bytes;
    for (const int shift : {24, 16, 8, 0})
        bytes.append(static_cast<char>(crc >> shift));
    return inDigits(bytes, sumDigits);
}

} // namespace

Secret apiSecret(const TokenFacts &facts)
{
    const QByteArray text = prefix.toByteArray() + inDigits(facts.random, randomDigits);
    return Secret(text + sumOf(text));
}

bool isBrokenApiSecret(QByteArrayView token)
{
    if (!token.startsWith(prefix))
        return false;
    return token.size() != prefix.size() + randomDigits + sumDigits ||
           token.last(sumDigits) != sumOf(token.chopped(sumDigits));
}

} // namespace latchkey::api
