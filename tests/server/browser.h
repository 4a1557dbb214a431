#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <utility>

namespace latchkey::test {

struct Answer
{
    int status = 0;
    QByteArray head;
    QByteArray body;

    QByteArray field(const QByteArray &name) const;
    QJsonObject json() const;
    QString code() const;
    QString wrongField() const;
};

/// A blocking HTTP client of the plainest kind, on a socket of its own: it can send what no decent
/// client would.
class Browser
{
public:
    explicit Browser(quint16 port);
    ~Browser();
    Browser(const Browser &) = delete;
    Browser &operator=(const Browser &) = delete;

    using Fields = QList<std::pair<QByteArray, QByteArray>>;

    Answer ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
               const Fields &fields = {});
    Answer post(const QByteArray &target, const QByteArray &body)
    {
        return ask("POST", target, body);
    }

    void send(const QByteArray &bytes);
    Answer receive(bool hasBody = true);
    /// What comes until that text has come; what there is when nothing more comes in time.
    QByteArray readUntil(const QByteArray &text,
                         std::chrono::milliseconds patience = std::chrono::seconds(5));
    bool isClosedByServer();

    QByteArray token; ///< sent with every `ask`

private:
    bool more(std::chrono::milliseconds patience);

    int m_socket = -1;
    QByteArray m_read;
};

} // namespace latchkey::test
