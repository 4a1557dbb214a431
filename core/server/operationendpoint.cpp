#include "server/operationendpoint.h"

#include "server/eventstreams.h"
#include "server/guards/guards.h"
#include "server/passwordhashing.h"
#include "server/store/writer.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

Error busy()
{
    return Error::unavailable(u"busy"_s, std::chrono::seconds(1));
}

/// A refusal takes back what was written, unless its handler says otherwise.
Result<Nothing> kept(const Result<HttpReply> &end, const Context &context)
{
    return end || context.keepsRefusal ? Result<Nothing>() : failure(end.error());
}

} // namespace

OperationEndpoint::OperationEndpoint(const MountedRoute &where, const api::Traits &traits,
                                     const wire::WriteError &writeError,
                                     const SpokenOperation &spoken, AnyHandler handler,
                                     const Works &works)
    : Endpoint(where, traits, writeError)
    , m_spoken(spoken)
    , m_handler(std::move(handler))
    , m_works(works)
{}

void OperationEndpoint::serve(Asking asking, LoopState &loop) const
{
    // Whoever only looks at an address does nothing by it.
    const bool isAct = std::holds_alternative<AnyWriteHandler>(m_handler) ||
                       std::holds_alternative<AnySlowHandler>(m_handler);
    if (asking.isHeadOnly && isAct)
        return m_works.answers.refuseMethod(asking.to.as<std::string_view>(), "GET");
    auto operation = m_spoken.read(asking.request, asking.parameters);
    if (operation && isOfAnother(asking))
        operation = failure(Error::of(Error::Kind::Forbidden, u"notYourAccount"_s));
    if (!operation)
        return refuse(asking, operation.error());
    const auto job = std::make_shared<Job>(std::move(asking), *std::move(operation));
    std::visit([&](const auto &handler) { run(job, handler, loop); }, m_handler);
}

void OperationEndpoint::refuse(const Asking &asking, const Error &error) const
{
    m_works.answers.refuse(asking.to.as<std::string_view>(), error);
}

WriteReply OperationEndpoint::writeReplyTo(const Job &job) const
{
    return [this, &job](const void *reply) { return m_spoken.write(reply, job.asking.request); };
}

void OperationEndpoint::run(const JobPtr &, std::monostate, LoopState &) const
{}

void OperationEndpoint::run(const JobPtr &job, const AnyReadHandler &handler, LoopState &loop) const
{
    const auto reply =
        handler(job->operation.get(), job->asking.context, *loop.store, writeReplyTo(*job));
    if (!reply)
        return refuse(job->asking, reply.error());
    m_works.answers.send(job->asking.to.as<std::string_view>(), *reply);
}

void OperationEndpoint::run(const JobPtr &job, const AnyWriteHandler &handler, LoopState &) const
{
    if (traits().repeat == api::Repeat::WithKey) {
        auto key =
            guards::keyOf(wire().idempotencyHeader, job->asking.request, job->asking.context);
        if (!key)
            return refuse(job->asking, key.error());
        if (auto given = mustHaveKey(*key); !given)
            return refuse(job->asking, given.error());
        job->key = *std::move(key);
    }
    write(job, [this, &handler, job = job.get()](WriteStore &store) {
        return handler(job->operation.get(), job->asking.context, store, writeReplyTo(*job));
    });
}

void OperationEndpoint::run(const JobPtr &job, const AnySlowHandler &handler, LoopState &) const
{
    // Beforehand, so that nobody's try is counted and then not looked at.
    job->place = poolOf(handler.kind).reserve();
    if (!job->place)
        return refuse(job->asking, busy());
    m_works.writer.submit(Writer::Work([this, &handler, job](WriteStore &store) {
                              return prepare(*job, handler, store);
                          }),
                          Writer::Completion([this, &handler, job](const Result<Nothing> &end) {
                              enqueue(job, handler, end);
                          }));
}

void OperationEndpoint::run(const JobPtr &job, StreamHandler, LoopState &loop) const
{
    const Asking &asking = job->asking;
    const auto to = asking.to.as<std::string_view>();
    if (asking.isHeadOnly) {
        http::Response head;
        head.contentType = "text/event-stream";
        return m_works.answers.send(to, std::move(head));
    }
    const auto &asked = *static_cast<const api::Events *>(job->operation.get());
    const auto begun = m_works.streams.open(
        to, m_works.answers, asked, *asking.context.principal, loop, asking.loop,
        [this](const api::Event &event) { return m_spoken.write(&event, HttpRequest()).body; });
    if (!begun)
        refuse(asking, begun.error());
}

Result<Nothing> OperationEndpoint::prepare(Job &job, const AnySlowHandler &handler,
                                           WriteStore &store) const
{
    auto work = standing(job, store).and_then([&](Nothing) {
        return handler.prepare(job.operation.get(), job.asking.context, store);
    });
    if (work)
        job.work = *std::move(work);
    else
        job.end = failure(std::move(work).error());
    return kept(job.end, job.asking.context);
}

void OperationEndpoint::enqueue(const JobPtr &job, const AnySlowHandler &handler,
                                const Result<Nothing> &end) const
{
    if (!end || !job->end)
        return refuse(job->asking, end ? job->end.error() : end.error());
    const bool isTaken =
        poolOf(handler.kind)
            .submit([this, &handler, job] { work(job, handler); }, std::move(job->place));
    if (!isTaken)
        refuse(job->asking, busy());
}

/// On a thread of the pool.
void OperationEndpoint::work(const JobPtr &job, const AnySlowHandler &handler) const
{
    const Result<Erased> verdict = job->work(m_works.means);
    if (!verdict)
        return refuse(job->asking, verdict.error());
    write(job, [this, &handler, verdict = *verdict, job = job.get()](WriteStore &store) {
        return handler.finish(job->operation.get(), job->asking.context, store, verdict.get(),
                              writeReplyTo(*job));
    });
}

WorkPool &OperationEndpoint::poolOf(SlowKind kind) const
{
    return kind == SlowKind::Passwords ? m_works.passwords : m_works.providers;
}

void OperationEndpoint::write(const JobPtr &job, Act act) const
{
    m_works.writer.submit(Writer::Work([this, job, act = std::move(act)](WriteStore &store) {
                              job->end = standing(*job, store).and_then([&](Nothing) {
                                  return guards::once(job->key, store, [&] { return act(store); });
                              });
                              return kept(job->end, job->asking.context);
                          }),
                          Writer::Completion([this, job](const Result<Nothing> &end) {
                              const Result<HttpReply> reply = end ? job->end : failure(end.error());
                              if (!reply)
                                  return refuse(job->asking, reply.error());
                              m_works.answers.send(job->asking.to.as<std::string_view>(), *reply);
                          }));
}

/// A wire that knows no keys asks for none.
Result<Nothing> OperationEndpoint::mustHaveKey(const std::optional<KeyedRequest> &key) const
{
    const QByteArray &name = wire().idempotencyHeader;
    if (key || !traits().mustHaveKey || name.isEmpty())
        return Nothing();
    return failure(
        Error::rejected(u"missingField"_s, QString::fromLatin1(name), u"the header is required"_s));
}

Result<Nothing> OperationEndpoint::standing(const Job &job, WriteStore &store) const
{
    return guards::standing(job.asking.context, m_spoken.freshness(job.operation.get()),
                            store.sessions);
}

} // namespace latchkey::server
