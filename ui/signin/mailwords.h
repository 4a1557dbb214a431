#pragma once

#include <QString>

namespace latchkey::ui {

/// Of a code that an address gets where it has an account, which nobody is told. `isHere`: what is
/// sent is among the messages of this program.
QString perhapsMailedWords(const QString &to, bool isHere);

} // namespace latchkey::ui
