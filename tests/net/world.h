#pragma once

#include "net/sockets/networktransport.h"
#include "support/manualalarm.h"
#include "support/scriptedserver.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;

/// A transport and the server that it asks, which is the test.
struct World
{
    ScriptedServer server;
    ManualAlarm alarm;
    net::NetworkTransport transport{{.base = server.url(), .replyLimit = 1000}, alarm};
    QObject receiver;
    std::optional<Result<HttpReply>> end;

    Call<HttpReply> send(const HttpRequest &request = {.path = "/"})
    {
        end.reset();
        const auto call = transport.send(request, {});
        call.then(&receiver, [this](const auto &reply) { end = reply; });
        return call;
    }
};

inline QString codeOf(const std::optional<Result<HttpReply>> &end)
{
    return *end ? u"status %1"_s.arg((*end)->status) : end->error().code;
}

} // namespace latchkey::test
