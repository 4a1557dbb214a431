#pragma once

#include "api/holdssecret.h"
#include "server/endpoint.h"
#include "server/eventstreams.h"
#include "server/guards/guards.h"
#include "server/guards/idempotency.h"
#include "server/handlerset.h"
#include "server/passwordhashing.h"
#include "server/passwordpool.h"
#include "server/store/writer.h"
#include "wire/translation.h"

namespace latchkey::server {

/// Takes one operation from its request to its answer, each part of the way on the thread that it
/// belongs to.
template <api::Operation Op>
class OperationEndpoint final : public Endpoint
{
public:
    using Reply = typename Op::Reply;

    OperationEndpoint(const MountedRoute &where, HandlerOf<Op> handler, Works works)
        : Endpoint(where, Op::traits, writeErrorOf(where.wire))
        , m_translation(*where.wire.translation<Op>())
        , m_handler(std::move(handler))
        , m_works(works)
    {}

    void serve(Asking asking, LoopState &loop) const override
    {
        auto operation = m_translation.readRequest(asking.request, asking.parameters);
        if (operation && isOfAnother(asking))
            operation =
                failure(Error::of(Error::Kind::Forbidden, QStringLiteral("notYourAccount")));
        if (!operation)
            return refuse(asking, operation.error());
        const auto job = std::make_shared<Job>(std::move(asking), std::move(*operation));
        std::visit([&](const auto &handler) { run(job, handler, loop); }, m_handler);
    }

private:
    struct Job
    {
        Asking asking;
        Op operation;
        std::optional<KeyedRequest> key;
        PasswordTask task;
        PasswordPool::Place place;
        Result<HttpReply> end;
    };
    using JobPtr = std::shared_ptr<Job>;
    using Act = std::function<Result<Reply>(WriteStore &)>;

    static const wire::WriteError &writeErrorOf(const wire::Wire &wire)
    {
        const wire::WriteError &own = wire.translation<Op>()->writeError;
        return own ? own : wire.writeError;
    }

    bool isOfAnother(const Asking &asking) const
    {
        if (!m_translation.accountNamed || !asking.context.principal)
            return false;
        const QString named = m_translation.accountNamed(asking.request, asking.parameters);
        return !named.isEmpty() && named != asking.context.principal->user.text();
    }

    void refuse(const Asking &asking, const Error &error) const
    {
        m_works.answers.refuse(asking.to.template as<std::string_view>(), error);
    }

    void run(const JobPtr &, std::monostate, LoopState &) const {}

    void run(const JobPtr &job, const ReadHandler<Op> &handler, LoopState &loop) const
    {
        auto reply = handler(job->operation, job->asking.context, *loop.store);
        if (!reply)
            return refuse(job->asking, reply.error());
        m_works.answers.send(job->asking.to.template as<std::string_view>(),
                             m_translation.writeReply(*reply, job->asking.request));
    }

    void run(const JobPtr &job, const WriteHandler<Op> &handler, LoopState &) const
    {
        if constexpr (Op::traits.repeat == api::Repeat::WithKey) {
            static_assert(!api::holdsSecret<Reply>(), "replies to keys are kept as they are");
            auto key =
                guards::keyOf(wire().idempotencyHeader, job->asking.request, job->asking.context);
            if (!key)
                return refuse(job->asking, key.error());
            job->key = *std::move(key);
        }
        write(job, [&handler, job = job.get()](WriteStore &store) {
            return handler(job->operation, job->asking.context, store);
        });
    }

    void run(const JobPtr &job, const ProvingHandler<Op> &handler, LoopState &) const
    {
        // Beforehand, so that nobody's try is counted and then not looked at.
        job->place = m_works.pool.reserve();
        if (!job->place)
            return refuse(job->asking, busy());
        m_works.writer.submit(
            Writer::Work([&handler, job](WriteStore &store) -> Result<Nothing> {
                auto task = standing(*job, store).and_then([&](Nothing) {
                    return handler.prepare(job->operation, job->asking.context, store);
                });
                if (task)
                    job->task = *std::move(task);
                else
                    job->end = failure(std::move(task).error());
                return kept(*job);
            }),
            Writer::Completion([this, &handler, job](const Result<Nothing> &end) {
                if (!end || !job->end)
                    return refuse(job->asking, end ? job->end.error() : end.error());
                const bool isTaken = m_works.pool.submit(
                    [this, &handler, job] { prove(job, handler); }, std::move(job->place));
                if (!isTaken)
                    refuse(job->asking, busy());
            }));
    }

    void run(const JobPtr &job, StreamHandler, LoopState &loop) const
    {
        const Asking &asking = job->asking;
        const auto to = asking.to.template as<std::string_view>();
        if constexpr (std::same_as<Op, api::Events>) {
            if (asking.isHeadOnly) {
                http::Response head;
                head.contentType = "text/event-stream";
                return m_works.answers.send(to, std::move(head));
            }
            const auto begun =
                m_works.streams.open(to, m_works.answers, job->operation, *asking.context.principal,
                                     loop, asking.loop, [this](const api::Event &event) {
                                         return m_translation.writeReply(event, HttpRequest()).body;
                                     });
            if (!begun)
                refuse(asking, begun.error());
        }
    }

    /// On a thread of the pool.
    void prove(const JobPtr &job, const ProvingHandler<Op> &handler) const
    {
        const auto verdict =
            std::make_shared<const PasswordVerdict>(m_works.hashing.judge(job->task));
        if (verdict->lacking)
            return refuse(job->asking, *verdict->lacking);
        write(job, [&handler, verdict, job = job.get()](WriteStore &store) {
            return handler.finish(job->operation, job->asking.context, store, *verdict);
        });
    }

    void write(const JobPtr &job, Act act) const
    {
        m_works.writer.submit(
            Writer::Work([this, job, act = std::move(act)](WriteStore &store) -> Result<Nothing> {
                job->end = standing(*job, store).and_then([&](Nothing) {
                    return guards::once(job->key, store, [&]() -> Result<HttpReply> {
                        return act(store).map([&](const Reply &reply) {
                            return m_translation.writeReply(reply, job->asking.request);
                        });
                    });
                });
                return kept(*job);
            }),
            Writer::Completion([this, job](const Result<Nothing> &end) {
                const Result<HttpReply> reply = end ? job->end : failure(end.error());
                if (!reply)
                    return refuse(job->asking, reply.error());
                m_works.answers.send(job->asking.to.template as<std::string_view>(), *reply);
            }));
    }

    /// A refusal takes back what was written, unless its handler says otherwise.
    static Result<Nothing> kept(const Job &job)
    {
        return job.end || job.asking.context.keepsRefusal ? Result<Nothing>()
                                                          : failure(job.end.error());
    }

    static Result<Nothing> standing(const Job &job, WriteStore &store)
    {
        return guards::standing(job.asking.context, api::freshnessOf(job.operation),
                                store.sessions);
    }

    static Error busy()
    {
        return Error::unavailable(QStringLiteral("busy"), std::chrono::seconds(1));
    }

    const wire::Translation<Op> &m_translation;
    const HandlerOf<Op> m_handler;
    const Works m_works;
};

} // namespace latchkey::server
