#pragma once

#include "api/events.h"
#include "base/call.h"

#include <QObject>

#include <memory>

namespace latchkey::net {
class EventStream;
struct ServerEvent;
} // namespace latchkey::net

namespace latchkey::account {

class Account;

/// What happens to an account, as it happens; and through it the account knows whether the server
/// is there.
class EventFeed final : public QObject
{
    Q_OBJECT

public:
    explicit EventFeed(Account &account, QObject *parent = nullptr);
    ~EventFeed() override;

    bool isOpen() const;

Q_SIGNALS:
    void happened(const latchkey::api::Event &event);
    /// The stream is open. What happened before is lost to it unless it goes on from an event.
    void opened(bool goesOn);
    /// The server tells of nothing for now: who wants to know has to ask.
    void absent();

private:
    void follow();
    void start();
    void stop();
    void take(const net::ServerEvent &received);
    void judge(const api::Event &event);
    void lose(const Error &error);
    void end(const Error &error);

    Account &m_account;
    std::unique_ptr<net::EventStream> m_stream;
    std::optional<Error> m_trouble; ///< why the stream waits
    Call<Nothing> m_later;          ///< until a stream that ended is asked for again
    QByteArray m_lastEventId;
};

} // namespace latchkey::account
