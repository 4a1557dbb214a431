#include "server/handlers/secondfactor.h"

#include "server/handlers/trace.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

Result<bool> isTaken(WriteStore &store, const api::UserId &user, api::Factor factor,
                     const Secret &code)
{
    switch (factor) {
    case api::Factor::Totp:
        return store.factors.use(user, code).map([](const auto &used) { return used.has_value(); });
    case api::Factor::RecoveryCode:
        return store.recoveryCodes.use(user, code);
    case api::Factor::EmailCode:
    case api::Factor::SmsCode:
    case api::Factor::Unknown:
        return false; // nobody was sent one
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Nothing> takeCode(WriteStore &store, const api::UserId &user, api::Factor factor,
                         const Secret &code)
{
    return isTaken(store, user, factor, code).and_then([&](bool isRight) -> Result<Nothing> {
        if (!isRight)
            return failure(Error::rejected(u"wrongCode"_s, u"code"_s));
        // The programs show how many are left.
        return factor == api::Factor::RecoveryCode
                   ? tell(store, user, api::EventKind::FactorsChanged)
                   : Result<Nothing>();
    });
}

Result<Nothing> askAgainEverywhere(WriteStore &store, const api::UserId &user)
{
    return store.challenges.closeAll(user)
        .and_then([&](Nothing) { return store.trustedDevices.forgetAll(user); })
        .and_then([&](qint64 forgotten) {
            return forgotten > 0 ? tell(store, user, api::EventKind::FactorsChanged)
                                 : Result<Nothing>();
        });
}

} // namespace latchkey::server::handlers
