#pragma once

#include <QString>

namespace latchkey::ui {

/// Of a code that an address gets where it has an account, which nobody is told. `isHere`: what is
/// sent is among the messages of this program.
QString perhapsMailedWords(const QString &to, bool isHere);
/// Where the server says that there is such an account.
QString mailedToOwnerWords(const QString &name);

} // namespace latchkey::ui
