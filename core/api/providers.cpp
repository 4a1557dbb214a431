#include "api/providers.h"

#include "api/email.h"
#include "api/providersettings.h"

#include <QUrl>

namespace latchkey::api {

using namespace Qt::StringLiterals;

Result<QString> normalReturnTo(const QString &said, const QString &field)
{
    const QUrl url(said, QUrl::StrictMode);
    const bool isHere = url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1;
    if (!url.isValid() || url.scheme() != "http"_L1 || !isHere || url.port() <= 0 ||
        !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return failure(Error::rejected(u"returnToInvalid"_s, field));
    return url.toString(QUrl::FullyEncoded);
}

QString stateAt(const QString &place, const QString &state)
{
    return place + u'/' + state;
}

Result<QList<QString>> normalDomains(const QList<QString> &typed, const QString &field)
{
    QList<QString> domains;
    for (const QString &one : typed) {
        const QString domain = one.trimmed().normalized(QString::NormalizationForm_C).toLower();
        if (!isDomain(domain) || !domain.contains(u'.'))
            return failure(Error::rejected(u"domainInvalid"_s, field, one));
        if (!domains.contains(domain))
            domains << domain;
    }
    return domains;
}

} // namespace latchkey::api
