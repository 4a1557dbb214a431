#include "server/store/housekeeping.h"

#include "server/store/writestore.h"

namespace latchkey::server {

namespace {

/// Also who hears that nobody acts in their account by it any more.
Result<Nothing> tellEnded(WriteStore &store, const Asker &ended)
{
    return store.sessions.endedWith(ended.session)
        .and_then([&](QList<Asker> all) -> Result<Nothing> {
            all.prepend(ended);
            for (const auto &[user, session] : std::as_const(all)) {
                const auto told = store.events.append(user, api::EventKind::SessionEnded, session);
                if (!told)
                    return failure(told.error());
            }
            return Nothing();
        });
}

} // namespace

Result<bool> Housekeeping::step(WriteStore &store) const
{
    const auto expired = store.sessions.endExpired(m_batch);
    if (!expired)
        return failure(expired.error());
    for (const Asker &ended : *expired) {
        if (auto told = tellEnded(store, ended); !told)
            return failure(told.error());
    }
    bool more = expired->size() == m_batch;
    const auto forget = [&](auto &repository) -> Result<Nothing> {
        return repository.forgetOld(m_batch).map([&](qint64 forgotten) {
            more = more || forgotten == m_batch;
            return Nothing();
        });
    };
    return forget(store.sessions)
        .and_then([&](Nothing) { return forget(store.grants); })
        .and_then([&](Nothing) { return forget(store.events); })
        .and_then([&](Nothing) { return forget(store.idempotencyKeys); })
        .and_then([&](Nothing) { return forget(store.throttle); })
        .and_then([&](Nothing) { return forget(store.factors); })
        .and_then([&](Nothing) { return forget(store.challenges); })
        .and_then([&](Nothing) { return forget(store.providerVisits); })
        .and_then([&](Nothing) { return forget(store.identities); })
        .and_then([&](Nothing) { return forget(store.sentCodes); })
        .and_then([&](Nothing) { return forget(store.emailChanges); })
        .and_then([&](Nothing) { return forget(store.trustedDevices); })
        .and_then([&](Nothing) { return forget(store.signUps); })
        .and_then([&](Nothing) { return forget(store.startedResets); })
        .and_then([&](Nothing) { return forget(store.post); })
        .and_then([&](Nothing) { return forget(store.messages); })
        .and_then([&](Nothing) { return m_chore ? m_chore(store, m_batch) : false; })
        .map([&](bool isMoreOfIt) { return more || isMoreOfIt; });
}

} // namespace latchkey::server
