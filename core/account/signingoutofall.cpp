#include "account/signingoutofall.h"

#include "account/accounts.h"

#include <memory>

namespace latchkey::account {

using namespace Qt::StringLiterals;

namespace {

bool isBehindPassphrase(const Accounts &accounts, const Account &account)
{
    return account.profile().keeping == KeepingPlace::File && !accounts.keeping().isFileOpen();
}

} // namespace

Call<Nothing> signOutOfAll(Accounts &accounts)
{
    struct Outcome
    {
        qsizetype open = 1;
        std::optional<Error> kept;
    };
    const CallSource<Nothing> source;
    const auto outcome = std::make_shared<Outcome>();
    const auto settle = [source, outcome] {
        if (--outcome->open > 0)
            return;
        source.finish(outcome->kept ? Result<Nothing>(failure(*outcome->kept)) : Nothing());
    };
    for (const ProfileId &id : accounts.ids()) {
        if (isBehindPassphrase(accounts, *accounts.account(id)))
            continue;
        ++outcome->open;
        accounts.signOutHere(id).then(&accounts, [outcome, settle](const Result<Nothing> &end) {
            if (!end && end.error().code.startsWith("tokenKept"_L1))
                outcome->kept = end.error();
            settle();
        });
    }
    settle();
    return source.call();
}

} // namespace latchkey::account
