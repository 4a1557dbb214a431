#pragma once

#include "api/describe.h"
#include "base/result.h"
#include "base/secret.h"

#include <QStringList>

#include <optional>

namespace latchkey::api {

/// A password in the one form in which it is judged, hashed and compared (NFC).
Secret normalPassword(const Secret &typed);

/// zxcvbn's estimate, 0 (guessed at once) to 4. What the person is called counts as easily guessed.
/// Nothing where the estimator is missing on this computer.
std::optional<int> passwordScore(const Secret &password, const QStringList &aboutThePerson);

/// Refuses with `passwordTooShort`, `passwordTooLong` or `passwordTooWeak` at `field`; with Server
/// `moduleMissing` what can't be judged.
Result<Nothing> checkPassword(const Secret &password, const PasswordPolicy &policy,
                              const QStringList &aboutThePerson, const QString &field);

} // namespace latchkey::api
