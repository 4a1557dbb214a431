#pragma once

#include "wire/wire.h"

#include <QStringList>

namespace latchkey::wire {

/// Every wire that this program speaks, each as a server speaks it; our own first.
std::vector<Wire> allWires();

/// The names of those that aren't our own.
QStringList foreignWires();

/// A wire that a client can be told to speak.
struct Spoken
{
    QString name;
    QList<int> versions;   ///< the usual one first; none where there is nothing to choose
    QStringList addresses; ///< of its vendor's own servers, the usual one first
    bool letsSetRetries = false;
};

QList<Spoken> spokenWires();

/// As a client speaks it; version 0 is the usual one. Null where there is none of that name, or not
/// in that version.
std::shared_ptr<const Wire> clientWire(const QString &name, int version = 0);

} // namespace latchkey::wire
