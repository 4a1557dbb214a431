#pragma once

#include "account/profile.h"
#include "shell/pageentry.h"

#include <optional>

namespace latchkey::account {
class Account;
class Accounts;
} // namespace latchkey::account

namespace latchkey::ui {

class WindowMemory;

/// What the window is put together from. It knows no page by its class.
struct WindowParts
{
    account::Accounts &accounts;
    WindowMemory &memory;

    /// The pages of a profile, in their order.
    std::function<QList<PageEntry>(account::Account &)> pagesOf;
    /// Those that need no profile. Ctrl+, opens the one called `settings`.
    QList<PageEntry> programPages;

    /// Connects, signs in or up; calls `finished` with the profile that came of it, or with nothing
    /// where the person left.
    std::function<QWidget *(std::function<void(std::optional<account::ProfileId>)> finished,
                            QWidget *parent)>
        makeFirstStart;
    /// Whether it would lose what was typed there; empty: nothing can be lost.
    std::function<bool(const QWidget *)> firstStartHasUnsaved;
    /// Signs a known profile in again; calls `finished` when it has, or when the person left.
    std::function<QWidget *(const account::ProfileId &, std::function<void()> finished,
                            QWidget *parent)>
        makeSignInAgain;
};

} // namespace latchkey::ui
