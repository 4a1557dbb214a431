#include "account/proofway.h"

#include "account/account.h"
#include "account/proofbyprovider.h"

namespace latchkey::account {

ProofWay proofWayOf(const Account &account, const IdentityStore &identities, api::Level needed)
{
    if (needed == api::Level::Password) {
        if (ProofByProvider::isFor(account, identities))
            return ProofWay::Provider;
        if (account.can<api::ProveWithPassword>())
            return ProofWay::Password;
    }
    return account.can<api::ProveWithCode>() ? ProofWay::Code : ProofWay::SignIn;
}

} // namespace latchkey::account
