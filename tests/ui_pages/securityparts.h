#pragma once

#include "account/factorstore.h"
#include "account/identitystore.h"
#include "pagestage.h"
#include "security/securitypage.h"

namespace latchkey::test {

inline ui::SecurityParts securityParts(PageStage &stage, account::Account &account)
{
    return {.account = account,
            .factors = *stage.accounts.factors(account.id()),
            .identities = *stage.accounts.identities(account.id()),
            .clock = stage.clock,
            .toast = stage.toast,
            .printing = stage.printing};
}

} // namespace latchkey::test
