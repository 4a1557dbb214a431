#include "storage/databaseaddress.h"

#include <QUrl>

namespace latchkey::storage {

using namespace Qt::StringLiterals;

Result<DatabaseAddress> DatabaseAddress::fromUrl(const QString &url)
{
    DatabaseAddress address;
    if (!url.contains("://"_L1)) {
        address.path = url;
    } else if (const QUrl parsed(url, QUrl::StrictMode); parsed.scheme() == "sqlite"_L1) {
        address.path = parsed.path(QUrl::FullyDecoded);
    } else {
        return failure(Error::rejected(u"databaseUnsupported"_s, u"database"_s,
                                       u"only sqlite:///path is supported"_s));
    }
    if (address.path.isEmpty())
        return failure(Error::rejected(u"databaseUnsupported"_s, u"database"_s, u"no path"_s));
    return address;
}

} // namespace latchkey::storage
