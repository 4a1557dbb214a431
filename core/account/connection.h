#pragma once

#include "account/asking.h"
#include "account/profile.h"
#include "net/gate.h"

#include <QObject>

namespace latchkey::account {

struct Surroundings;

/// One server, reached as its address says, through one gate.
class Connection final : public QObject
{
    Q_OBJECT

public:
    Connection(const Surroundings &surroundings, const ServerAddress &address);
    ~Connection() override;

    net::Transport &transport() { return *m_transport; }
    const QUrl &server() const { return m_server; }
    const wire::Wire &wire() const { return *m_wire; }
    /// For who reads an answer after the connection has gone.
    const std::shared_ptr<const wire::Wire> &spoken() const { return m_wire; }

    Call<HttpReply> send(const net::Outgoing &outgoing) { return m_gate.send(outgoing); }

    /// The server hears from us too often, and said so to somebody who does not ask through here.
    void pause(std::optional<std::chrono::milliseconds> asked) { m_gate.pause(asked); }

    /// Asks without a credential, or with one that belongs to no account yet.
    template <api::Operation Op>
    Call<typename Op::Reply> ask(const Op &operation, const std::optional<Secret> &token = {})
    {
        if (!m_wire->can<Op>())
            return Call<typename Op::Reply>::finished(failure(notOffered()));
        net::Outgoing outgoing = outgoingFor(m_wire, operation);
        if (token)
            outgoing.sign = [wire = m_wire, token](HttpRequest &request) {
                wire->putCredential(request, *token);
            };
        return reading<Op>(m_wire, operation, send(outgoing), this, [](const auto &) {});
    }

private:
    const QUrl m_server;
    const std::shared_ptr<const wire::Wire> m_wire;
    std::unique_ptr<net::Transport> m_transport;
    net::Gate m_gate;
};

} // namespace latchkey::account
