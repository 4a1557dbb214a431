#pragma once

#include "api/field.h"
#include "api/ids.h"

#include <QString>

#include <array>
#include <cstdint>

namespace latchkey::api {

enum class ProviderKind : std::uint8_t { OpenId, Google, Unknown };

constexpr auto namesOf(ProviderKind)
{
    return std::array{Name{ProviderKind::OpenId, "openId"}, Name{ProviderKind::Google, "google"}};
}

inline constexpr Limits providerNameLimits{1, 60, "As the button says it: Continue with ..."};

/// What everybody may know of one.
struct ProviderCard
{
    ProviderId id;
    ProviderKind kind = ProviderKind::OpenId;
    QString name;

    static constexpr auto fields()
    {
        return allFields(field("id", &ProviderCard::id), field("kind", &ProviderCard::kind),
                         field("name", &ProviderCard::name, providerNameLimits));
    }

    bool operator==(const ProviderCard &) const = default;
};

} // namespace latchkey::api
