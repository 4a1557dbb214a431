#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <utility>

namespace latchkey {

enum class HttpMethod { Get, Post, Put, Patch, Delete };

/// Header fields in the order they were written; names compare without case.
class HttpHeaders
{
public:
    using Field = std::pair<QByteArray, QByteArray>;

    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<Field> fields)
        : m_fields(fields)
    {}

    void add(const QByteArray &name, const QByteArray &value) { m_fields.append({name, value}); }
    /// In place of all that bear the name.
    void set(const QByteArray &name, const QByteArray &value)
    {
        m_fields.removeIf([&name](const Field &field) { return isNamed(field, name); });
        add(name, value);
    }
    QByteArray value(QByteArrayView name) const
    {
        const auto found = std::ranges::find_if(
            m_fields, [name](const Field &field) { return isNamed(field, name); });
        return found == m_fields.end() ? QByteArray() : found->second;
    }
    const QList<Field> &fields() const { return m_fields; }

private:
    static bool isNamed(const Field &field, QByteArrayView name)
    {
        return field.first.compare(name, Qt::CaseInsensitive) == 0;
    }

    QList<Field> m_fields;
};

/// A request as a value: what a wire writes, what the client sends, what the server reads.
struct HttpRequest
{
    HttpMethod method = HttpMethod::Get;
    QByteArray path = {};  ///< percent-encoded, begins with '/'
    QByteArray query = {}; ///< percent-encoded, without the '?'
    HttpHeaders headers = {};
    QByteArray body = {};
};

struct HttpReply
{
    int status = 200;
    HttpHeaders headers = {};
    QByteArray body = {};
};

inline QByteArray toBytes(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return QByteArrayLiteral("GET");
    case HttpMethod::Post:
        return QByteArrayLiteral("POST");
    case HttpMethod::Put:
        return QByteArrayLiteral("PUT");
    case HttpMethod::Patch:
        return QByteArrayLiteral("PATCH");
    case HttpMethod::Delete:
        return QByteArrayLiteral("DELETE");
    }
    Q_UNREACHABLE();
}

} // namespace latchkey
