#include "api/passwordrules.h"

#include "base/latelibrary.h"

#include <zxcvbn.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace latchkey::api {

using namespace Qt::StringLiterals;

namespace {

// The estimate grows with the cube of the length; past this many bytes it is strong enough or
// repeats itself.
constexpr qsizetype judgedBytes = 100;

/// Nothing where the estimator can't be loaded.
std::optional<double> bitsOf(const char *password, const char *words[])
{
    static const LateLibrary library(LATCHKEY_ZXCVBN);
    static auto *const match = library.find<decltype(ZxcvbnMatch)>("ZxcvbnMatch");
    if (!match)
        return std::nullopt;
    return match(password, words, nullptr);
}

qsizetype codePoints(const Secret &password)
{
    return std::ranges::count_if(
        password.reveal(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

} // namespace

Secret normalPassword(const Secret &typed)
{
    return Secret(typed.revealText().normalized(QString::NormalizationForm_C));
}

std::optional<int> passwordScore(const Secret &password, const QStringList &aboutThePerson)
{
    std::vector<QByteArray> words;
    for (const QString &about : aboutThePerson) {
        for (const QString &word : about.toLower().split(u'@'))
            words.push_back(word.toUtf8());
        words.push_back(about.toLower().toUtf8());
    }
    std::vector<const char *> pointers;
    for (const QByteArray &word : words) {
        if (!word.isEmpty())
            pointers.push_back(word.constData());
    }
    pointers.push_back(nullptr);

    const Secret judged(password.reveal().left(judgedBytes));
    const std::optional<double> bits = bitsOf(judged.reveal().constData(), pointers.data());
    if (!bits)
        return std::nullopt;
    const double guesses = *bits * std::log10(2.0);
    // The thresholds of the estimator's authors (10^3, 10^6, 10^8, 10^10 guesses).
    return guesses < 3 ? 0 : guesses < 6 ? 1 : guesses < 8 ? 2 : guesses < 10 ? 3 : 4;
}

Result<Nothing> checkPassword(const Secret &password, const PasswordPolicy &policy,
                              const QStringList &aboutThePerson, const QString &field)
{
    const qsizetype length = codePoints(password);
    if (length < policy.minLength)
        return failure(Error::rejected(u"passwordTooShort"_s, field,
                                       u"at least %1 characters"_s.arg(policy.minLength)));
    if (length > policy.maxLength)
        return failure(Error::rejected(u"passwordTooLong"_s, field,
                                       u"at most %1 characters"_s.arg(policy.maxLength)));
    const std::optional<int> score = passwordScore(password, aboutThePerson);
    if (!score)
        return failure(Error::of(Error::Kind::Server, u"moduleMissing"_s));
    if (*score < policy.minScore)
        return failure(Error::rejected(u"passwordTooWeak"_s, field, u"too easy to guess"_s));
    return Nothing();
}

} // namespace latchkey::api
