#include "base/httpdate.h"

#include <QDateTime>
#include <QLocale>

namespace latchkey {

using namespace Qt::StringLiterals;

std::optional<Timestamp> readHttpDate(QByteArrayView text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return Timestamp(std::chrono::milliseconds(date.toMSecsSinceEpoch()));
}

} // namespace latchkey
