#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace latchkey::server {

/// Asks a server on the web, by https, or by http where it is this computer. It takes as long as
/// that takes, within bounds, and ends soon once it is asked to stop. From any thread.
class Fetch
{
public:
    struct Request
    {
        QString url;
        std::vector<Secret> headers = {}; ///< `Name: value` each
        std::optional<Secret> form = {};  ///< posted, else it is a GET
    };

    struct Answer
    {
        int status = 0;
        QByteArray contentType; ///< in lower case, without what comes after a semicolon
        Secret body;
    };

    Fetch() = default;
    virtual ~Fetch() = default;
    Fetch(const Fetch &) = delete;
    Fetch &operator=(const Fetch &) = delete;

    /// Whatever it answers; nobody follows where it points to. Network, Timeout, Cancelled,
    /// Protocol `answerTooLong`.
    virtual Result<Answer> fetch(const Request &request, const std::stop_token &stop) = 0;
};

} // namespace latchkey::server
