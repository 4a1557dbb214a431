#pragma once

#include <QString>

/// What an account API is called where people read it, by the name that it has among us.
namespace latchkey::ui::wirewords {

QString title(const QString &wire);
/// By what somebody may know that it is theirs; a line.
QString help(const QString &wire);
QString version(int version);

} // namespace latchkey::ui::wirewords
