#include "server/handlers/codesending.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/providervisits.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// The session was proven.
Result<Nothing> traced(Context &context, WriteStore &store)
{
    const Asker asker = context.asker();
    Trace trace;
    trace.subject = asker.session.text();
    return note(store, context, trace).and_then([&](Nothing) {
        return tell(store, asker.user, api::EventKind::SessionChanged, asker.session);
    });
}

Result<PasswordTask> prepareProof(const api::ProveWithPassword &op, Context &context,
                                  WriteStore &store)
{
    return store.users.find(context.principal->user)
        .and_then([&](const std::optional<StoredUser> &found) -> Result<PasswordTask> {
            if (!found)
                return failure(Error::of(Error::Kind::Unauthorized, u"sessionEnded"_s));
            return store.throttle.countTry(Try::Password, found->user.email, context.address)
                .map([&](Nothing) {
                    PasswordTask task;
                    task.check = {op.password, found->passwordHash};
                    return task;
                });
        });
}

/// Of several proofs at once the first is told a token that holds; whoever gave the others was
/// right too, and asks again with that one.
Result<api::SignedIn> refuseProof(Context &context, WriteStore &store, const api::User &user,
                                  const Error &error)
{
    if (!isProvenMeanwhile(error))
        return failure(error);
    const Error refused = keepRefusal(store, context, context.principal->session.text(), error);
    return passwordSucceeded(store, user, context.address)
        .and_then([&](Nothing) -> Result<api::SignedIn> { return failure(refused); });
}

Result<api::SignedIn> finishProof(const api::ProveWithPassword &, Context &context,
                                  WriteStore &store, const PasswordVerdict &verdict)
{
    const auto found = store.users.find(context.principal->user);
    if (!found)
        return failure(found.error());
    const Asker asker = context.asker();
    if (!*found || !verdict.holdsFor((*found)->passwordHash)) {
        return failure(keepRefusal(store, context, asker.session.text(),
                                   Error::rejected(u"wrongPassword"_s, u"password"_s)));
    }
    const api::User &user = (*found)->user;
    const auto begun = renewHash(store, user.id, verdict).and_then([&](Nothing) {
        return store.sessions.replaceToken(asker, api::Level::Password, context.principal->token,
                                           *context.sessionTerms);
    });
    if (!begun)
        return refuseProof(context, store, user, begun.error());
    return traced(context, store)
        .and_then([&](Nothing) { return passwordSucceeded(store, user, context.address); })
        .map([&](Nothing) { return api::SignedIn{begun->token, user, begun->session}; });
}

/// Where another proof came before, everything is taken back: the try, and that the code was used.
Result<api::SignedIn> proveWithCode(const News &news, const api::ProveWithCode &op,
                                    Context &context, WriteStore &store)
{
    const Asker asker = context.asker();
    const auto found = asking(context, store);
    if (!found)
        return failure(found.error());
    const api::User &user = *found;
    if (auto counted = store.throttle.countTry(Try::Password, user.email, context.address);
        !counted)
        return failure(std::move(counted).error());
    const GivenCode given{op.factor, op.code, CodePurpose::Proof, asker.session.text()};
    const auto taken = takeCode(store, user, given);
    if (!taken)
        return failure(refusedCode(store, context, user.id.text(), taken.error()));
    if (auto told = news.codeTaken(store, context, user, *taken); !told)
        return failure(std::move(told).error());
    const auto begun = store.sessions.replaceToken(asker, api::Level::SecondFactor,
                                                   context.principal->token, *context.sessionTerms);
    if (!begun)
        return failure(begun.error());
    return traced(context, store)
        .and_then([&](Nothing) {
            return store.throttle.succeeded(Try::Password, user.email, context.address);
        })
        .map([&](Nothing) { return api::SignedIn{begun->token, user, begun->session}; });
}

Result<ProviderQuestion> prepareReturn(const api::ProveByProvider &op, Context &context,
                                       WriteStore &store)
{
    if (auto counted = store.throttle.countTry(Try::Recovery, {}, context.address); !counted)
        return failure(std::move(counted).error());
    const api::SessionId &session = context.principal->session;
    const auto question = questionOf(store, op.id, op.state, op.code, session);
    if (!question)
        return failure(keepRefusal(store, context, session.text(), question.error()));
    return question;
}

/// Whom the provider saw anew, and who signs in to this account.
Result<Seen> provenBy(const api::ProveByProvider &op, Context &context, WriteStore &store,
                      const ProviderVerdict &verdict)
{
    const auto [user, session] = context.asker();
    const auto seen = seenOn(context, store, op.id, verdict, session);
    if (!seen) {
        const Error::Kind kind = seen.error().kind;
        const bool isNo = kind == Error::Kind::Unauthorized || kind == Error::Kind::Forbidden;
        return failure(isNo ? keepRefusal(store, context, session.text(), seen.error())
                            : seen.error());
    }
    const auto owner = store.identities.ownerOf(seen->key());
    if (!owner)
        return failure(owner.error());
    if (*owner != user)
        return failure(keepRefusal(store, context, session.text(),
                                   Error::of(Error::Kind::Forbidden, u"identityNotYours"_s)));
    return seen;
}

Result<api::SignedIn> finishReturn(const api::ProveByProvider &op, Context &context,
                                   WriteStore &store, const ProviderVerdict &verdict)
{
    const auto seen = provenBy(op, context, store, verdict);
    const auto user = asking(context, store);
    if (!seen || !user)
        return failure(seen ? user.error() : seen.error());
    const auto begun = store.sessions.replaceToken(context.asker(), api::Level::Password,
                                                   context.principal->token, *context.sessionTerms);
    // Whoever asks once more later need not visit the provider again.
    if (!begun)
        return failure(
            isProvenMeanwhile(begun.error())
                ? keepRefusal(store, context, context.principal->session.text(), begun.error())
                : begun.error());
    return store.identities.used(seen->key(), seen->name())
        .and_then([&](Nothing) { return traced(context, store); })
        .and_then([&](Nothing) { return endVisit(context, store, op.id); })
        .map([&](Nothing) { return api::SignedIn{begun->token, *user, begun->session}; });
}

Result<api::CodeSent> sendProofCode(const Letters &letters, const api::SendProofCode &op,
                                    Context &context, WriteStore &store)
{
    const Asker asker = context.asker();
    const auto user = asking(context, store);
    if (!user)
        return failure(user.error());
    return codeRequestOfFactor(store, *user, op.factor)
        .and_then([&](CodeRequest request) {
            request.use.purpose = CodePurpose::Proof;
            request.use.subject = asker.session.text();
            return sendCode<letter::ProofCode>(context, store, letters, request, user->language);
        })
        .and_then([&](const api::CodeSent &sent) {
            Trace trace;
            trace.subject = asker.session.text();
            return note(store, context, trace).map([&](Nothing) { return sent; });
        });
}

} // namespace

void addProving(HandlerSet &handlers, const Service &service)
{
    handlers.proving<api::ProveWithPassword>({.prepare = prepareProof, .finish = finishProof});
    handlers.write<api::ProveWithCode>(std::bind_front(proveWithCode, News(service.letters)));
    handlers.asking<api::ProveByProvider>({.prepare = prepareReturn, .finish = finishReturn});
    handlers.write<api::SendProofCode>([letters = service.letters](const api::SendProofCode &op,
                                                                   Context &context,
                                                                   WriteStore &store) {
        return sendProofCode(*letters, op, context, store);
    });
}

} // namespace latchkey::server::handlers
