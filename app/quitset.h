#pragma once

#include <csignal>

namespace latchkey::app {

/// The signals that ask the program to end in good order. Where it is to outlive its terminal, as
/// with `nohup`, the one that tells of the terminal's end is ignored already and stays so.
inline sigset_t quitSet()
{
    sigset_t set{};
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    struct sigaction hangUp = {};
    if (sigaction(SIGHUP, nullptr, &hangUp) == 0 && hangUp.sa_handler != SIG_IGN)
        sigaddset(&set, SIGHUP);
    return set;
}

} // namespace latchkey::app
