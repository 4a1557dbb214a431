#include "net/eventparser.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace latchkey::net {

namespace {

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString ignored = decoder(bytes);
    return !decoder.hasError();
}

Error refuse(const QString &code)
{
    return Error::of(Error::Kind::Protocol, code);
}

} // namespace

Result<QList<ServerEvent>> EventParser::feed(const QByteArray &bytes)
{
    QList<ServerEvent> events;
    qsizetype at = 0;
    while (at < bytes.size()) {
        if (std::exchange(m_mayBeCrLf, false) && bytes.at(at) == '\n') {
            ++at;
            continue;
        }
        const auto end = std::find_if(bytes.begin() + at, bytes.end(),
                                      [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype length = end - (bytes.begin() + at);
        if (m_line.size() + length > m_limits.line)
            return failure(refuse(u"eventLineTooLong"_s));
        m_line.append(bytes.constData() + at, length);
        at += length;
        if (end == bytes.end())
            break;
        m_mayBeCrLf = *end == '\r';
        ++at;
        const QByteArray line = std::exchange(m_line, {});
        if (const auto taken = take(line, events); !taken)
            return failure(taken.error());
    }
    return events;
}

Result<Nothing> EventParser::take(QByteArrayView line, QList<ServerEvent> &events)
{
    if (std::exchange(m_isFirstLine, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    if (line.isEmpty()) {
        dispatch(events);
        return Nothing();
    }
    if (!isUtf8(line))
        return failure(refuse(u"eventNotUtf8"_s));
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return Nothing(); // a comment
    const QByteArrayView name = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    takeField(name, value);
    if (m_data.size() > m_limits.event)
        return failure(refuse(u"eventTooLarge"_s));
    return Nothing();
}

void EventParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        m_data += value;
        m_data += '\n';
    } else if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_id = value.toByteArray();
    } else if (name == "retry") {
        const bool isNumber = !value.isEmpty() && value.size() <= 9
                              && std::ranges::all_of(value,
                                                     [](char c) { return c >= '0' && c <= '9'; });
        if (isNumber)
            m_retry = std::chrono::milliseconds(value.toByteArray().toLongLong());
    }
}

void EventParser::dispatch(QList<ServerEvent> &events)
{
    m_lastEventId = m_id;
    const QByteArray type = std::exchange(m_type, {});
    QByteArray data = std::exchange(m_data, {});
    if (data.isEmpty())
        return;
    data.chop(1);
    ServerEvent event{.id = m_lastEventId, .data = data};
    if (!type.isEmpty())
        event.type = type;
    events.append(event);
}

} // namespace latchkey::net
