#include "server/openid/refusals.h"

#include "base/textsafety.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Error issuerRefused(const QString &code, const QString &detail)
{
    return Error::rejected(code, u"issuer"_s, detail);
}

Error providerUnreachable(const QString &detail)
{
    return Error::unavailable(u"providerUnreachable"_s, 30s, detail);
}

Error clientRefused(const QString &detail)
{
    return Error::unavailable(u"clientRefused"_s, 60s, detail);
}

Error visitRefused(const QString &detail)
{
    return Error::of(Error::Kind::Unauthorized, u"visitRefused"_s, detail);
}

Error idTokenInvalid(const QString &detail)
{
    return Error::of(Error::Kind::Unauthorized, u"idTokenInvalid"_s, detail);
}

Error signInUndated()
{
    return Error::of(Error::Kind::Forbidden, u"signInUndated"_s);
}

Error signInNotAnew()
{
    return Error::of(Error::Kind::Forbidden, u"signInNotAnew"_s);
}

Error idTokenInvalid(const Error &why)
{
    return idTokenInvalid(placeAndFault(why));
}

Error unanswered(const Error &why)
{
    if (why.kind == Error::Kind::Cancelled)
        return why;
    return providerUnreachable(why.code + u": "_s + why.detail);
}

QString placeAndFault(const Error &why)
{
    const QString place = withoutMisleading(why.field).left(100);
    return place.isEmpty() ? why.code : why.code + u" at "_s + place;
}

} // namespace latchkey::server
