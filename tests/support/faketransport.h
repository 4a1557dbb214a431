#pragma once

#include "net/transport.h"

#include <QPointer>

#include <vector>

namespace latchkey::test {

/// A transport without a network: requests are kept, and the test says when which answer comes.
class FakeTransport final : public net::Transport
{
public:
    class Stream final : public net::HttpStream
    {
    };

    struct Sent
    {
        HttpRequest request;
        net::Deadline deadline;
        CallSource<HttpReply> source;
    };

    struct Opened
    {
        HttpRequest request;
        QPointer<Stream> stream; ///< null once its reader let it go
    };

    Call<HttpReply> send(const HttpRequest &request, const net::Deadline &deadline) override
    {
        sent.push_back({request, deadline, {}});
        return sent.back().source.call();
    }

    std::unique_ptr<net::HttpStream> open(const HttpRequest &request,
                                          const net::Deadline &) override
    {
        auto stream = std::make_unique<Stream>();
        opened.push_back({request, stream.get()});
        return stream;
    }

    void answer(size_t index, const HttpReply &reply) { sent.at(index).source.finish(reply); }
    void fail(size_t index, const Error &error) { sent.at(index).source.finish(failure(error)); }
    bool isWanted(size_t index) const { return sent.at(index).source.isWanted(); }

    std::vector<Sent> sent;
    std::vector<Opened> opened;
};

} // namespace latchkey::test
