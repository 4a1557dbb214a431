#pragma once

#include "base/result.h"

#include <QString>

#include <optional>

namespace latchkey::server {

/// The number as it is kept and called: E.164, however it was typed. An extension is left out, for
/// no text gets there. Rejected `phoneNotValid` or, for one that says no country, where `region`
/// names none either, `phoneNeedsCountry` (field `phone`).
Result<QString> normalPhone(const QString &typed, const std::optional<QString> &region);

} // namespace latchkey::server
