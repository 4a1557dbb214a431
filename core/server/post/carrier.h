#pragma once

#include "server/post/message.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace latchkey::server {

/// What became of a message that was handed to a carrier.
struct CarryOutcome
{
    enum class Kind : std::uint8_t {
        Sent,
        Later,       ///< this one was refused for the moment
        Refused,     ///< this one was refused for good
        Unavailable, ///< nothing can be sent now, whatever it is; nothing went out
        Uncertain,   ///< it may have gone out
        Stopped,     ///< we ended it ourselves; nothing went out
    };

    Kind kind = Kind::Sent;
    QString why{}; ///< for the log and the operator; never a word of the message
    int cause = 0; ///< another number, another reason; `why` may differ each time
};

/// Brings messages of one kind out of this program. Blocks, so it has a thread to itself.
class Carrier
{
public:
    /// Told right before the step after which nobody can say any more that nothing went out. Where
    /// it answers false the step is not taken, and the outcome is Stopped.
    using PointOfNoReturn = std::function<bool()>;

    virtual ~Carrier() = default;

    /// The id is the message's own: the same one at each try.
    virtual CarryOutcome carry(const Message &message, const QString &id,
                               const PointOfNoReturn &isLeaving, const std::stop_token &stop) = 0;
};

} // namespace latchkey::server
