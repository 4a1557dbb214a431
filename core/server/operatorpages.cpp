#include "server/operatorpages.h"

#include "server/census.h"
#include "server/delivery.h"
#include "server/eventstreams.h"
#include "server/store/writer.h"
#include "server/workpool.h"
#include "storage/databaseerror.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

void writeFigures(std::string &text, const Delivery &delivery)
{
    const Delivery::Figures figures = delivery.figures();
    const std::string name = delivery.kind() == PostKind::Mail ? "latchkey_mail" : "latchkey_sms";
    writeGauge(text, name + "_waiting", figures.waiting);
    writeGauge(text, name + "_unavailable", figures.isUnavailable ? 1 : 0);
    writeGauge(text, name + "_sent_total", figures.sent, "counter");
    writeGauge(text, name + "_put_off_total", figures.putOff, "counter");
    writeGauge(text, name + "_refused_total", figures.refused, "counter");
    writeGauge(text, name + "_uncertain_total", figures.uncertain, "counter");
    writeGauge(text, name + "_expired_total", figures.expired, "counter");
}

} // namespace

OperatorPages::OperatorPages(const Answers &answers, const Metrics &metrics, const Writer &writer,
                             const WorkPool &pool, const EventStreams &streams,
                             const std::vector<std::unique_ptr<Delivery>> &deliveries,
                             Census &census, bool metricsForAll)
    : m_answers(answers)
    , m_metrics(metrics)
    , m_writer(writer)
    , m_pool(pool)
    , m_streams(streams)
    , m_deliveries(deliveries)
    , m_census(census)
    , m_metricsForAll(metricsForAll)
{}

bool OperatorPages::answer(const http::Request &request, const guards::Caller &caller,
                           const AnsweredNow &to, LoopState &loop,
                           const http::Figures &figures) const
{
    constexpr std::string_view health = "/healthz";
    constexpr std::string_view metrics = "/metrics";
    if (request.path() != health && request.path() != metrics)
        return false;
    AnsweredNow here = to;
    here.route = request.path() == health ? health : metrics;
    if (request.method() != "GET" && request.method() != "HEAD")
        m_answers.refuseMethod(here, "GET, HEAD");
    else if (here.route == health)
        answerHealth(here, loop);
    else if (m_metricsForAll || caller.isOnThisMachine())
        answerMetrics(here, loop, figures);
    else
        m_answers.refuse(here, Error::of(Error::Kind::Forbidden, u"onlyFromThisMachine"_s));
    return true;
}

void OperatorPages::answerHealth(const AnsweredNow &to, LoopState &loop) const
{
    if (const auto pending = loop.store->setup.isFirstAccountPending(); !pending) {
        const Error &why = pending.error();
        return m_answers.refuse(to,
                                Error::unavailable(why.code, std::chrono::seconds(5), why.detail));
    }
    if (m_metrics.isDamaged()) {
        return m_answers.refuse(to, Error::unavailable(QString::fromLatin1(storage::code::corrupt),
                                                       std::chrono::seconds(5)));
    }
    // Reading goes on, and signing in does not.
    if (const auto trouble = m_writer.figures().trouble)
        return m_answers.refuse(to, *trouble);
    http::Response response;
    response.contentType = "text/plain";
    response.body = "ok\n";
    m_answers.send(to, std::move(response));
}

void OperatorPages::answerMetrics(const AnsweredNow &to, LoopState &loop,
                                  const http::Figures &figures) const
{
    std::string text;
    m_metrics.write(text);
    const auto gauge = [&text](std::string_view name, std::uint64_t value) {
        writeGauge(text, name, value);
    };
    const auto counter = [&text](std::string_view name, std::uint64_t value) {
        writeGauge(text, name, value, "counter");
    };
    const Writer::Figures writer = m_writer.figures();
    if (const auto count = m_census.count(*loop.store)) {
        gauge("latchkey_users", static_cast<std::uint64_t>(count->users));
        gauge("latchkey_sessions", static_cast<std::uint64_t>(count->sessions));
    }
    gauge("latchkey_database_damaged", m_metrics.isDamaged() ? 1 : 0);
    gauge("latchkey_event_streams", m_streams.count());
    gauge("latchkey_password_queue", m_pool.waiting());
    gauge("latchkey_writer_waiting", writer.waiting);
    counter("latchkey_writer_works_total", writer.works);
    counter("latchkey_writer_commits_total", writer.commits);
    counter("latchkey_writer_refused_total", writer.refusedBusy);
    gauge("latchkey_connections_open", figures.open.load());
    counter("latchkey_connections_total", figures.accepted.load());
    counter("latchkey_http_refused_total", figures.refused.load());
    counter("latchkey_received_bytes_total", figures.bytesIn.load());
    counter("latchkey_sent_bytes_total", figures.bytesOut.load());
    for (const auto &delivery : m_deliveries)
        writeFigures(text, *delivery);
    http::Response response;
    response.contentType = "text/plain; version=0.0.4";
    response.body = std::move(text);
    m_answers.send(to, std::move(response));
}

} // namespace latchkey::server
