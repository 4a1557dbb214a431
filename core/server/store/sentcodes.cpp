#include "server/store/sentcodes.h"

#include "api/email.h"
#include "server/store/names.h"
#include "server/store/sendinglimit.h"
#include "server/store/token.h"
#include "server/store/vault.h"
#include "server/store/writtencode.h"
#include "server/store/wrongcode.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

/// No subject is sealed, hashed or counted as that of another purpose.
QString placeOf(CodePurpose purpose, const QString &subject)
{
    return storedName(purpose) + u'/' + subject;
}

/// As it was sent, whatever groups it is typed in.
Secret plain(const CodeUse &use, const Secret &typed)
{
    if (!use.subject)
        return plainWrittenCode(typed);
    QByteArray digits = typed.reveal();
    digits.replace(' ', "").replace('-', "");
    Secret code(digits);
    digits.fill('\0');
    return code;
}

} // namespace

SentCodes::SentCodes(storage::Database &database, const Clock &clock, const Vault &vault,
                     SentCodePolicy policy)
    : m_database(database)
    , m_clock(clock)
    , m_vault(vault)
    , m_policy(policy)
{}

QByteArray SentCodes::hashOf(const Secret &code, const CodeUse &use) const
{
    const QString way = use.way == PostKind::Mail ? u"mail/"_s : u"sms/"_s;
    return m_vault.hashOf(code, way + placeOf(use.purpose, use.subject.value_or(QString())));
}

QString SentCodes::subjectOf(const CodeUse &use, const Secret &code) const
{
    if (use.subject)
        return *use.subject;
    const QByteArray hash = m_vault.hashOf(code, u"subject/"_s + storedName(use.purpose));
    return QString::fromLatin1(hash.toBase64());
}

QByteArray SentCodes::askerHash(const QString &asker) const
{
    return m_vault.hashOf(Secret(asker), u"asker"_s);
}

Result<bool> SentCodes::wasMade(CodePurpose purpose, const QString &subject)
{
    Statement made(m_database, u"SELECT 1 FROM sent_codes WHERE subject = ? AND purpose = ?"_s);
    made.bind(subject, storedName(purpose));
    return made.next();
}

Result<std::optional<CodePurpose>> SentCodes::lastMade(CodePurpose one, CodePurpose other,
                                                       const QString &subject)
{
    Statement last(m_database, u"SELECT purpose FROM sent_codes WHERE subject = ? "
                               "AND purpose IN (?, ?) ORDER BY number DESC LIMIT 1"_s);
    last.bind(subject, storedName(one), storedName(other));
    return last.next().map([&](bool found) {
        return found ? std::optional(fromStoredName<CodePurpose>(last.text(0))) : std::nullopt;
    });
}

Result<std::optional<QString>> SentCodes::lastWentTo(CodePurpose purpose, const QString &subject)
{
    using To = std::optional<QString>;
    Statement last(m_database, u"SELECT sealed_to FROM sent_codes WHERE subject = ? "
                               "AND purpose = ? ORDER BY number DESC LIMIT 1"_s);
    last.bind(subject, storedName(purpose));
    return last.next().and_then([&](bool found) -> Result<To> {
        if (!found)
            return To();
        return m_vault.open(last.bytes(0), placeOf(purpose, subject)).map([](const Secret &to) {
            return To(to.revealText());
        });
    });
}

Result<Nothing> SentCodes::admit(const QString &column, const QByteArray &who, CodePurpose purpose)
{
    const Timestamp now = m_clock.now();
    // What was sent later than now was sent while the clock was ahead.
    Statement sent(m_database, u"SELECT sent_at FROM sent_codes WHERE "_s + column +
                                   u" = ? AND sent_at > ? AND sent_at <= ? AND purpose = ? "
                                   "ORDER BY sent_at DESC"_s);
    sent.bind(who, now - sendingCountedFor, now, storedName(purpose));
    return admitSending(sent, now, m_policy);
}

