#pragma once

#include "account/accounts.h"
#include "account/networkconnections.h"
#include "account/preferences.h"
#include "account/profiles.h"
#include "account/proxies.h"
#include "account/secretkeeping.h"
#include "base/alarm.h"
#include "base/clock.h"
#include "device.h"
#include "latenetwork.h"
#include "latesafes.h"
#include "ownserver.h"

#include <memory>

namespace latchkey::app {

/// The client's parts, put together once: the window and the commands of the shell use the same.
class Client final
{
public:
    /// `use`: whether the server inside the program is run for others too.
    explicit Client(OwnServer::Use use);
    ~Client();

    /// Reads what was kept. What can't be read was set aside, not lost: each error says which.
    QList<Error> load();

    /// From now on nobody waits for a server once the network is back.
    void watchNetwork();

    account::Accounts &accounts() { return *m_accounts; }
    account::Profiles &profiles() { return m_profiles; }
    account::PreferencesStore &preferences() { return m_preferences; }
    OwnServer &ownServer() { return m_ownServer; }
    Alarm &alarm() { return m_alarm; }
    account::Proxies &proxies() { return m_proxies; }
    secrets::Safes &safes() { return m_safes; }
    const Clock &clock() const { return m_clock; }
    const DeviceMark &deviceMark() const { return m_deviceMark; }

    /// How somebody is sent to an identity provider; without it nobody is.
    struct Browser
    {
        std::function<bool(const QUrl &)> open;
        std::function<net::ReturnPage(bool wasLetIn)> returnPage;
    };
    void setBrowser(const Browser &browser) { m_browser = browser; }

private:
    Browser m_browser{[](const QUrl &) { return false; }, [](bool) { return net::ReturnPage(); }};
    SystemClock m_clock;
    SystemAlarm m_alarm;
    account::Profiles m_profiles;
    account::PreferencesStore m_preferences;
    DeviceMark m_deviceMark;
    OwnServer m_ownServer; // outlives the accounts: nobody asks where it listened once it is gone
    LateSafes m_safes;
    std::unique_ptr<secrets::SecretStore> m_keychain;
    account::SecretKeeping m_keeping;
    account::Proxies m_proxies;
    LateNetwork m_network;
    account::NetworkConnections m_connections;
    std::unique_ptr<account::Accounts> m_accounts;
    std::unique_ptr<net::Reachability> m_reachability;
};

} // namespace latchkey::app
