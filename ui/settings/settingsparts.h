#pragma once

#include "settings/diagnostics.h"

#include <functional>

namespace latchkey::account {
class Accounts;
class AppLock;
class PreferencesStore;
class Proxies;
} // namespace latchkey::account

namespace latchkey::ui {

struct SettingsParts
{
    account::Accounts &accounts;
    account::PreferencesStore &preferences;
    account::Proxies &proxies;
    account::AppLock &lock;
    /// What the program knows of itself besides: its paths, its log categories. Asked when shown.
    std::function<QList<DiagnosticLine>()> diagnostics;
};

} // namespace latchkey::ui
