#include "base/secret.h"

#include <cstring>

namespace latchkey {

namespace {

QByteArray unshared(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QByteArray() : QByteArray(bytes.constData(), bytes.size());
}

} // namespace

Secret::Secret(const QByteArray &bytes)
    : m_bytes(unshared(bytes))
{}

Secret::Secret(const QString &text)
    : m_bytes(text.toUtf8())
{}

Secret::Secret(const Secret &other)
    : m_bytes(unshared(other.m_bytes))
{}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, QByteArray()))
{}

Secret &Secret::operator=(Secret other) noexcept
{
    m_bytes.swap(other.m_bytes);
    return *this;
}

Secret::~Secret()
{
    wipe();
}

bool Secret::matches(const Secret &other) const
{
    if (m_bytes.size() != other.m_bytes.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < m_bytes.size(); ++i)
        difference |= static_cast<unsigned char>(m_bytes.at(i) ^ other.m_bytes.at(i));
    return difference == 0;
}

void Secret::wipe()
{
    if (!m_bytes.isEmpty() && m_bytes.isDetached())
        explicit_bzero(m_bytes.data(), static_cast<size_t>(m_bytes.size()));
}

} // namespace latchkey
