#pragma once

#include "client.h"

namespace latchkey::app {

/// The system's browser, and what it shows in the language of the window.
Client::Browser systemBrowser();

} // namespace latchkey::app
