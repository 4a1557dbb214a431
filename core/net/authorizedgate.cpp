#include "net/authorizedgate.h"

#include "net/gate.h"

using namespace Qt::StringLiterals;

namespace latchkey::net {

namespace {

// Once for a newer credential that came while it was under way, once for one renewed for it.
constexpr int MostResends = 2;

Error unauthorizedBy(const Error &error)
{
    // Nobody said that the credential is bad when nobody could be asked.
    if (error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout)
        return error;
    Error out = error;
    out.kind = Error::Kind::Unauthorized;
    out.code = u"reauthenticationFailed"_s;
    out.detail = nameOf(error.kind) + u' ' + error.code;
    return out;
}

} // namespace

AuthorizedGate::AuthorizedGate(Gate &gate, Credential credential, QObject *parent)
    : QObject(parent)
    , m_gate(gate)
    , m_credential(std::move(credential))
    , m_isRefusal([](const HttpReply &reply) { return reply.status == 401; })
{}

AuthorizedGate::~AuthorizedGate()
{
    m_renewal.cancel();
    for (const auto &[id, entry] : std::exchange(m_entries, {}))
        entry.underWay.cancel();
}

void AuthorizedGate::setReauthenticate(Reauthenticate reauthenticate)
{
    m_reauthenticate = std::move(reauthenticate);
}

void AuthorizedGate::setIsRefusal(IsRefusal isRefusal)
{
    m_isRefusal = std::move(isRefusal);
}

Call<HttpReply> AuthorizedGate::send(Outgoing outgoing)
{
    const EntryId id = m_nextId++;
    Entry &entry = m_entries[id];
    entry.outgoing = std::move(outgoing);
    entry.outgoing.sign = [self = QPointer(this), id](HttpRequest &request) {
        if (self)
            self->sign(id, request);
    };
    entry.source.onCancel([self = QPointer(this), id] {
        if (self)
            self->drop(id);
    });
    const Call<HttpReply> call = entry.source.call();
    if (isReauthenticating())
        m_parked.push_back(id);
    else
        start(id);
    return call;
}

void AuthorizedGate::start(EntryId id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return; // cancelled while it was parked
    Entry &entry = found->second;
    entry.underWay = m_gate.send(entry.outgoing);
    entry.underWay.then(this,
                        [this, id](const Result<HttpReply> &result) { judge(id, result); });
}

void AuthorizedGate::sign(EntryId id, HttpRequest &request)
{
    // Sent at once, a request is signed while its entry is being made ready; it is there already.
    if (const auto found = m_entries.find(id); found != m_entries.end())
        found->second.signedWith = m_generation;
    m_credential(request);
}

void AuthorizedGate::judge(EntryId id, const Result<HttpReply> &result)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    Entry &entry = found->second;
    const bool isRefused = result && m_isRefusal(*result);
    const bool isStale = entry.signedWith != m_generation;
    const bool mayRenew = isStale || entry.resends == 0 || isReauthenticating();
    if (!isRefused || !m_reauthenticate || entry.resends >= MostResends || !mayRenew) {
        finish(id, result);
        return;
    }
    ++entry.resends;
    if (isStale && !isReauthenticating())
        start(id);
    else
        park(id);
}

void AuthorizedGate::park(EntryId id)
{
    m_parked.push_back(id);
    if (isReauthenticating())
        return;
    m_renewal = m_reauthenticate();
    m_renewal.then(this, [this](const Result<Nothing> &result) { endRenewal(result); });
}

void AuthorizedGate::endRenewal(const Result<Nothing> &result)
{
    m_renewal = {};
    const std::vector<EntryId> parked = std::exchange(m_parked, {});
    if (result) {
        ++m_generation;
        Q_EMIT reauthenticated();
        for (const EntryId id : parked)
            start(id);
        return;
    }
    const Error error = unauthorizedBy(result.error());
    for (const EntryId id : parked)
        finish(id, failure(error));
    Q_EMIT reauthenticationFailed(result.error());
}

void AuthorizedGate::finish(EntryId id, const Result<HttpReply> &result)
{
    if (const auto node = m_entries.extract(id))
        node.mapped().source.finish(result);
}

void AuthorizedGate::drop(EntryId id)
{
    if (const auto node = m_entries.extract(id))
        node.mapped().underWay.cancel();
}

} // namespace latchkey::net
