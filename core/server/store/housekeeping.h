#pragma once

#include "base/result.h"

#include <functional>

namespace latchkey::server {

class WriteStore;

/// Ends what has expired, does what comes with time, and forgets what is too old, a little at a
/// time.
class Housekeeping
{
public:
    using Chore = std::function<Result<bool>(WriteStore &, int atMost)>;

    explicit Housekeeping(Chore chore = {}, int batch = 100)
        : m_chore(std::move(chore))
        , m_batch(batch)
    {}

    /// One small step in the present transaction; whether there is more to do.
    Result<bool> step(WriteStore &store) const;

private:
    Chore m_chore; ///< what else there is to do; whether there may be more
    int m_batch;
};

} // namespace latchkey::server
