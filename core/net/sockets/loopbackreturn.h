#pragma once

#include "net/browserreturn.h"

#include <memory>

class QTcpServer;

namespace latchkey {
class Alarm;
}

namespace latchkey::net {

/// On a free port of 127.0.0.1. Takes one such request, for everybody on the computer can ask
/// there, and answers all others with a refusal.
class LoopbackReturn final : public BrowserReturn
{
    Q_OBJECT

public:
    /// The alarm outlives it.
    LoopbackReturn(Alarm &alarm, PageOf pageOf, QObject *parent = nullptr);
    ~LoopbackReturn() override;

    Result<Nothing> listen() override;
    QString address() const override;
    void expect(const QString &state, const QByteArray &at = path) override
    {
        m_state = state;
        m_path = at;
    }

private:
    class Guest;

    void accept();
    QByteArray answer(const QByteArray &head);
    QByteArray answerQuery(const QByteArray &query);

    Alarm &m_alarm;
    const PageOf m_pageOf;
    const std::unique_ptr<QTcpServer> m_server;
    std::optional<QString> m_state;
    QByteArray m_path = path;
    QByteArray m_taken; ///< the query that was; a page that is loaded again is shown again
    QByteArray m_page;
    std::optional<BroughtBack> m_brought; ///< and not yet told
};

} // namespace latchkey::net
