#pragma once

#include <QByteArray>
#include <QString>

class QDebug;

namespace latchkey {

/// Bytes that nobody may see: they can't be printed, logged or compared by accident, and are wiped
/// when their last holder lets go. `reveal()` is the only way in, so it can be searched for.
class Secret
{
public:
    Secret() = default;
    explicit Secret(const QByteArray &bytes);
    explicit Secret(const QString &text);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_bytes.isEmpty(); }
    qsizetype size() const { return m_bytes.size(); }

    /// The bytes themselves, valid while this secret lives. Do not keep a copy.
    const QByteArray &reveal() const { return m_bytes; }
    QString revealText() const { return QString::fromUtf8(m_bytes); }

    /// Takes the same time wherever the two differ.
    bool matches(const Secret &other) const;

    bool operator==(const Secret &) const = delete;

private:
    void wipe();

    // Never shared with another QByteArray: a shared buffer could not be wiped.
    QByteArray m_bytes;
};

QDebug operator<<(QDebug, const Secret &) = delete;

} // namespace latchkey
