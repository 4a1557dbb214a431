#include "server/store/writerloop.h"

#include "base/log.h"
#include "server/store/housekeeping.h"
#include "storage/databaseerror.h"
#include "storage/savepoint.h"
#include "storage/transaction.h"

#include <QVariant>

#include <sqlite3.h>

#include <algorithm>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageSize = 4096;
constexpr std::chrono::seconds tryAgainAfter{5};

/// Where there is no room, or no leave, to write; whatever is asked.
bool preventsWriting(const Result<Nothing> &end)
{
    return !end && (end.error().code == QLatin1StringView(storage::code::diskFull) ||
                    end.error().code == QLatin1StringView(storage::code::readOnly));
}

Error refusal(const QString &code)
{
    return Error::unavailable(code, std::chrono::seconds(1));
}

} // namespace

Writer::Loop::Loop(StoreOptions options, const Clock &clock, Announce announce)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_announce(std::move(announce))
{}

Writer::Loop::~Loop()
{
    stop();
}

Result<Nothing> Writer::Loop::start()
{
    std::promise<Result<Nothing>> opened;
    auto outcome = opened.get_future();
    m_thread = std::thread([this, &opened] { run(opened); });
    return outcome.get();
}

void Writer::Loop::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Writer::Loop::submit(Work work, Completion completion)
{
    std::optional<Error> refused;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isStopping)
            refused = refusal(u"stopping"_s);
        else if (m_waiting.size() >= m_options.queueLimit)
            refused = refusal(u"busy"_s);
        else
            m_waiting.push_back({std::move(work), std::move(completion), {}});
        m_figures.refusedBusy += refused ? 1u : 0u;
    }
    if (refused)
        completion(failure(*refused));
    else
        m_wake.notify_one();
}

Writer::Figures Writer::Loop::figures() const
{
    const std::scoped_lock lock(m_mutex);
    Figures figures = m_figures;
    figures.waiting = m_waiting.size();
    return figures;
}

bool Writer::Loop::isStopping() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isStopping && m_waiting.empty();
}

void Writer::Loop::run(std::promise<Result<Nothing>> &opened)
{
    auto store = WriteStore::open(m_options, m_clock);
    if (!store) {
        opened.set_value(failure(std::move(store).error()));
        return;
    }
    m_store = *std::move(store);
    m_checkpointer.emplace(m_store->database().address(), m_options.checkpointEvery);
    watchLog();
    m_nextHousekeeping = std::chrono::steady_clock::now() + m_options.housekeepingEvery;
    opened.set_value(Nothing());
    while (!isStopping()) {
        auto jobs = take();
        if (!jobs.empty())
            write(jobs);
        if (std::chrono::steady_clock::now() >= m_nextHousekeeping)
            keepHouse();
    }
    m_checkpointer.reset();
    m_store.reset();
}

std::vector<Writer::Loop::Job> Writer::Loop::take()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_until(lock, m_nextHousekeeping,
                      [this] { return !m_waiting.empty() || m_isStopping; });
    std::vector<Job> jobs;
    while (!m_waiting.empty() && jobs.size() < m_options.groupLimit) {
        jobs.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return jobs;
}

void Writer::Loop::write(std::vector<Job> &jobs)
{
    m_hasLogged = false;
    const auto written = writeAll(jobs);
    const auto notices = m_store->notices.take();
    if (!written) {
        qCWarning(logServer) << "a group of" << jobs.size() << "was lost:" << written.error();
        for (Job &job : jobs)
            job.end = written;
    } else {
        m_checkpointer->noteWriting();
        if (!notices.empty() && m_announce)
            m_announce(notices);
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_figures.works += jobs.size();
        m_figures.commits += written ? 1u : 0u;
        noteTrouble(written, jobs);
    }
    for (Job &job : jobs) {
        if (job.completion)
            job.completion(job.end);
    }
    shortenLog();
}

Result<Nothing> Writer::Loop::writeAll(std::vector<Job> &jobs)
{
    auto transaction = storage::Transaction::begin(m_store->database());
    if (!transaction)
        return failure(std::move(transaction).error());
    for (Job &job : jobs) {
        if (auto whole = writeOne(job); !whole)
            return whole;
    }
    return transaction->commit();
}

Result<Nothing> Writer::Loop::writeOne(Job &job)
{
    auto part = storage::Savepoint::begin(m_store->database());
    if (!part)
        return failure(std::move(part).error());
    const std::size_t notices = m_store->notices.count();
    job.end = job.work(*m_store);
    if (job.end)
        return part->keep();
    m_store->notices.keepFirst(notices);
    // A full disk takes back more than was asked for: then the others of the group are gone too.
    if (const auto back = part->takeBack(); !back) {
        const bool isOurs = job.end.error().kind == Error::Kind::Server;
        return isOurs ? job.end : failure(back.error());
    }
    return Nothing();
}

void Writer::Loop::noteTrouble(const Result<Nothing> &written, const std::vector<Job> &jobs)
{
    const auto ofJob = std::ranges::find_if(jobs, preventsWriting, &Job::end);
    if (preventsWriting(written))
        m_figures.trouble = written.error();
    else if (ofJob != jobs.end())
        m_figures.trouble = ofJob->end.error();
    else if (m_hasLogged)
        m_figures.trouble.reset();
    if (m_figures.trouble) {
        m_nextHousekeeping =
            std::min(m_nextHousekeeping, std::chrono::steady_clock::now() + tryAgainAfter);
    }
}

void Writer::Loop::keepHouse()
{
    bool more = false;
    std::vector<Job> jobs;
    // With nothing to clear away it would write nothing, and find nothing out.
    const bool isInTrouble = figures().trouble.has_value();
    jobs.push_back({[this, &more, isInTrouble](WriteStore &store) {
                        return Housekeeping(m_options.chore)
                            .step(store)
                            .map([&more](bool left) {
                                more = left;
                                return Nothing();
                            })
                            .and_then([&](Nothing) {
                                return isInTrouble ? store.settings.tryWriting()
                                                   : Result<Nothing>();
                            });
                    },
                    [](const Result<Nothing> &end) {
                        if (!end)
                            qCWarning(logServer) << "housekeeping failed:" << end.error();
                    },
                    {}});
    // Between two steps whatever waits comes first.
    m_nextHousekeeping = std::chrono::steady_clock::now() + m_options.housekeepingEvery;
    if (!isStopping())
        write(jobs);
    if (more)
        m_nextHousekeeping = std::chrono::steady_clock::now();
}

void Writer::Loop::watchLog()
{
    auto *handle = *static_cast<sqlite3 *const *>(m_store->database().handle().constData());
    sqlite3_wal_hook(
        handle,
        [](void *loop, sqlite3 *, const char *, int pages) {
            static_cast<Loop *>(loop)->m_logPages = pages;
            static_cast<Loop *>(loop)->m_hasLogged = true;
            return SQLITE_OK;
        },
        this);
}

// While writing never pauses, no reader is ever behind the whole log, and it would grow for ever.
void Writer::Loop::shortenLog()
{
    if (m_logPages * pageSize <= m_options.longestLog)
        return;
    std::ignore = m_store->database().execute(u"PRAGMA wal_checkpoint(RESTART)"_s);
    m_logPages = 0;
}

} // namespace latchkey::server
