#pragma once

#include "account/applock.h"

namespace latchkey::test {

/// As fast as a test wants it.
inline account::AppLock::Hashing plainHashing()
{
    return {[](const Secret &passphrase) {
                return Call<Secret>::finished(Secret("hash of " + passphrase.reveal()));
            },
            [](const Secret &hash, const Secret &passphrase) {
                return Call<bool>::finished(hash.matches(Secret("hash of " + passphrase.reveal())));
            }};
}

} // namespace latchkey::test
