#pragma once

#include "api/grants.h"
#include "grants/grantside.h"

#include <QString>

/// Subscriptions that people give each other, in words for people.
namespace latchkey::ui::grantwords {

QString package(api::Package package);
QString tier(api::PackageTier tier);
/// "Professional, premium".
QString what(const api::Grant &grant);
/// Whether it is good for something, and since when.
QString state(const api::Grant &grant, GrantSide side, Timestamp now);
/// When it became so; nothing where that is not told.
QString exactState(const api::Grant &grant);
/// Whoever has the other end of it.
const api::UserCard &other(const api::Grant &grant, GrantSide side);

} // namespace latchkey::ui::grantwords