Result<FreshCode> SentCodes::make(const CodeRequest &request)
{
    const CodePurpose purpose = request.use.purpose;
    const QByteArray asker = askerHash(request.asker);
    // However it is typed, it is one mailbox.
    const QByteArray recipient = m_vault.hashOf(Secret(api::emailKey(request.to)), u"recipient"_s);
    if (auto admitted = admit(u"asker"_s, asker, purpose); !admitted)
        return failure(std::move(admitted).error());
    if (auto admitted = admit(u"recipient"_s, recipient, purpose); !admitted)
        return failure(std::move(admitted).error());
    const Timestamp now = m_clock.now();
    const bool isWritten = !request.use.subject;
    const auto lifetime =
        request.lifetime.value_or(isWritten ? m_policy.writtenLifetime : m_policy.lifetime);
    FreshCode fresh{.code = isWritten ? newWrittenCode() : newDigits(),
                    .lifetime = lifetime,
                    .resendAt = now + m_policy.resendAfter,
                    .expiresAt = now + lifetime};
    const Secret kept = request.isGood ? plain(request.use, fresh.code) : Secret(randomBytes(32));
    const QString subject = subjectOf(request.use, kept);
    Statement insert(m_database,
                     u"INSERT INTO sent_codes (purpose, subject, code_hash, sealed_to, asker, "
                     "recipient, sent_at, expires_at, tries_left) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number"_s);
    insert.bind(storedName(purpose), subject, hashOf(kept, request.use),
                m_vault.seal(Secret(request.to), placeOf(purpose, subject)), asker, recipient, now,
                fresh.expiresAt, m_policy.tries);
    return insert.next().map([&](bool) {
        fresh.cause = u"sentCode/%1"_s.arg(insert.integer(0));
        return fresh;
    });
}

Result<QString> SentCodes::check(const CodeUse &use, const Secret &code)
{
    return tryOut(use, code, false);
}

Result<QString> SentCodes::use(const CodeUse &use, const Secret &code)
{
    return tryOut(use, code, true);
}

// One statement counts the try and uses the code up: of many guesses at once none goes uncounted,
// and of two right ones, one was first.
Result<QString> SentCodes::tryOut(const CodeUse &use, const Secret &code, bool usesUp)
{
    const Secret typed = plain(use, code);
    const QByteArray hash = hashOf(typed, use);
    const QString subject = subjectOf(use, typed);
    Statement update(
        m_database,
        u"UPDATE sent_codes SET tries_left = CASE WHEN code_hash <> ? THEN tries_left - 1 "
        "WHEN ? THEN 0 ELSE tries_left END WHERE number = (SELECT MAX(number) FROM sent_codes "
        "WHERE subject = ? AND purpose = ?) AND expires_at > ? AND tries_left > 0 "
        "RETURNING code_hash = ?, sealed_to"_s);
    update.bind(hash, usesUp, subject, storedName(use.purpose), m_clock.now(), hash);
    return update.next().and_then([&](bool counted) -> Result<QString> {
        if (!counted || !update.boolean(0))
            return failure(wrongCode());
        return m_vault.open(update.bytes(1), placeOf(use.purpose, subject))
            .map([](const Secret &to) { return to.revealText(); });
    });
}

Result<Nothing> SentCodes::withdraw(CodePurpose purpose, const QString &subject)
{
    Statement update(m_database,
                     u"UPDATE sent_codes SET tries_left = 0 WHERE subject = ? AND purpose = ?"_s);
    update.bind(subject, storedName(purpose));
    return update.execute().map([](qint64) { return Nothing(); });
}

Result<Nothing> SentCodes::withdrawAllOf(CodePurpose purpose, const QString &asker)
{
    Statement update(m_database,
                     u"UPDATE sent_codes SET tries_left = 0 WHERE asker = ? AND purpose = ?"_s);
    update.bind(askerHash(asker), storedName(purpose));
    return update.execute().map([](qint64) { return Nothing(); });
}

Result<qint64> SentCodes::forgetOld(int limit)
{
    Statement remove(m_database,
                     u"DELETE FROM sent_codes WHERE number IN (SELECT number FROM sent_codes "
                     "WHERE (sent_at <= ? AND expires_at <= ?) OR sent_at > ? LIMIT ?)"_s);
    const Timestamp now = m_clock.now();
    // A clock that goes back by a little takes nobody's code away.
    remove.bind(now - sendingCountedFor, now, now + sendingCountedFor, limit);
    return remove.execute();
}

} // namespace latchkey::server
