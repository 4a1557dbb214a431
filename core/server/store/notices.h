#pragma once

#include "api/ids.h"
#include "server/post/message.h"

#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace latchkey::server {

/// Tells whoever streams that there is something new to read.
struct EventNotice
{
    api::UserId user;
    api::EventId id;
};

/// Tells whoever carries messages of that kind that one waits.
struct PostNotice
{
    PostKind kind;
};

/// Tells whoever shows what the server keeps for its owner that there is more.
struct MessageNotice
{};

/// What somebody outside the database is told once it is durable, and never before.
using Notice = std::variant<EventNotice, PostNotice, MessageNotice>;

/// What the works of one transaction want told after it, in their order. Belongs to the writer's
/// thread.
class Notices
{
public:
    void add(Notice notice) { m_notices.push_back(std::move(notice)); }

    std::size_t count() const { return m_notices.size(); }
    /// Forgets all but the first so many: the work that added them was refused.
    void keepFirst(std::size_t count)
    {
        m_notices.erase(m_notices.begin() + std::ptrdiff_t(count), m_notices.end());
    }
    std::vector<Notice> take() { return std::exchange(m_notices, {}); }

private:
    std::vector<Notice> m_notices;
};

} // namespace latchkey::server
