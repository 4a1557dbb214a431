#pragma once

#include "api/apisessions.h"

#include <QString>

/// API sessions in words.
namespace latchkey::ui::apisessionwords {

QString title(const api::ApiSession &session);
/// When it was used last, and from where.
QString use(const api::ApiSession &session, Timestamp now);
/// When it was made, and when it ends.
QString times(const api::ApiSession &session, Timestamp now);
/// The same with the days and hours.
QString exactTimes(const api::ApiSession &session);
/// What its owner should look at; empty where all is well.
QString warning(const api::ApiSession &session, Timestamp now);

} // namespace latchkey::ui::apisessionwords
