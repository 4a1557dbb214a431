#include "server/store/housekeeping.h"

#include "server/store/writestore.h"

namespace latchkey::server {

Result<bool> Housekeeping::step(WriteStore &store) const
{
    const auto expired = store.sessions.endExpired(m_batch);
    if (!expired)
        return failure(expired.error());
    for (const Asker &ended : *expired) {
        const auto told =
            store.events.append(ended.user, api::EventKind::SessionEnded, ended.session);
        if (!told)
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
