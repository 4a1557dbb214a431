#pragma once

#include "wire/wire.h"

namespace latchkey::wire::temporal {

/// From an account that is made to a session that is renewed.
void knowEntering(Wire &wire);
/// Whose account it is, and its password.
void knowAccount(Wire &wire);
/// What its wire has for credits, usage and the one upgrade that there is.
void knowCredits(Wire &wire);
/// What the server says of itself.
void knowServer(Wire &wire);

} // namespace latchkey::wire::temporal
