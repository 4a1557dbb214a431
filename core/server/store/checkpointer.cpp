#include "server/store/checkpointer.h"

#include "base/log.h"
#include "storage/database.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

Checkpointer::Checkpointer(storage::DatabaseAddress address, std::chrono::milliseconds every)
    : m_address(std::move(address))
    , m_every(every)
    , m_thread([this] { run(); })
{}

Checkpointer::~Checkpointer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Checkpointer::noteWriting()
{
    const std::scoped_lock lock(m_mutex);
    if (!std::exchange(m_isDue, true))
        m_wake.notify_all();
}

void Checkpointer::run()
{
    const auto database = storage::Database::open(m_address);
    if (!database) {
        qCWarning(logStorage) << "no checkpoints:" << database.error();
        return;
    }
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_isDue || m_isStopping; });
        if (m_wake.wait_for(lock, m_every, [this] { return m_isStopping; }))
            return;
        m_isDue = false;
        lock.unlock();
        // What it can't move now, it moves the next time.
        std::ignore = (*database)->execute(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
        lock.lock();
    }
}

} // namespace latchkey::server
