#include "server/passwordhashing.h"

#include "api/passwordrules.h"
#include "server/store/token.h"

#include <sodium.h>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t(19) * 1024 * 1024;

} // namespace

const Secret &PasswordHashing::nobodys() const
{
    std::call_once(
        m_once, [this] { m_nobodys = hash(Secret(randomBytes(32).toHex())).value_or(Secret()); });
    return m_nobodys;
}

PasswordVerdict PasswordHashing::judge(const PasswordTask &task) const
{
    PasswordVerdict verdict;
    verdict.matches = true;
    if (task.check) {
        const Secret typed = api::normalPassword(task.check->typed);
        const bool isKnown = !task.check->against.isEmpty();
        const bool fits = matches(isKnown ? task.check->against : nobodys(), typed);
        verdict.checked = task.check->against;
        verdict.matches = fits && isKnown;
        if (!verdict.matches)
            return verdict;
        if (!task.choice && isWeak(task.check->against)) {
            if (const auto renewed = hash(typed))
                verdict.fresh = *renewed;
        }
    }
    if (!task.choice)
        return verdict;
    const Secret chosen = api::normalPassword(task.choice->typed);
    const auto hashed = api::checkPassword(chosen, m_policy, task.choice->about, task.choice->field)
                            .and_then([&](Nothing) { return hash(chosen); });
    if (hashed)
        verdict.fresh = *hashed;
    else
        verdict.refused = hashed.error();
    return verdict;
}

Result<Secret> PasswordHashing::hash(const Secret &password)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const auto size = static_cast<unsigned long long>(password.size());
    if (sodium_init() < 0 ||
        crypto_pwhash_str(text.data(), password.reveal().constData(), size, passes, memory) != 0) {
        Error error = Error::of(Error::Kind::Server, u"outOfMemory"_s);
        error.status = 503;
        error.retryAfter = std::chrono::seconds(1);
        return failure(error);
    }
    return Secret(QByteArray(text.data()));
}

bool PasswordHashing::matches(const Secret &hash, const Secret &password)
{
    return crypto_pwhash_str_verify(hash.reveal().constData(), password.reveal().constData(),
                                    static_cast<unsigned long long>(password.size())) == 0;
}

bool PasswordHashing::isWeak(const Secret &hash)
{
    return crypto_pwhash_str_needs_rehash(hash.reveal().constData(), passes, memory) != 0;
}

} // namespace latchkey::server
