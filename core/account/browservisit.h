#pragma once

#include "api/providers.h"
#include "base/callscope.h"

#include <QObject>

#include <functional>
#include <memory>

namespace latchkey::net {
class BrowserReturn;
struct BroughtBack;
} // namespace latchkey::net

namespace latchkey::account {

struct Surroundings;

/// A browser is sent to an identity provider, and what it brings back is waited for.
class BrowserVisit final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Asking, ///< the server, where the browser goes
        Waiting,
    };
    Q_ENUM(State)

    /// With it the server finds out who was seen there, once.
    struct Returned
    {
        api::VisitId id;
        QString state;
        Secret code;
    };

    /// Where the one that is asked is reached: it may move.
    using Server = std::function<QUrl()>;
    using Ask = std::function<Call<api::ProviderVisit>(const api::VisitProvider &)>;

    /// The surroundings outlive it.
    BrowserVisit(const Surroundings &surroundings, Server server, Ask ask,
                 QObject *parent = nullptr);
    ~BrowserVisit() override;

    /// Without the port, which is another one each time: where a provider may send browsers back
    /// to, and no other provider.
    static QString returnAddress(const QString &issuer);

    State state() const { return m_state; }
    bool isUnderWay() const { return m_state != State::Idle; }
    /// The last one, also when it is over.
    const api::ProviderCard &provider() const { return m_provider; }
    const api::VisitId &id() const { return m_visit.id; }
    /// With Waiting: where the browser was sent.
    const QString &address() const { return m_visit.address; }
    /// With Waiting: none could be opened, so it is for the person to go there.
    bool isBrowserMissing() const { return m_isBrowserMissing; }

    /// With Waiting: nothing is brought back from there. Its page shows what somebody takes along.
    bool endsThere() const { return m_endsThere; }

    /// One that is under way ends without a word. `login`: whom the provider may ask about first.
    void begin(const api::ProviderCard &provider, const QString &login = {});
    /// At a page of the server's, which alone knows the visit: it ends there.
    void beginAt(const api::ProviderCard &provider, const QString &page);
    void openAgain();
    void cancel();

Q_SIGNALS:
    void changed();
    void returned(const latchkey::account::BrowserVisit::Returned &returned);
    /// `visitDenied`, `visitExpired`, `visitRefused`, or what the server said.
    void failed(const latchkey::Error &error);

private:
    void send(const api::ProviderVisit &visit);
    void take(const net::BroughtBack &brought);
    void end();
    void fail(const Error &error);

    const Surroundings &m_surroundings;
    const Server m_server;
    const Ask m_ask;
    CallScope m_calls;
    State m_state = State::Idle;
    int m_turn = 0; ///< answers to an earlier one are nobody's any more
    api::ProviderCard m_provider;
    api::ProviderVisit m_visit;
    bool m_isBrowserMissing = false;
    bool m_endsThere = false;
    std::unique_ptr<net::BrowserReturn> m_return;
};

} // namespace latchkey::account
