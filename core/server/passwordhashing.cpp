#include "server/passwordhashing.h"

#include "api/passwordrules.h"
#include "server/store/token.h"

#include <sodium.h>

#include <cerrno>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t(19) * 1024 * 1024;

Error outOfMemory()
{
    return Error::unavailable(u"outOfMemory"_s, std::chrono::seconds(1));
}

} // namespace

Result<Secret> PasswordHashing::nobodys() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_nobodys.isEmpty()) {
        auto made = hash(Secret(randomBytes(32).toHex()));
        if (!made)
            return made;
        m_nobodys = *std::move(made);
    }
    return m_nobodys;
}

PasswordVerdict PasswordHashing::judge(const PasswordTask &task) const
{
    PasswordVerdict verdict;
    verdict.matches = true;
    if (task.check) {
        const Secret typed = api::normalPassword(task.check->typed);
        const bool isKnown = !task.check->against.isEmpty();
        const auto fits = (isKnown ? Result<Secret>(task.check->against) : nobodys())
                              .and_then([&](const Secret &hash) { return matches(hash, typed); });
        verdict.checked = task.check->against;
        verdict.matches = fits && *fits && isKnown;
        if (!fits)
            verdict.lacking = fits.error();
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
    if (!task.choice->present.isEmpty()) {
        const auto isPresent = matches(task.choice->present, chosen);
        verdict.checked = task.choice->present;
        verdict.isUnchanged = isPresent.value_or(false);
        if (!isPresent)
            verdict.lacking = isPresent.error();
        if (!isPresent || verdict.isUnchanged)
            return verdict;
    }
    if (task.check && chosen.matches(api::normalPassword(task.check->typed))) {
        verdict.refused = Error::rejected(u"passwordUnchanged"_s, task.choice->field);
        return verdict;
    }
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
        return failure(outOfMemory());
    }
    return Secret(QByteArray(text.data()));
}

Result<bool> PasswordHashing::matches(const Secret &hash, const Secret &password)
{
    errno = 0;
    const int outcome =
        crypto_pwhash_str_verify(hash.reveal().constData(), password.reveal().constData(),
                                 static_cast<unsigned long long>(password.size()));
    if (outcome != 0 && errno == ENOMEM)
        return failure(outOfMemory());
    return outcome == 0;
}

bool PasswordHashing::isWeak(const Secret &hash)
{
    return crypto_pwhash_str_needs_rehash(hash.reveal().constData(), passes, memory) != 0;
}

} // namespace latchkey::server
