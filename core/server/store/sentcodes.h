#pragma once

#include "api/field.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "server/post/message.h"
#include "server/store/sentcodepolicy.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

class Vault;

enum class CodePurpose : std::uint8_t {
    Challenge,
    Proof,
    Enrolment,
    EmailVerification,
    EmailChange,
    Phone,
    Reset,
    SignUp,
    SignIn,
};

constexpr auto namesOf(CodePurpose)
{
    using api::Name;
    return std::array{Name{CodePurpose::Challenge, "challenge"},
                      Name{CodePurpose::Proof, "proof"},
                      Name{CodePurpose::Enrolment, "enrolment"},
                      Name{CodePurpose::EmailVerification, "emailVerification"},
                      Name{CodePurpose::EmailChange, "emailChange"},
                      Name{CodePurpose::Phone, "phone"},
                      Name{CodePurpose::Reset, "reset"},
                      Name{CodePurpose::SignUp, "signUp"},
                      Name{CodePurpose::SignIn, "signIn"}};
}

/// What a code is good for: whoever gives it back says the same.
struct CodeUse
{
    CodePurpose purpose = CodePurpose::Challenge;
    /// E.g. a challenge's id. Where nobody will have one to say, the code is found by itself, and
    /// is a long one.
    std::optional<QString> subject;
    PostKind way = PostKind::Mail;
};

struct CodeRequest
{
    CodeUse use;
    QString asker; ///< on whose account it is counted, besides the recipient's
    QString to;
    bool isGood = true; ///< else no code will do, which looks the same
    std::optional<std::chrono::minutes> lifetime = {}; ///< else that of its kind
};

struct FreshCode
{
    Secret code; ///< six digits, or written
    std::chrono::minutes lifetime{};
    Timestamp resendAt{};
    Timestamp expiresAt{};
    QString cause; ///< for the post
};

/// Codes that prove that somebody reads an address. Only their hashes are kept, with a key.
class SentCodes
{
public:
    SentCodes(storage::Database &database, const Clock &clock, const Vault &vault,
              SentCodePolicy policy);

    /// Whether one was made, which need not be good any more.
    Result<bool> wasMade(CodePurpose purpose, const QString &subject);

    /// For which of two purposes the last one was made; nothing where none was.
    Result<std::optional<CodePurpose>> lastMade(CodePurpose one, CodePurpose other,
                                                const QString &subject);

    /// Where the last one for it went, which need not be good any more.
    Result<std::optional<QString>> lastWentTo(CodePurpose purpose, const QString &subject);

    /// With it the one before is worth nothing. RateLimited `codeTooSoon` or `tooManyCodes`, with
    /// `retryAfter`.
    Result<FreshCode> make(const CodeRequest &request);

    /// Where the code went, which stays good. Else as `use`.
    Result<QString> check(const CodeUse &use, const Secret &code);
    /// Where the code went, which is used up from here. Rejected `wrongCode` (field `code`) for
    /// every other, whatever is wrong with it: that is one try, which whoever refuses must keep.
    Result<QString> use(const CodeUse &use, const Secret &code);

    /// The one that lives is worth nothing any more.
    Result<Nothing> withdraw(CodePurpose purpose, const QString &subject);
    /// ... and so are all of that asker.
    Result<Nothing> withdrawAllOf(CodePurpose purpose, const QString &asker);

    Result<qint64> forgetOld(int limit);

private:
    Result<QString> tryOut(const CodeUse &use, const Secret &code, bool usesUp);
    Result<Nothing> admit(const QString &column, const QByteArray &who, CodePurpose purpose);
    QByteArray hashOf(const Secret &code, const CodeUse &use) const;
    /// What the code's row is found by.
    QString subjectOf(const CodeUse &use, const Secret &code) const;
    QByteArray askerHash(const QString &asker) const;

    storage::Database &m_database;
    const Clock &m_clock;
    const Vault &m_vault;
    const SentCodePolicy m_policy;
};

} // namespace latchkey::server
