#pragma once

#include "server/delivery.h"
#include "server/post/smtpsettings.h"
#include "server/store/storeoptions.h"

#include <QString>

namespace latchkey::server::test {

inline constexpr auto deliverUntilKilledOption = "--deliver-until-killed";

StoreOptions optionsOf(const QString &database);
SmtpSettings settingsOf(quint16 port);

/// A server that carries what is queued in that database to that port, and is killed.
[[noreturn]] void deliverUntilKilled(const QString &database, quint16 port);

} // namespace latchkey::server::test
