#include "server/store/writtencode.h"

#include "server/store/token.h"

namespace latchkey::server {

namespace {

constexpr int lettersInACode = 10; // of 5 bits
constexpr int lettersBeforeTheDash = 5;

// Crockford's base32: without letters that look like digits.
constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

} // namespace

Secret newWrittenCode()
{
    QByteArray code;
    code.reserve(lettersInACode + 1);
    for (const char random : randomBytes(lettersInACode)) {
        if (code.size() == lettersBeforeTheDash)
            code.append('-');
        code.append(alphabet[random & 31]);
    }
    return Secret(code);
}

Secret plainWrittenCode(const Secret &typed)
{
    QByteArray letters;
    letters.reserve(typed.size());
    for (const char c : typed.reveal().toUpper()) {
        if (c == '-' || c == ' ')
            continue;
        letters.append(c == 'O' ? '0' : (c == 'I' || c == 'L') ? '1' : c);
    }
    return Secret(letters);
}

} // namespace latchkey::server
