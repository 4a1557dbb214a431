#pragma once

#include "account/accounts.h"
#include "account/preferences.h"
#include "account/profiles.h"
#include "account/secretkeeping.h"
#include "account/surroundings.h"
#include "base/alarm.h"
#include "base/clock.h"
#include "realconnections.h"
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

    /// Reads what was kept; what is broken is set aside and told, never lost.
    QList<Error> load();

    account::Accounts &accounts() { return *m_accounts; }
    account::Profiles &profiles() { return m_profiles; }
    account::PreferencesStore &preferences() { return m_preferences; }
    account::SecretKeeping &keeping() { return *m_keeping; }
    Alarm &alarm() { return m_alarm; }
    Clock &clock() { return m_clock; }

    static QString configFolder();
    static QString dataFolder();

private:
    SystemClock m_clock;
    SystemAlarm m_alarm;
    wire::Wire m_wire;
    RealConnections m_connections;
    account::Profiles m_profiles;
    account::PreferencesStore m_preferences;
    std::unique_ptr<secrets::SecretStore> m_keychain;
    std::unique_ptr<account::SecretKeeping> m_keeping;
    std::unique_ptr<account::Accounts> m_accounts;
};

} // namespace latchkey::app
