#pragma once

#include "net/outgoing.h"

#include <map>
#include <vector>

namespace latchkey::net {

class Gate;

/// A gate's requests under one credential. When the server no longer takes it, it is renewed once
/// for all: the calls that were refused and those that come meanwhile are parked, and sent (again)
/// with the new one.
class AuthorizedGate final : public QObject
{
    Q_OBJECT

public:
    using Credential = std::function<void(HttpRequest &)>;
    using Reauthenticate = std::function<Call<Nothing>()>;
    using IsRefusal = std::function<bool(const HttpReply &)>;

    AuthorizedGate(Gate &gate, Credential credential, QObject *parent = nullptr);
    ~AuthorizedGate() override;

    /// Without one a refusal is handed back like any other answer. What it sends itself goes
    /// through the bare gate.
    void setReauthenticate(Reauthenticate reauthenticate);
    /// Which answers say that the credential is no longer good; at first every 401.
    void setIsRefusal(IsRefusal isRefusal);

    /// `sign` of the request is taken: the credential goes there.
    Call<HttpReply> send(Outgoing outgoing);

    bool isReauthenticating() const { return m_renewal.isUnderWay(); }

Q_SIGNALS:
    void reauthenticated();
    void reauthenticationFailed(const latchkey::Error &error);

private:
    struct Entry
    {
        Outgoing outgoing;
        CallSource<HttpReply> source;
        Call<HttpReply> underWay;
        int signedWith = 0; ///< the generation of the credential it was last sent with
        int resends = 0;
    };
    using EntryId = quint64;

    void start(EntryId id);
    void sign(EntryId id, HttpRequest &request);
    void judge(EntryId id, const Result<HttpReply> &result);
    void park(EntryId id);
    void endRenewal(const Result<Nothing> &result);
    void finish(EntryId id, const Result<HttpReply> &result);
    void drop(EntryId id);

    Gate &m_gate;
    Credential m_credential;
    Reauthenticate m_reauthenticate;
    IsRefusal m_isRefusal;

    std::map<EntryId, Entry> m_entries;
    std::vector<EntryId> m_parked;
    EntryId m_nextId = 0;
    int m_generation = 0; ///< grows with each new credential
    Call<Nothing> m_renewal;
};

} // namespace latchkey::net
