#pragma once

#include "base/call.h"
#include "base/httpmessage.h"

#include <chrono>
#include <memory>

namespace latchkey::net {

struct Deadline
{
    std::chrono::milliseconds connect{10'000}; ///< until the request is on its way
    std::chrono::milliseconds total{
        30'000}; ///< until the whole answer is here; of a stream, its head
};

/// An answer without an end that is read as it comes. Deleting it closes the connection.
/// Tells in this order: `answered` once, `received` any number of times, `ended` once.
class HttpStream : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void answered(const latchkey::HttpReply &head); ///< without a body
    void received(const QByteArray &bytes);
    void ended(const latchkey::Result<latchkey::Nothing> &how);
};

/// Moves a request to one server and its answer back. Whatever status the server gives is an
/// answer; an error means that there was none.
class Transport
{
public:
    virtual ~Transport() = default;

    virtual Call<HttpReply> send(const HttpRequest &request, const Deadline &deadline) = 0;
    virtual std::unique_ptr<HttpStream> open(const HttpRequest &request,
                                             const Deadline &deadline) = 0;
};

} // namespace latchkey::net
