#pragma once

#include "account/accounts.h"
#include "account/networkconnections.h"
#include "account/preferences.h"
#include "account/profiles.h"
#include "account/secretkeeping.h"
#include "base/alarm.h"
#include "base/clock.h"
#include "wire/wire.h"

#include <memory>

namespace latchkey::secrets {
class SecretStore;
}

namespace latchkey::app {

/// The client's parts, put together once: the window and the commands of the shell use the same.
class Client final
{
public:
    Client();
    ~Client();

    /// Reads what was kept. What can't be read was set aside, not lost: each error says which.
    QList<Error> load();

    account::Accounts &accounts() { return *m_accounts; }
    account::Profiles &profiles() { return m_profiles; }
    account::PreferencesStore &preferences() { return m_preferences; }
    const Clock &clock() const { return m_clock; }

private:
    SystemClock m_clock;
    SystemAlarm m_alarm;
    const wire::Wire m_wire;
    account::NetworkConnections m_connections;
    account::Profiles m_profiles;
    account::PreferencesStore m_preferences;
    std::unique_ptr<secrets::SecretStore> m_keychain;
    std::unique_ptr<account::SecretKeeping> m_keeping;
    std::unique_ptr<account::Accounts> m_accounts;
};

} // namespace latchkey::app
