#pragma once

#include "api/session.h"
#include "base/result.h"

namespace latchkey::api {

/// What a person calls themselves, without spaces around it. Rejected `empty` where nothing of it
/// would be seen.
Result<QString> normalName(const QString &typed, const QString &field);

/// What a person calls a thing, which may have no name. Rejected `empty` where it has one and
/// nothing of it would be seen.
Result<QString> normalLabel(const QString &typed, const QString &field);

/// The same for each thing that a program says of itself.
Result<Device> normalDevice(const Device &said, const QString &field);

} // namespace latchkey::api
