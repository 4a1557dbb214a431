#pragma once

#include "kit/printing.h"

namespace latchkey::app {

/// The one function of the module that prints, with the libraries that it takes. What is made is
/// the caller's.
using MakePrinting = ui::Printing *(*)();

} // namespace latchkey::app
