#pragma once

#include "server/post/message.h"

#include <chrono>
#include <cstdint>
#include <vector>

namespace latchkey::server {

/// Where what is posted goes.
enum class PostWay : std::uint8_t {
    Nowhere,
    Out,         ///< queued, until a carrier has taken it
    IntoMessages ///< kept for whoever works at this computer
};

struct PostPolicy
{
    PostWay mail = PostWay::Nowhere;
    PostWay sms = PostWay::Nowhere;
    /// Before the next try of one that was refused for the moment; the last one for all that
    /// follow.
    std::vector<std::chrono::minutes> backOff{std::chrono::minutes(1), std::chrono::minutes(5),
                                              std::chrono::minutes(15), std::chrono::minutes(60)};
    std::chrono::milliseconds keptFor = std::chrono::hours(30 * 24);
    int messagesKept = 500;

    PostWay wayOf(PostKind kind) const { return kind == PostKind::Mail ? mail : sms; }
};

} // namespace latchkey::server
