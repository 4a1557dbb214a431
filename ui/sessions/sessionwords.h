#pragma once

#include "api/session.h"

#include <QString>

#include <optional>

/// Sessions in words for people.
namespace latchkey::ui::sessionwords {

/// What a person knows it by: the name they gave it, or the program.
QString title(const api::Session &session);
/// "Latchkey 0.1 on Debian 12", or what of it is known.
QString program(const api::Device &device);
/// Of an API session, that it is one: nobody knows what uses it.
QString program(const api::Session &session);
/// When what has no end ends.
QString never();
/// The rest of what tells one from another: program, system, address.
QString detail(const api::Session &session);
QString proof(api::Proof proof);
/// Each in a few lines: where somebody is signed in.
QString list(const QList<api::Session> &sessions, Timestamp now);
/// Why, and by whom as far as that is known: `endedBy` is what that session is called.
QString ending(const api::SessionEnd &end, const std::optional<api::Session> &endedBy);
/// What one on behalf of that person comes to, for whoever begins it.
QString onBehalf(const QString &name);
/// The same where the server doesn't say what it lets them do, and tells nobody.
QString onBehalfUntold(const QString &name);

} // namespace latchkey::ui::sessionwords
