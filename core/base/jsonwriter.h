#pragma once

#include <QByteArray>
#include <QString>

namespace latchkey {

/// Writes compact JSON straight into one buffer. The caller keeps the order right: a key before
/// each value inside an object.
class JsonWriter
{
public:
    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(QByteArrayView name); ///< plain ASCII, no escapes
    void name(QStringView any);    ///< a key that is data
    void value(QStringView text);
    void value(const char *text) = delete;
    void value(bool flag);
    void value(qint64 number);
    void value(double number);
    void null();

    QByteArray take() { return std::exchange(m_out, {}); }

private:
    void separate();

    QByteArray m_out;
    bool m_needsComma = false;
};

} // namespace latchkey
