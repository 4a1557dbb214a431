#include "base/jsonwriter.h"

#include <QLocale>

#include <cmath>

namespace latchkey {

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out.append(',');
    m_needsComma = true;
}

void JsonWriter::beginObject()
{
    separate();
    m_out.append('{');
    m_needsComma = false;
}

void JsonWriter::endObject()
{
    m_out.append('}');
    m_needsComma = true;
}

void JsonWriter::beginArray()
{
    separate();
    m_out.append('[');
    m_needsComma = false;
}

void JsonWriter::endArray()
{
    m_out.append(']');
    m_needsComma = true;
}

void JsonWriter::key(QByteArrayView name)
{
    separate();
    m_out.append('"').append(name).append("\":");
    m_needsComma = false;
}

void JsonWriter::name(QStringView any)
{
    value(any);
    m_out.append(':');
    m_needsComma = false;
}

void JsonWriter::value(QStringView text)
{
    separate();
    m_out.append('"');
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
            m_out.append("\\\"");
            break;
        case '\\':
            m_out.append("\\\\");
            break;
        case '\n':
            m_out.append("\\n");
            break;
        case '\r':
            m_out.append("\\r");
            break;
        case '\t':
            m_out.append("\\t");
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                static constexpr char hex[] = "0123456789abcdef";
                m_out.append("\\u00").append(hex[c >> 4]).append(hex[c & 0xf]);
            } else {
                m_out.append(c);
            }
        }
    }
    m_out.append('"');
}

void JsonWriter::value(bool flag)
{
    separate();
    m_out.append(flag ? "true" : "false");
}

void JsonWriter::value(qint64 number)
{
    separate();
    m_out.append(QByteArray::number(number));
}

void JsonWriter::value(double number)
{
    separate();
    Q_ASSERT(std::isfinite(number));
    QByteArray digits = QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    // Without a point or an exponent it would be read back as an integer, and a large one refused.
    if (!digits.contains('.') && !digits.contains('e'))
        digits.append(".0");
    m_out.append(digits);
}

void JsonWriter::null()
{
    separate();
    m_out.append("null");
}

} // namespace latchkey
