#pragma once

#include "access/sessiongroup.h"

#include <QString>

#include <optional>

namespace latchkey::ui {

/// Sessions in words for people.
namespace sessionwords {

QString group(SessionGroup group);
/// What a person knows it by: the name they gave it, or the program.
QString title(const api::Session &session);
/// "Latchkey 0.1 on Debian 12", or what of it is known.
QString program(const api::Device &device);
QString proof(api::Proof proof);
/// Why, and by whom as far as that is known: `endedBy` is what that session is called.
QString ending(const api::SessionEnd &end, const std::optional<api::Session> &endedBy);

} // namespace sessionwords

} // namespace latchkey::ui
