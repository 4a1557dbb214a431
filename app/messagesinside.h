#pragma once

#include "account/ownmessages.h"

#include <queue>

namespace latchkey::app {

class ServerInside;

/// Brings the messages of the server inside the program from its threads to this one. Outlives that
/// server.
class MessagesInside final : public QObject
{
    Q_OBJECT

public:
    explicit MessagesInside(QObject *parent = nullptr);
    ~MessagesInside() override;

    account::OwnMessages &messages() { return m_messages; }
    /// Before the server starts, from its thread.
    void listenTo(ServerInside &server);
    /// It runs; nothing: it runs no longer, or another program runs it.
    void readFrom(ServerInside *server);

private:
    using Read = Result<QList<account::OwnMessage>>;

    Call<QList<account::OwnMessage>> read();

    ServerInside *m_server = nullptr;
    /// The server answers in the order in which it is asked.
    std::queue<CallSource<QList<account::OwnMessage>>> m_asked;
    account::OwnMessages m_messages;
};

} // namespace latchkey::app
