#pragma once

#include "base/result.h"

namespace latchkey::server {

class WriteStore;

/// Ends what has expired and forgets what is too old, a little at a time.
class Housekeeping
{
public:
    explicit Housekeeping(int batch = 100)
        : m_batch(batch)
    {}

    /// One small step in the present transaction; whether there is more to do.
    Result<bool> step(WriteStore &store) const;

private:
    int m_batch;
};

} // namespace latchkey::server
