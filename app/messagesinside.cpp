#include "messagesinside.h"

#include "serverinside.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;

MessagesInside::MessagesInside(QObject *parent)
    : QObject(parent)
    , m_messages([this] { return read(); })
{}

MessagesInside::~MessagesInside() = default;

void MessagesInside::listenTo(ServerInside &server)
{
    server.whenMessageCame([this] {
        QMetaObject::invokeMethod(this, [this] { m_messages.cameOneMore(); }, Qt::QueuedConnection);
    });
}

void MessagesInside::readFrom(ServerInside *server)
{
    m_server = server;
    if (m_server && m_messages.lastError())
        m_messages.load(); // who looked before it ran waits for it
}

Call<QList<account::OwnMessage>> MessagesInside::read()
{
    using Messages = QList<account::OwnMessage>;
    if (!m_server) {
        return Call<Messages>::finished(
            failure(Error::of(Error::Kind::Conflict, u"ownServerNotRunning"_s)));
    }
    m_asked.emplace();
    const auto call = m_asked.back().call();
    m_server->readMessages([this](const Read &read) {
        const auto end = std::make_shared<Read>(read);
        QMetaObject::invokeMethod(
            this,
            [this, end] {
                const auto source = std::move(m_asked.front());
                m_asked.pop();
                source.finish(std::move(*end));
            },
            Qt::QueuedConnection);
    });
    return call;
}

} // namespace latchkey::app
