#pragma once

#include "account/connection.h"

#include <map>
#include <vector>

namespace latchkey::account {

/// The requests of one session. One that was sent with an older token than the present one is sent
/// again; one that needs proof first waits for it; what the server no longer takes is told.
class Requests final : public QObject
{
    Q_OBJECT

public:
    explicit Requests(Connection &connection, QObject *parent = nullptr);
    ~Requests() override;

    const std::optional<Secret> &token() const { return m_token; }
    void setToken(const Secret &token);
    void clearToken();
    /// Puts the present token on.
    void sign(HttpRequest &request) const;

    Call<HttpReply> send(net::Outgoing outgoing);

    bool isWaitingForProof() const { return !m_waiting.empty(); }
    /// What the best proof must be worth that those who wait are waiting for.
    std::optional<api::Level> neededLevel() const;
    /// Those go on that this is enough for.
    void goOn(api::Level proven);
    void endWaiting(const Error &error);

Q_SIGNALS:
    /// For the first that waits, and again where a later one needs more.
    void proofNeeded(latchkey::api::Level level);
    /// Those that waited were all cancelled.
    void proofNotNeeded();
    void refused(const latchkey::Error &error);

private:
    struct Entry
    {
        net::Outgoing outgoing;
        CallSource<HttpReply> source;
        Call<HttpReply> underWay;
        int signedWith = 0;                      ///< generation of the token
        api::Level needs = api::Level::Password; ///< while it waits
        bool hasWaited = false;
    };
    using EntryId = quint64;

    void start(EntryId id);
    void judge(EntryId id, const Result<HttpReply> &result);
    void finish(EntryId id, const Result<HttpReply> &result);
    void drop(EntryId id);

    Connection &m_connection;
    std::optional<Secret> m_token;
    int m_generation = 0;
    std::map<EntryId, Entry> m_entries;
    std::vector<EntryId> m_waiting;
    EntryId m_nextId = 0;
};

} // namespace latchkey::account
