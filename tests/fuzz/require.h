#pragma once

#include <cstdio>
#include <cstdlib>

/// What must hold for every input. Ends the program where it doesn't, which is how a fuzzer learns
/// of it, in builds without assertions too.
#define LATCHKEY_REQUIRE(condition)                                                             \
    do {                                                                                        \
        if (!(condition)) {                                                                     \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
            std::abort();                                                                       \
        }                                                                                       \
    } while (false)
