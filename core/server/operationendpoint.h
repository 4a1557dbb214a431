#pragma once

#include "server/endpoint.h"
#include "server/guards/idempotency.h"
#include "server/handlerset.h"
#include "server/spokenoperation.h"
#include "server/workpool.h"

namespace latchkey::server {

/// Takes one operation from its request to its answer, each part of the way on the thread that it
/// belongs to.
class OperationEndpoint final : public Endpoint
{
public:
    OperationEndpoint(const MountedRoute &where, const api::Traits &traits,
                      const wire::WriteError &writeError, const SpokenOperation &spoken,
                      AnyHandler handler, const Works &works);

    void serve(Asking asking, LoopState &loop) const override;

private:
    struct Job
    {
        Asking asking;
        Erased operation;
        std::optional<KeyedRequest> key;
        SlowWork work;
        WorkPool::Place place;
        Result<HttpReply> end;
    };
    using JobPtr = std::shared_ptr<Job>;
    using Act = std::function<Result<HttpReply>(WriteStore &)>;

    void run(const JobPtr &job, std::monostate, LoopState &loop) const;
    void run(const JobPtr &job, const AnyReadHandler &handler, LoopState &loop) const;
    void run(const JobPtr &job, const AnyWriteHandler &handler, LoopState &loop) const;
    void run(const JobPtr &job, const AnySlowHandler &handler, LoopState &loop) const;
    void run(const JobPtr &job, StreamHandler, LoopState &loop) const;

    Result<Nothing> prepare(Job &job, const AnySlowHandler &handler, WriteStore &store) const;
    void enqueue(const JobPtr &job, const AnySlowHandler &handler,
                 const Result<Nothing> &end) const;
    void work(const JobPtr &job, const AnySlowHandler &handler) const;
    WorkPool &poolOf(SlowKind kind) const;
    void write(const JobPtr &job, Act act) const;

    Result<Nothing> mustHaveKey(const std::optional<KeyedRequest> &key) const;
    Result<Nothing> standing(const Job &job, WriteStore &store) const;
    WriteReply writeReplyTo(const Job &job) const;
    void refuse(const Asking &asking, const Error &error) const;

    const SpokenOperation m_spoken;
    const AnyHandler m_handler;
    const Works m_works;
};

} // namespace latchkey::server
