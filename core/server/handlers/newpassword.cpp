#include "server/handlers/newpassword.h"

#include "server/guards/guards.h"
#include "server/handlers/revoking.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"

namespace latchkey::server::handlers {

namespace {

Result<Nothing> endOthers(Context &context, WriteStore &store)
{
    return store.sessions
        .endOthers(context.asker(), api::EndReason::PasswordChanged, Sessions::Reach::All)
        .and_then([&](const auto &ended) {
            return traceEnded(store, context, context.principal->user, ended);
        })
        .and_then([&](Nothing) { return revokeGiven(store, context, context.principal->user); });
}

} // namespace

Result<Nothing> setNewPassword(const News &news, Context &context, WriteStore &store,
                               const api::User &user, const PasswordVerdict &verdict,
                               OtherSessions others)
{
    return store.users.setPasswordHash(user.id, verdict.checked, *verdict.fresh)
        .and_then([&](Nothing) { return askAgainEverywhere(store, user.id); })
        .and_then([&](Nothing) {
            return others == OtherSessions::End ? endOthers(context, store) : Result<Nothing>();
        })
        .and_then([&](Nothing) { return withdrawResets(store, user); })
        .and_then([&](Nothing) { return news.passwordChanged(store, context, user); });
}

Result<Nothing> mustBeFresh(const Context &context, WriteStore &store)
{
    return guards::standing(context, api::Freshness{api::Level::SecondFactor}, store.sessions);
}

} // namespace latchkey::server::handlers
