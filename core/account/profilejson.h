#pragma once

#include "account/profile.h"

#include <QJsonObject>

namespace latchkey::account {

/// Writes over `rest`, so that what a newer program put there stays.
QJsonObject toJson(const Profile &profile, QJsonObject rest);
std::optional<Profile> profileFrom(const QJsonObject &json);

QJsonObject toJson(const ProxyChoice &proxy, QJsonObject rest);
ProxyChoice proxyFrom(const QJsonObject &json);

} // namespace latchkey::account
