#pragma once

#include "api/session.h"

class QUrl;

namespace latchkey::app {

/// What this copy of the program is known again by, made when it is first asked for. Empty where it
/// can't be kept: then every sign-in is from a new device.
QByteArray deviceMark(const QString &path);

/// Servers can't compare what it tells each of them.
api::Device thisDevice(const QByteArray &mark, const QUrl &server);

} // namespace latchkey::app
