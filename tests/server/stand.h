#pragma once

#include "browser.h"
#include "server/accountserver.h"
#include "support/manualclock.h"

#include <QTemporaryDir>

namespace latchkey::test {

inline const QByteArray goodPassword = "correct horse battery staple 7";

/// JSON as it reads well in a test: with single quotes.
inline QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

/// A server of its own for each test, on a free port, with a clock that the test moves.
class Stand
{
public:
    using Adjust = std::function<void(server::ServerConfig &)>;

    /// Makes what brings mails and texts out, at each start anew.
    using MakeCarriers = std::function<server::Carriers()>;

    explicit Stand(const Adjust &adjust = {}, MakeCarriers carriers = {});

    quint16 port() const { return running.port; }
    QString database() const { return m_config.database; }
    void restart(const Adjust &adjust = {});

    /// Signs up and answers the token.
    QByteArray signUp(const QByteArray &name);
    QByteArray signIn(const QByteArray &name);
    Answer trySignIn(const QByteArray &email, const QByteArray &password) const;
    static QByteArray signUpBody(const QByteArray &name, const QByteArray &password = goodPassword,
                                 const QByteArray &more = {});
    static QByteArray signInBody(const QByteArray &email, const QByteArray &password);

    /// As long as it lives, nobody else writes to the database.
    std::shared_ptr<void> holdWriting() const;

    qint64 rows(const QString &table) const;
    /// What a statement reads first.
    qint64 number(const QString &sql) const;
    /// Beside the server, what none of its operations does.
    void change(const QByteArray &sql) const;

    ManualClock clock;
    server::RunningAt running;

private:
    QTemporaryDir m_folder;
    server::ServerConfig m_config;
    MakeCarriers m_carriers;

public:
    std::unique_ptr<server::AccountServer> server;
};

} // namespace latchkey::test
