#pragma once

#include "server/store/postpolicy.h"
#include "server/store/sentcodepolicy.h"
#include "server/store/sessionpolicy.h"
#include "server/store/throttlepolicy.h"
#include "server/store/vault.h"
#include "storage/databaseaddress.h"

#include <cstddef>
#include <functional>

namespace latchkey::server {

class WriteStore;

inline constexpr std::uint32_t storeApplicationId = 0x4c4b5331; ///< "LKS1"

struct StoreOptions
{
    storage::DatabaseAddress database; ///< its application id is set by who opens it
    MasterKeySource masterKey;         ///< asked once, by who opens it for writing
    SessionPolicy sessions;
    ThrottlePolicy throttle;
    PostPolicy post;
    SentCodePolicy sentCodes;
    std::size_t queueLimit = 4096; ///< works that may wait for the writer
    std::size_t groupLimit = 32;   ///< works in one transaction
    std::chrono::milliseconds checkpointEvery{100};
    qint64 longestLog = 64 * 1024 * 1024; ///< bytes of write-ahead log before the writer clears it
    std::chrono::milliseconds housekeepingEvery = std::chrono::minutes(1);
    /// What there is to do besides when house is kept, at most so much; whether there may be more.
    std::function<Result<bool>(WriteStore &, int atMost)> chore = {};
};

} // namespace latchkey::server
