#pragma once

#include <QString>

#include <chrono>

namespace latchkey::server {

/// How others on the web are asked.
struct WebFetchSettings
{
    QString authorities; ///< a PEM file that vouches for their certificates; empty: the system's
    std::chrono::milliseconds connectWithin = std::chrono::seconds(5);
    std::chrono::milliseconds doneWithin = std::chrono::seconds(10);
    qsizetype atMost = 256 * 1024; ///< bytes of an answer
};

} // namespace latchkey::server
