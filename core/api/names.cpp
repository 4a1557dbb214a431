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
    Device normal;
    Result<Nothing> outcome;
    std::apply(
        [&](const auto &...each) {
            const auto one = [&](const auto &part) {
                if (!outcome)
                    return;
                outcome =
                    normalLabel(said.*part.member, field + u'.' + QLatin1StringView(part.name))
                        .map([&](const QString &text) {
                            normal.*part.member = text;
                            return Nothing();
                        });
            };
            (one(each), ...);
        },
        Device::fields());
    return outcome.map([&](Nothing) { return normal; });
}

} // namespace latchkey::api
