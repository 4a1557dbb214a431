#include "wire/wires.h"

#include "wire/aurora.h"
#include "wire/oneshot.h"
#include "wire/ownwire.h"

namespace latchkey::wire {

std::vector<Wire> allWires()
{
    return {ownWire(), auroraWire(), oneShotWire()};
}

QStringList foreignWires()
{
    QStringList names;
    for (const Wire &wire : allWires()) {
        if (!wire.isOwn())
            names << wire.name;
    }
    return names;
}

} // namespace latchkey::wire
