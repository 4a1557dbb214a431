#pragma once

#include "api/describe.h"
#include "base/ipaddress.h"
#include "server/openid/webfetchsettings.h"
#include "server/post/smsgatewaysettings.h"
#include "server/post/smtpsettings.h"
#include "server/signuprule.h"
#include "server/store/sentcodepolicy.h"
#include "server/store/sessionpolicy.h"
#include "server/store/throttlepolicy.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <vector>

namespace latchkey::server {

struct ListenAddress
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0; ///< 0 takes a free one
};

/// A wire at the root of a port of its own, for clients that take no path before theirs.
struct WirePort
{
    QString wire;
    ListenAddress where;
};

/// How often one address may ask for anything at all.
struct RatePolicy
{
    double perSecond = 100;
    double burst = 300;
    bool countsLoopback = false; ///< who is on this machine may be a proxy with everybody behind it
    std::size_t places = 65536;  ///< addresses remembered at most, for each loop
};

struct ServerConfig
{
    QString name = QStringLiteral("Latchkey");
    QList<ListenAddress> listen{ListenAddress()};
    QString database; ///< path or `sqlite:///...`
    QString certificateFile;
    QString keyFile;      ///< of the certificate
    QString vaultKeyFile; ///< empty: from the environment, or beside the database
    /// Those besides our own that are spoken, each behind its prefix. Nothing said: all of them, as
    /// long as only this machine can ask.
    std::optional<QStringList> wires;
    QList<WirePort> wirePorts;
    std::size_t loops = 1;
    std::size_t passwordThreads = 0; ///< 0: as many as there are cores
    std::size_t passwordQueue = 256;

    SignUpRule signUp = SignUpRule::FirstWithCode;
    bool loopbackOnly = false;             ///< refuses to listen where others could reach it
    QString publicAddress;                 ///< https://..., where browsers find it
    QStringList hostNames;                 ///< what it may be called besides its own addresses
    std::vector<IpNetwork> trustedProxies; ///< whose `X-Forwarded-For` is taken
    bool metricsForAll = false;            ///< not only for who is on this machine
    bool accessLog = true;

    // By these whoever starts the server makes its carriers.
    std::optional<SmtpSettings> smtp;
    std::optional<SmsGatewaySettings> smsGateway;
    WebFetchSettings webFetch;  ///< how identity providers are asked
    bool keepsMessages = false; ///< mails and texts stay here, to be read, and none leaves

    api::PasswordPolicy passwords;
    SessionPolicy sessions;
    ThrottlePolicy throttle;
    SentCodePolicy sentCodes;
    RatePolicy rate;
    std::size_t streamsPerUser = 20;
    std::size_t streams = 2000;
    std::chrono::milliseconds heartbeat = std::chrono::seconds(15);
    std::chrono::milliseconds housekeepingEvery = std::chrono::minutes(1);
};

} // namespace latchkey::server
