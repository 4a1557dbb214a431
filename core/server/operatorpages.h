#pragma once

#include "server/answers.h"
#include "server/guards/caller.h"
#include "server/http/engine.h"
#include "server/loopstate.h"

#include <memory>
#include <vector>

namespace latchkey::server {

class Census;
class Delivery;
class EventStreams;
class WorkPool;
class Writer;

/// `/healthz` and `/metrics`: for whoever runs the server, without a secret in them.
class OperatorPages
{
public:
    OperatorPages(const Answers &answers, const Metrics &metrics, const Writer &writer,
                  const WorkPool &pool, const EventStreams &streams,
                  const std::vector<std::unique_ptr<Delivery>> &deliveries, Census &census,
                  bool metricsForAll);

    /// False where the path is none of ours.
    bool answer(const http::Request &request, const guards::Caller &caller, const AnsweredNow &to,
                LoopState &loop, const http::Figures &figures) const;

private:
    void answerHealth(const AnsweredNow &to, LoopState &loop) const;
    void answerMetrics(const AnsweredNow &to, LoopState &loop, const http::Figures &figures) const;

    const Answers &m_answers;
    const Metrics &m_metrics;
    const Writer &m_writer;
    const WorkPool &m_pool;
    const EventStreams &m_streams;
    const std::vector<std::unique_ptr<Delivery>> &m_deliveries;
    Census &m_census;
    const bool m_metricsForAll;
};

} // namespace latchkey::server
