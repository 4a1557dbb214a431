#pragma once

#include <QString>

namespace latchkey::ui {

/// What a control is called, without the letter that Alt takes: "Sign &out" and "退出(&O)".
QString withoutMnemonic(const QString &text);
/// That letter, or nothing.
QChar mnemonicOf(const QString &text);

} // namespace latchkey::ui
