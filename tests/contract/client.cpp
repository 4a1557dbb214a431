#include "client.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTimer>

using namespace std::chrono_literals;

namespace latchkey::test {

using namespace Qt::StringLiterals;

Call<HttpReply> Tap::send(const HttpRequest &request, const net::Deadline &deadline)
{
    requests.push_back(request);
    const Call<HttpReply> call = m_inner.send(request, deadline);
    call.then(&m_context, [this](const Result<HttpReply> &reply) {
        if (reply)
            replies.push_back(*reply);
    });
    return call;
}

std::unique_ptr<net::HttpStream> Tap::open(const HttpRequest &request,
                                           const net::Deadline &deadline)
{
    requests.push_back(request);
    auto stream = m_inner.open(request, deadline);
    QObject::connect(stream.get(), &net::HttpStream::answered, &m_context,
                     [this](const HttpReply &head) { replies.push_back(head); });
    return stream;
}

bool waitUntil(const std::function<bool()> &isSo)
{
    bool isLate = false;
    QTimer watchdog;
    QObject::connect(&watchdog, &QTimer::timeout, &watchdog, [&isLate] { isLate = true; });
    watchdog.start(10s);
    while (!isSo()) {
        if (isLate)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

Client::Client(wire::Wire wire, const QUrl &base, const Clock &clock, qint64 repeats)
    : m_clock(clock)
    , m_wire(std::make_shared<wire::Wire>(std::move(wire)))
    , m_network({.base = base, .proxy = {.kind = net::ProxySettings::Kind::None}}, alarm)
    , tap(m_network)
    , m_gate(tap, clock, alarm, [] { return 0.5; },
             {.repeats = [repeats] { return net::Repeats{.most = repeats}; }})
{}

Result<HttpReply> Client::exchange(const HttpRequest &request)
{
    std::optional<Result<HttpReply>> end;
    QObject context;
    const Call<HttpReply> sent = tap.send(request, {});
    sent.then(&context, [&end](const Result<HttpReply> &reply) { end = reply; });
    if (!waitFor([&end] { return end.has_value(); }))
        return failure(nothingCame());
    return *end;
}

void Client::sign(HttpRequest &request) const
{
    if (token)
        m_wire->putCredential(request, *token);
}

Result<api::Event> Client::firstEvent(const api::Events &operation)
{
    // As the program does it: after which event it goes on, the stream says itself.
    net::Outgoing outgoing = account::outgoingFor(m_wire, api::Events());
    outgoing.sign = [this](HttpRequest &request) { sign(request); };
    net::EventStream stream(tap, m_clock, alarm, [] { return 0.5; }, outgoing);
    if (operation.after)
        stream.setLastEventId(operation.after->text().toUtf8());

    std::optional<Result<api::Event>> end;
    const auto fail = [&end](const Error &error) { end = failure(error); };
    QObject::connect(&stream, &net::EventStream::ended, &stream, fail);
    QObject::connect(&stream, &net::EventStream::interrupted, &stream, fail);
    QObject::connect(&stream, &net::EventStream::received, &stream,
                     [&](const net::ServerEvent &event) {
                         events << event.data;
                         end = m_wire->read<api::Events>(
                             {.status = 200, .headers = {}, .body = event.data}, operation);
                     });
    stream.start();
    const bool begun =
        waitFor([&] { return end.has_value() || stream.state() == net::EventStream::State::Open; });
    if (begun && !end && onceOpen)
        onceOpen();
    if (!waitFor([&end] { return end.has_value(); }))
        return failure(nothingCame());
    return *end;
}

bool Client::waitFor(const std::function<bool()> &isSo)
{
    return waitUntil([&] {
        if (meanwhile)
            meanwhile();
        return isSo();
    });
}

Error Client::nothingCame()
{
    return Error::of(Error::Kind::Timeout, u"nothingCame"_s);
}

} // namespace latchkey::test
