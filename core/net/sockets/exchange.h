#pragma once

#include "base/call.h"
#include "base/httpmessage.h"
#include "net/transport.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QSslError>

namespace latchkey {
class Alarm;
}

namespace latchkey::net {

/// One request on its way and what comes back: the part that a single answer and a stream share.
/// Deleting it closes the connection, also from a receiver of its own signals.
class Exchange : public QObject
{
    Q_OBJECT

public:
    struct Terms
    {
        QByteArray name;               ///< for the log: method and path, no query
        QByteArray trustedCertificate; ///< PEM
        Deadline deadline;
    };

    Exchange(QNetworkReply *reply, Terms terms, Alarm &alarm, QObject *parent);
    ~Exchange() override;

    /// Status and headers; the body is empty.
    HttpReply head() const;
    QByteArray takeBytes();
    /// Once it goes on without an end, only its reader can say what is too long.
    void liftDeadline() { m_total.cancel(); }
    /// Ends it now as an error of ours.
    void abandon(const Error &error);

Q_SIGNALS:
    void answered(); ///< the head is here
    void received();
    void
    ended(const latchkey::Result<latchkey::Nothing> &how); ///< the exchange has no more to tell

private:
    void judgeCertificate(const QList<QSslError> &errors);
    void end(const Result<Nothing> &how);

    QPointer<QNetworkReply> m_reply;
    Terms m_terms;
    QElapsedTimer m_since;
    QList<QSslError> m_tlsErrors;
    Call<Nothing> m_connect;
    Call<Nothing> m_total;
    bool m_isAnswered = false;
    bool m_isEnded = false;
};

} // namespace latchkey::net
