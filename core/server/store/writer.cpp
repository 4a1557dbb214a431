#include "server/store/writer.h"

#include "server/store/writerloop.h"

namespace latchkey::server {

Writer::Writer(std::unique_ptr<Loop> loop)
    : m_loop(std::move(loop))
{}

Writer::~Writer()
{
    stop();
}

Result<std::unique_ptr<Writer>> Writer::start(const StoreOptions &options, const Clock &clock,
                                              Announce announce)
{
    auto loop = std::make_unique<Loop>(options, clock, std::move(announce));
    if (auto started = loop->start(); !started)
        return failure(std::move(started).error());
    return std::unique_ptr<Writer>(new Writer(std::move(loop)));
}

void Writer::submit(Work work, Completion completion)
{
    m_loop->submit(std::move(work), std::move(completion));
}

void Writer::stop()
{
    m_loop->stop();
}

Writer::Figures Writer::figures() const
{
    return m_loop->figures();
}

} // namespace latchkey::server
