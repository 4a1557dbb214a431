#include "api/names.h"

#include "base/textsafety.h"

namespace latchkey::api {

using namespace Qt::StringLiterals;

Result<QString> normalName(const QString &typed, const QString &field)
{
    if (isBlank(typed))
        return failure(Error::rejected(u"empty"_s, field));
    return typed.trimmed();
}

Result<QString> normalLabel(const QString &typed, const QString &field)
{
    return typed.isEmpty() ? typed : normalName(typed, field);
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
