#include "providersmodule.h"

#include "server/carriers/webfetch.h"
#include "server/openid/openidrelyingparty.h"

using namespace latchkey;

extern "C" server::RelyingParty *latchkey_module(const server::WebFetchSettings &settings,
                                                 const Clock &clock)
{
    auto fetch = std::make_unique<server::WebFetch>(settings);
    return std::make_unique<server::OpenIdRelyingParty>(std::move(fetch), clock).release();
}
