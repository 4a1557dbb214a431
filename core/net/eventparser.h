#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

namespace latchkey::net {

struct ServerEvent
{
    QByteArray id = {}; ///< the last one given, by this event or one before it
    QByteArray type = "message";
    QByteArray data = {}; ///< UTF-8

    bool operator==(const ServerEvent &) const = default;
};

/// Server-sent events as they come in (WHATWG HTML, 9.2.6), cut anywhere. Stricter than that in two
/// things: lines and events are bounded, and bytes that are not UTF-8 are refused.
class EventParser
{
public:
    struct Limits
    {
        qsizetype line = qsizetype{256} * 1024;
        qsizetype event = qsizetype{1024} * 1024;
    };

    EventParser() = default;
    explicit EventParser(Limits limits)
        : m_limits(limits)
    {}

    /// Where a stream goes on after another, ids go on from there.
    void setLastEventId(const QByteArray &id) { m_id = m_lastEventId = id; }

    /// The events that these bytes complete. After a refusal the parser is of no more use.
    Result<QList<ServerEvent>> feed(const QByteArray &bytes);

    const QByteArray &lastEventId() const { return m_lastEventId; }
    /// What the server last asked for as the time before a reconnect.
    std::optional<std::chrono::milliseconds> retry() const { return m_retry; }

private:
    Result<Nothing> take(QByteArrayView line, QList<ServerEvent> &events);
    void dispatch(QList<ServerEvent> &events);
    void takeField(QByteArrayView name, QByteArrayView value);

    Limits m_limits;
    QByteArray m_line; ///< the line that is not whole yet
    bool m_isFirstLine = true;
    bool m_mayBeCrLf = false; ///< the last byte was a CR: an LF now belongs to it

    QByteArray m_data;
    QByteArray m_type;
    QByteArray m_id;
    QByteArray m_lastEventId;
    std::optional<std::chrono::milliseconds> m_retry;
};

} // namespace latchkey::net
