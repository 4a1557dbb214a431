#pragma once

namespace latchkey::ui {

/// From where an authorization is seen: of whoever is let in, or of whose account it is.
enum class AuthorizationSide { Received, Given };

} // namespace latchkey::ui
