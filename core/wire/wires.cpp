#include "wire/wires.h"

#include "wire/aurora.h"
#include "wire/mmdl.h"
#include "wire/oneshot.h"
#include "wire/ownwire.h"
#include "wire/temporal/temporal.h"
#include "wire/wingspan/wingspan.h"

namespace latchkey::wire {

namespace {

struct Entry
{
    std::function<Wire()> asServer;
    QList<int> versions = {};
    std::function<Wire(int version)> asClient = {}; ///< where there are versions
};

QList<Entry> entries()
{
    return {{ownWire},      {[] { return auroraWire(); }, auroraVersions(), auroraWire},
            {oneShotWire},  {mmdlWire},
            {temporalWire}, {wingspanWire}};
}

} // namespace

std::vector<Wire> allWires()
{
    std::vector<Wire> wires;
    for (const Entry &entry : entries())
        wires.push_back(entry.asServer());
    return wires;
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

QList<Spoken> spokenWires()
{
    QList<Spoken> all;
    for (const Entry &entry : entries()) {
        const Wire wire = entry.asServer();
        all << Spoken{wire.name, entry.versions, wire.addresses, wire.letsSetRetries};
    }
    return all;
}

std::shared_ptr<const Wire> clientWire(const QString &name, int version)
{
    for (const Entry &entry : entries()) {
        Wire wire = entry.asServer();
        if (wire.name != name)
            continue;
        if (entry.versions.isEmpty())
            return version ? nullptr : std::make_shared<Wire>(std::move(wire));
        const int spoken = version ? version : entry.versions.first();
        return entry.versions.contains(spoken) ? std::make_shared<Wire>(entry.asClient(spoken))
                                               : nullptr;
    }
    return nullptr;
}

} // namespace latchkey::wire
