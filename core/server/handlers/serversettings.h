#pragma once

#include "server/service.h"
#include "server/store/setup.h"

namespace latchkey::server::handlers {

/// Beyond the first account: as an administrator said, else as the server was started.
inline Result<bool> isSignUpOpen(const Service &service, Setup &setup)
{
    return setup.isSignUpOpen(service.signUp != SignUpRule::OnlyFirst);
}

} // namespace latchkey::server::handlers
