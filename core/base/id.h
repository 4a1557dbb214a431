#pragma once

#include <QHash>
#include <QString>

#include <compare>

namespace latchkey {

/// A name that a server gave to something. Ids of different things are different types.
template <class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {}

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    bool operator==(const Id &) const = default;
    std::strong_ordering operator<=>(const Id &other) const
    {
        return m_text.compare(other.m_text) <=> 0;
    }

    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

} // namespace latchkey
