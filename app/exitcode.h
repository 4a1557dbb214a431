#pragma once

namespace latchkey::app {

/// What the program says to the shell. `latchkey --help` lists them.
enum ExitCode : int {
    Done = 0,
    Failed = 1,      ///< it was asked rightly and could not be done
    Misused = 2,     ///< unknown command, option or value
    NotSignedIn = 3, ///< no profile, no token, or one that is no longer good
    Unreachable = 4, ///< no connection, or no answer in time
    NotFound = 5,
    NotAllowed = 6, ///< refused, or the session must be proven again in the window
};

} // namespace latchkey::app
