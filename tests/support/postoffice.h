#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace latchkey::test {

/// `postoffice.py` while it runs: a real SMTP server, and a gateway for texts. From one thread.
class PostOffice
{
public:
    explicit PostOffice(const QStringList &arguments = {QStringLiteral("serve")});
    ~PostOffice();
    PostOffice(const PostOffice &) = delete;
    PostOffice &operator=(const PostOffice &) = delete;

    quint16 port() const { return m_port; }
    quint16 gateway() const { return m_gateway; }

    /// Has it do something, and waits until it does, e.g. `answer rcpt 550`.
    void tell(const QByteArray &command);
    /// What it got next, or nothing within that time.
    std::optional<QJsonObject> next(std::chrono::milliseconds within = std::chrono::seconds(20));
    /// How much it got that nobody has asked for.
    qsizetype untold();

    void write(const QByteArray &line);

private:
    std::optional<QJsonObject> readLine(std::chrono::milliseconds within);

    int m_in = -1;
    int m_out = -1;
    int m_process = -1;
    quint16 m_port = 0;
    quint16 m_gateway = 0;
    QByteArray m_read;
    QList<QJsonObject> m_got;
};

/// A mail as Python's parser reads it.
QJsonObject parseMail(const QByteArray &document);

} // namespace latchkey::test
