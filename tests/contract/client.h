#pragma once

#include "account/asking.h"
#include "net/eventstream.h"
#include "net/gate.h"
#include "net/sockets/networktransport.h"
#include "support/manualalarm.h"
#include "support/manualclock.h"

#include <QUrl>

namespace latchkey::test {

/// Hears everything that a transport sends and gets, and changes nothing.
class Tap final : public net::Transport
{
public:
    explicit Tap(net::Transport &inner)
        : m_inner(inner)
    {}

    Call<HttpReply> send(const HttpRequest &request, const net::Deadline &deadline) override;
    std::unique_ptr<net::HttpStream> open(const HttpRequest &request,
                                          const net::Deadline &deadline) override;

    std::vector<HttpRequest> requests;
    std::vector<HttpReply> replies; ///< of a stream, the head

private:
    net::Transport &m_inner;
    QObject m_context;
};

/// Lets events happen, each as it comes, until it is so. False when nothing comes for ten seconds:
/// then a test has failed, and no test waits for it otherwise.
bool waitUntil(const std::function<bool()> &isSo);

/// The client's side as the program has it, from the operation to the socket. Its time stands
/// still, so nothing times out and nothing is repeated before the test says so.
class Client
{
public:
    Client(wire::Wire wire, const QUrl &base, const Clock &clock, qint64 repeats = 0);

    template <api::Operation Op>
    Result<typename Op::Reply> ask(const Op &operation)
    {
        if constexpr (Op::traits.streams)
            return firstEvent(operation);
        else
            return await(operation, send<Op>(account::outgoingFor(m_wire, operation)));
    }

    /// What no wire of ours would ask, as it stands.
    Result<HttpReply> exchange(const HttpRequest &request);

    ManualAlarm alarm;
    std::optional<Secret> token;
    /// Called whenever something has happened while an answer is waited for.
    std::function<void()> meanwhile;
    /// Called when a stream has begun.
    std::function<void()> onceOpen;
    QList<QByteArray> events; ///< as they came

private:
    template <api::Operation Op>
    Call<HttpReply> send(net::Outgoing outgoing)
    {
        outgoing.otherwise = {}; // a row is about one request
        if (Op::traits.scope != api::Scope::Public)
            outgoing.sign = [this](HttpRequest &request) { sign(request); };
        return m_gate.send(std::move(outgoing));
    }

    template <api::Operation Op>
    Result<typename Op::Reply> await(const Op &asked, const Call<HttpReply> &sent)
    {
        using Reply = typename Op::Reply;
        std::optional<Result<Reply>> end;
        QObject context;
        account::reading<Op>(m_wire, asked, sent, &context, [](const auto &) {
        }).then(&context, [&end](const Result<Reply> &result) { end = result; });
        if (!waitFor([&end] { return end.has_value(); }))
            return failure(nothingCame());
        return *end;
    }

    Result<api::Event> firstEvent(const api::Events &operation);
    void sign(HttpRequest &request) const;
    bool waitFor(const std::function<bool()> &isSo);
    static Error nothingCame();

    const Clock &m_clock;
    std::shared_ptr<const wire::Wire> m_wire;
    net::NetworkTransport m_network;

public:
    Tap tap;

private:
    net::Gate m_gate;
};

} // namespace latchkey::test
