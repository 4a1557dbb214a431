#include "client.h"

#include "account/offlinecache.h"
#include "folders.h"

#include <QFile>
#include <QRandomGenerator>

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

QString secretFile()
{
    return dataFolder() + u"/secrets"_s;
}

} // namespace

Client::Client(OwnServer::Use use)
    : m_profiles(configFolder() + u"/profiles.json"_s)
    , m_preferences(configFolder() + u"/preferences.json"_s)
    , m_deviceMark(configFolder() + u"/device.json"_s)
    , m_ownServer(use, m_clock, m_profiles)
    , m_safes(m_alarm)
    , m_keychain(m_safes.keychain())
    , m_keeping(
          *m_keychain,
          [this](const Secret &passphrase) { return m_safes.file(secretFile(), passphrase); },
          [] { return QFile::exists(secretFile()); })
    , m_proxies(m_preferences, m_keeping)
    , m_network(m_alarm)
    , m_connections(m_network, m_proxies)
{}

Client::~Client() = default;

QList<Error> Client::load()
{
    QList<Error> troubles;
    for (const Result<Nothing> &read : {m_preferences.load(), m_profiles.load()}) {
        if (!read)
            troubles << read.error();
    }
    m_accounts = std::make_unique<account::Accounts>(
        account::Surroundings{
            .clock = m_clock,
            .alarm = m_alarm,
            .connections = m_connections,
            .random = [] { return QRandomGenerator::global()->generateDouble(); },
            .repeats = [this] { return m_preferences.current().retries; },
            .deviceAt = [this](const QUrl &url) { return m_deviceMark.deviceAt(url); },
            .vouch = [this](const QUrl &url) { return m_ownServer.vouchFor(url); },
            .isOwnServer = [this](const QUrl &url) { return m_ownServer.isAt(url); },
            .setupCode = [this](const QUrl &url) { return m_ownServer.setupCode(url); },
            .openBrowser = [this](const QUrl &url) { return m_browser.open(url); },
            .returnPage = [this](bool wasLetIn) { return m_browser.returnPage(wasLetIn); }},
        m_profiles, m_keeping, account::OfflineCache(cacheFolder()));
    // Later: the connections hear of it first.
    QObject::connect(&m_proxies, &account::Proxies::changed, m_accounts.get(),
                     &account::Accounts::retryAll, Qt::QueuedConnection);
    return troubles;
}

void Client::watchNetwork()
{
    m_reachability = m_network.reachability();
    QObject::connect(m_reachability.get(), &net::Reachability::regained, m_accounts.get(),
                     &account::Accounts::retryAll);
}

} // namespace latchkey::app
