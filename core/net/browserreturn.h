#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "net/returnpage.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QTcpServer;

namespace latchkey {
class Alarm;
}

namespace latchkey::net {

/// What a browser brings back from where it was sent: a code, or why there is none.
struct BroughtBack
{
    QString state;
    std::optional<Secret> code;
    QString error;
};

/// Waits on this computer alone for what a browser brings back (RFC 8252, 7.3). Takes one such
/// request, for everybody on the computer can ask there, and answers all others with a refusal.
class BrowserReturn final : public QObject
{
    Q_OBJECT

public:
    using PageOf = std::function<ReturnPage(const BroughtBack &)>;

    /// Whoever registers this program somewhere writes this down, for any port.
    static constexpr const char *path = "/latchkey";

    /// The alarm outlives it.
    BrowserReturn(Alarm &alarm, PageOf pageOf, QObject *parent = nullptr);
    ~BrowserReturn() override;

    /// From now on, until this is destroyed.
    Result<Nothing> listen();
    /// Where a browser is to be sent back to.
    QString address() const;
    /// A browser was sent away: until then nobody is let in. What was sent along comes back with
    /// it, so whoever brings anything else is refused; empty where that is not known.
    void expect(const QString &state, const QByteArray &at = path)
    {
        m_state = state;
        m_path = at;
    }

Q_SIGNALS:
    /// Once, after the browser has got its page.
    void returned(const latchkey::net::BroughtBack &brought);

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
