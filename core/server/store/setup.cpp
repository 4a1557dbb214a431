#include "server/store/setup.h"

#include "server/store/settings.h"
#include "server/store/token.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

const QString codeSetting = u"setupCodeHash"_s;
const QString openSetting = u"signUpOpen"_s;

// Without letters that look like digits, for it is copied from a terminal by eye.
constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

QByteArray hashOf(const Secret &code)
{
    QByteArray plain;
    for (const char c : code.reveal().toUpper()) {
        if (c != '-' && c != ' ')
            plain.append(c);
    }
    return sha256(plain);
}

} // namespace

Setup::Setup(storage::Database &database, Settings &settings)
    : m_database(database)
    , m_settings(settings)
{}

Result<bool> Setup::isFirstAccountPending()
{
    Statement statement(m_database, u"SELECT EXISTS (SELECT 1 FROM users)"_s);
    return statement.next().map([&](bool) { return !statement.boolean(0); });
}

Result<bool> Setup::isCodeRequired()
{
    return m_settings.value(codeSetting).map([](const auto &hash) { return hash.has_value(); });
}

Result<Secret> Setup::issueCode()
{
    // 100 bits: nobody guesses it, so its tries need no counting.
    QByteArray code;
    for (const char c : randomBytes(20)) {
        if (code.size() % 6 == 5)
            code.append('-');
        code.append(alphabet[c & 31]);
    }
    const Secret secret(code);
    return m_settings.setValue(codeSetting, hashOf(secret)).map([&](Nothing) { return secret; });
}

Result<Nothing> Setup::admit(const std::optional<Secret> &code)
{
    return m_settings.value(codeSetting).and_then([&](const auto &hash) -> Result<Nothing> {
        if (!hash || (code && Secret(*hash).matches(Secret(hashOf(*code)))))
            return Nothing();
        return failure(Error::rejected(u"setupCodeWrong"_s, u"setupCode"_s));
    });
}

Result<bool> Setup::isSignUpOpen(bool unlessSaid)
{
    return m_settings.value(openSetting).map([&](const auto &said) {
        return said ? *said == "yes" : unlessSaid;
    });
}

Result<Nothing> Setup::setSignUpOpen(bool open)
{
    return m_settings.setValue(openSetting, open ? "yes" : "no");
}

Result<Nothing> Setup::withdrawCode()
{
    return m_settings.remove(codeSetting);
}

} // namespace latchkey::server
