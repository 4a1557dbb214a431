#include "api/names.h"

#include "api/apisessions.h"
#include "api/email.h"
#include "api/onbehalf.h"
#include "api/user.h"
#include "base/textsafety.h"

#include <algorithm>

namespace latchkey::api {

using namespace Qt::StringLiterals;

Result<QString> normalName(const QString &typed, const QString &field)
{
    if (isBlank(typed))
        return failure(Error::rejected(u"empty"_s, field));
    return typed.trimmed();
}

Result<QString> normalUserName(const QString &typed, const QString &field)
{
    const QString name = typed.trimmed().normalized(QString::NormalizationForm_C);
    const auto points = name.toUcs4();
    const bool isSeen = std::ranges::all_of(
        points, [](char32_t c) { return c == U' ' || (!isInvisible(c) && c != U'@'); });
    if (points.isEmpty() || points.size() > userNameLimits.max || !isSeen)
        return failure(Error::rejected(u"userNameInvalid"_s, field));
    return name;
}

QString userNameKey(const QString &normal)
{
    return normal.toCaseFolded().normalized(QString::NormalizationForm_C);
}

Result<QString> normalLogin(const QString &typed, const QString &field)
{
    if (!isEmail(typed))
        return normalUserName(typed, field);
    return normalEmail(typed).map_error([&](Error error) {
        error.field = field;
        return error;
    });
}

Result<QString> normalLabel(const QString &typed, const QString &field)
{
    return typed.isEmpty() ? typed : normalName(typed, field);
}

Result<QString> normalReason(const QString &typed, const QString &field)
{
    return normalName(typed, field).and_then([&](const QString &reason) -> Result<QString> {
        const qsizetype length = reason.toUcs4().size();
        if (length < reasonLimits.min)
            return failure(Error::rejected(u"tooShort"_s, field));
        if (length > reasonLimits.max)
            return failure(Error::rejected(u"tooLong"_s, field));
        return reason;
    });
}

Result<QList<QString>> normalApiLabels(const QList<QString> &typed, const QString &field)
{
    QList<QString> labels;
    for (const QString &one : typed) {
        const auto name = normalName(one, field);
        if (!name)
            return failure(name.error());
        const QString label = name->normalized(QString::NormalizationForm_C);
        if (label.toUcs4().size() > apiLabelLimits.max)
            return failure(Error::rejected(u"tooLong"_s, field));
        if (misleads(label))
            return failure(Error::rejected(u"controlCharacter"_s, field));
        if (!labels.contains(label))
            labels << label;
    }
    if (labels.size() > apiLabelsLimits.max)
        return failure(Error::rejected(u"tooMany"_s, field));
    return labels;
}

Result<Device> normalDevice(const Device &said, const QString &field)
{
    Device normal = said;
    for (const auto &[name, member] :
         {std::pair(u"label"_s, &Device::label), std::pair(u"program"_s, &Device::program),
          std::pair(u"system"_s, &Device::system)}) {
        const auto text = normalLabel(said.*member, field + u'.' + name);
        if (!text)
            return failure(text.error());
        normal.*member = *text;
    }
    return normal;
}

} // namespace latchkey::api
