#include "api/email.h"

#include "api/user.h"

#include <QUuid>

#include <algorithm>

namespace latchkey::api {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView nobodysDomain("@no-mail.invalid");

bool isLocalPart(QStringView part)
{
    return !part.isEmpty() && part.size() <= 64 && !part.startsWith(u'.') && !part.endsWith(u'.') &&
           !part.contains(u".."_s);
}

} // namespace

bool isDomain(QStringView domain)
{
    const auto labels = domain.split(u'.');
    return std::ranges::all_of(labels, [](QStringView label) {
        return !label.isEmpty() && label.size() <= 63 && !label.startsWith(u'-') &&
               !label.endsWith(u'-') && std::ranges::all_of(label, [](QChar c) {
                   return c.isLetterOrNumber() || c.isMark() || c == u'-';
               });
    });
}

Result<QString> normalEmail(const QString &typed)
{
    const QString text = typed.trimmed().normalized(QString::NormalizationForm_C);
    const qsizetype at = text.lastIndexOf(u'@');
    const bool printable = std::ranges::all_of(text, [](QChar c) {
        return c.isPrint() && !c.isSpace() && !u"<>()[],;:\\\""_s.contains(c);
    });
    const QString local = text.left(std::max<qsizetype>(at, 0));
    const QString domain = text.mid(at + 1).toLower();
    if (at < 1 || !printable || local.contains(u'@') || text.size() > emailLimits.max ||
        !isLocalPart(local) || !isDomain(domain)) {
        return failure(Error::rejected(u"emailInvalid"_s, u"email"_s));
    }
    return QString(local + u'@' + domain);
}

QString nobodysEmail()
{
    return QUuid::createUuid().toString(QUuid::Id128) + nobodysDomain;
}

bool isNobodys(const QString &email)
{
    return email.endsWith(nobodysDomain);
}

QString domainOf(const QString &normal)
{
    return normal.mid(normal.lastIndexOf(u'@') + 1);
}

QString emailKey(const QString &normal)
{
    return normal.toCaseFolded();
}

} // namespace latchkey::api
