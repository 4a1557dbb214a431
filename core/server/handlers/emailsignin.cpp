#include "api/email.h"
#include "server/handlers/addressee.h"
#include "server/handlers/codesending.h"
#include "server/handlers/device.h"
#include "server/handlers/entering.h"
#include "server/handlers/handlers.h"
#include "server/handlers/secondfactor.h"
#include "server/store/token.h"
#include "server/store/wrongcode.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

CodeUse useOf(const api::SignInId &id)
{
    return {CodePurpose::SignIn, id.text()};
}

Result<api::PendingSignIn> start(const std::shared_ptr<const Letters> &letters,
                                 const api::SignInByEmail &op, Context &context, WriteStore &store)
{
    if (auto carried = mustCarry(store, PostKind::Mail); !carried)
        return failure(std::move(carried).error());
    const auto who = addresseeOf(api::normalEmail(op.email), store);
    if (!who)
        return failure(who.error());
    if (auto counted =
            store.throttle.countTry(Try::Recovery, u"email/"_s + who->email, context.address);
        !counted)
        return failure(std::move(counted).error());
    const api::SignInId id(newId("sgn"));
    const auto fresh = store.sentCodes.make({.use = useOf(id),
                                             .asker = api::emailKey(who->email),
                                             .to = who->email,
                                             .isGood = who->user.has_value()});
    if (!fresh)
        return failure(fresh.error());
    const letter::EmailSignIn about{fresh->code, fresh->lifetime};
    return post(store, {fresh->cause, letters->mail(about, who->language, who->email),
                        fresh->expiresAt, who->user.has_value()})
        .and_then([&](Nothing) { return note(store, context, traceOf(*who)); })
        .map([&](Nothing) {
            // As it was typed: what the account's own looks like is not told.
            return api::PendingSignIn{id, {op.email, fresh->resendAt, fresh->expiresAt}};
        });
}

/// Who tries codes of no request is counted by address alone: strangers write whatever they like.
Result<std::optional<QString>> countedAs(const api::SignInId &id, WriteStore &store)
{
    return store.sentCodes.wasMade(CodePurpose::SignIn, id.text()).map([&](bool wasMade) {
        return wasMade ? std::optional<QString>(u"signIn/"_s + id.text()) : std::nullopt;
    });
}

/// Whose the address is that the code went to. The code is used up.
Result<api::User> ownerOf(const api::FinishSignInByEmail &op, WriteStore &store)
{
    return store.sentCodes.use(useOf(op.id), op.code)
        .and_then([&](const QString &email) { return store.users.findByEmail(email); })
        .and_then([](const std::optional<StoredUser> &found) -> Result<api::User> {
            if (!found)
                return failure(wrongCode());
            return found->user;
        });
}

Result<api::SignInProgress> finish(const News &news, const api::FinishSignInByEmail &op,
                                   Context &context, WriteStore &store)
{
    const auto device = keptDevice(op.device);
    const auto counted = countedAs(op.id, store);
    if (!device || !counted)
        return failure(device ? counted.error() : device.error());
    if (auto may = store.throttle.countTry(Try::Recovery, *counted, context.address); !may)
        return failure(std::move(may).error());
    const auto user = ownerOf(op, store);
    if (!user)
        return failure(refusedCode(store, context, op.id.text(), user.error()));
    const Entering how{.device = *device,
                       .proof = api::Proof::EmailCode,
                       .until = op.until,
                       .deviceTrust = op.deviceTrust,
                       .takesChallenge = op.takesChallenge,
                       .shown = api::Factor::EmailCode};
    return store.throttle.succeeded(Try::Recovery, *counted, context.address)
        .and_then([&](Nothing) { return verifyAddress(store, *user); })
        .and_then([&](Nothing) { return enter(news, context, store, *user, how); });
}

} // namespace

void addEmailSignIn(HandlerSet &handlers, const Service &service)
{
    handlers.write<api::SignInByEmail>(std::bind_front(start, service.letters));
    handlers.write<api::FinishSignInByEmail>(std::bind_front(finish, News(service.letters)));
}

} // namespace latchkey::server::handlers
