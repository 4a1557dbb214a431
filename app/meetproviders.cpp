#include "module.h"
#include "providersmodule.h"

namespace latchkey::app {

server::MakeRelyingParty meetProviders(const server::WebFetchSettings &settings, const Clock &clock)
{
    return [settings, &clock] {
        const auto make = entryOf<MeetProviders>("providers");
        return std::unique_ptr<server::RelyingParty>(make ? make(settings, clock) : nullptr);
    };
}

} // namespace latchkey::app
