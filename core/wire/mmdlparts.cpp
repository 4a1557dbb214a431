#include "wire/mmdlparts.h"

#include "wire/formbody.h"

#include <QCryptographicHash>
#include <QUrlQuery>

namespace latchkey::wire::mmdl {

Error malformed(const QString &field)
{
    return Error::rejected(u"malformedRequest"_s, field);
}

QString hashOf(const QString &name)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha512).toHex());
}

Result<JsonNode> bodyIn(const HttpRequest &request)
{
    const auto node = hasForm(request) ? formOf(request) : JsonNode::parse(request.body);
    if (node)
        return node;
    const bool isJson = request.headers.value("Content-Type").startsWith("application/json");
    const bool isBroken = isJson && !request.body.isEmpty();
    return failure(isBroken ? Error::rejected(noJson, {}) : malformed({}));
}

QString queried(const HttpRequest &request, const QString &name)
{
    return QUrlQuery(QString::fromLatin1(request.query)).queryItemValue(name, QUrl::FullyDecoded);
}

QString Shown::seen(const QString &text) const
{
    if (!isMasked)
        return text;
    auto characters = text.toUcs4();
    for (qsizetype i = 1; i < characters.size(); i += 2)
        characters[i] = U'*';
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()),
                             characters.size());
}

} // namespace latchkey::wire::mmdl
