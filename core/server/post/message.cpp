#include "server/post/message.h"

#include <QDataStream>
#include <QIODevice>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr quint8 form = 1;

/// What is written into it is wiped with it.
class Bytes
{
public:
    ~Bytes() { explicit_bzero(m_bytes.data(), std::size_t(m_bytes.size())); }

    Secret write(const Message &message)
    {
        // Never grown while it is written: what is left behind by growing could not be wiped.
        m_bytes.reserve(1024 * 1024);
        QDataStream stream(&m_bytes, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_4);
        stream << form << quint8(kindOf(message)) << recipientOf(message);
        if (const auto *mail = std::get_if<Mail>(&message))
            stream << mail->subject << mail->plain.reveal() << mail->html.reveal();
        else
            stream << std::get<Sms>(message).text.reveal();
        return Secret(m_bytes);
    }

private:
    QByteArray m_bytes;
};

Secret readSecret(QDataStream &stream)
{
    QByteArray bytes;
    stream >> bytes;
    Secret secret(bytes);
    explicit_bzero(bytes.data(), std::size_t(bytes.size()));
    return secret;
}

} // namespace

PostKind kindOf(const Message &message)
{
    return std::holds_alternative<Mail>(message) ? PostKind::Mail : PostKind::Sms;
}

const QString &recipientOf(const Message &message)
{
    return std::visit([](const auto &each) -> const QString & { return each.to; }, message);
}

Secret toBytes(const Message &message)
{
    return Bytes().write(message);
}

Result<Message> fromBytes(const Secret &bytes)
{
    QDataStream stream(bytes.reveal());
    stream.setVersion(QDataStream::Qt_6_4);
    quint8 written = 0;
    quint8 kind = 0;
    QString to;
    stream >> written >> kind >> to;
    Message message;
    if (kind == quint8(PostKind::Mail)) {
        QString subject;
        stream >> subject;
        Secret plain = readSecret(stream);
        message = Mail{to, subject, std::move(plain), readSecret(stream)};
    } else {
        message = Sms{to, readSecret(stream)};
    }
    const bool isWhole = stream.status() == QDataStream::Ok && stream.atEnd();
    if (!isWhole || written != form || kind > quint8(PostKind::Sms))
        return failure(Error::of(Error::Kind::Server, u"messageBroken"_s));
    return message;
}

} // namespace latchkey::server
