#pragma once

#include "wire/wire.h"

#include <QStringList>

namespace latchkey::wire {

/// Every wire that this program speaks, each as a server speaks it; our own first.
std::vector<Wire> allWires();

/// The names of those that aren't our own.
QStringList foreignWires();

} // namespace latchkey::wire
