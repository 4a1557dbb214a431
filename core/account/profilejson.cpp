#include "account/profilejson.h"

#include "account/surroundings.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <array>

namespace latchkey::account {

using namespace Qt::StringLiterals;

namespace {

template <class Enum>
struct Named
{
    Enum value;
    QLatin1StringView name;
};

constexpr std::array places{Named{KeepingPlace::Keychain, "keychain"_L1},
                            Named{KeepingPlace::File, "file"_L1},
                            Named{KeepingPlace::Memory, "memory"_L1}};
constexpr std::array proxyKinds{
    Named{ProxyChoice::Kind::Program, "program"_L1}, Named{ProxyChoice::Kind::System, "system"_L1},
    Named{ProxyChoice::Kind::None, "none"_L1}, Named{ProxyChoice::Kind::Http, "http"_L1},
    Named{ProxyChoice::Kind::Socks5, "socks5"_L1}};

constexpr std::array strategies{Named{RetryChoice::Strategy::Backoff, "backoff"_L1},
                                Named{RetryChoice::Strategy::None, "none"_L1}};

template <class List>
QString nameIn(const List &list, decltype(list[0].value) value)
{
    for (const auto &entry : list) {
        if (entry.value == value)
            return entry.name;
    }
    Q_UNREACHABLE();
}

template <class List>
auto valueIn(const List &list, const QString &name)
{
    for (const auto &entry : list) {
        if (entry.name == name)
            return entry.value;
    }
    return list[0].value;
}

/// None at all where there is none, or the one that stood there before would stay.
QJsonValue toJson(const std::optional<Timestamp> &moment)
{
    return moment ? QJsonValue(toRfc3339(*moment)) : QJsonValue(QJsonValue::Undefined);
}

// The id becomes part of file names.
bool isUsableId(const QString &id)
{
    static const QRegularExpression usable(u"^[A-Za-z0-9-]{1,64}$"_s);
    return usable.match(id).hasMatch();
}

constexpr auto initialInterval = "initialInterval"_L1;
constexpr auto maxInterval = "maxInterval"_L1;
constexpr auto exponent = "exponent"_L1;
constexpr auto maxElapsedTime = "maxElapsedTime"_L1;
constexpr auto retryConnectionErrors = "retryConnectionErrors"_L1;

/// In milliseconds, by the names that Aurora's page has.
QJsonObject toJson(const RetryChoice &retries, QJsonObject rest)
{
    rest[u"strategy"_s] = nameIn(strategies, retries.strategy);
    rest[initialInterval] = qint64(retries.initialInterval.count());
    rest[maxInterval] = qint64(retries.maxInterval.count());
    rest[exponent] = retries.exponent;
    rest[maxElapsedTime] = qint64(retries.maxElapsedTime.count());
    rest[retryConnectionErrors] = retries.retryConnectionErrors;
    return rest;
}

RetryChoice retriesFrom(const QJsonObject &json)
{
    const RetryChoice usual;
    const auto time = [&json](QLatin1StringView name, std::chrono::milliseconds otherwise) {
        return std::chrono::milliseconds(json[name].toInteger(otherwise.count()));
    };
    return bounded(
        {.strategy = valueIn(strategies, json[u"strategy"_s].toString()),
         .initialInterval = time(initialInterval, usual.initialInterval),
         .maxInterval = time(maxInterval, usual.maxInterval),
         .exponent = json[exponent].toDouble(usual.exponent),
         .maxElapsedTime = time(maxElapsedTime, usual.maxElapsedTime),
         .retryConnectionErrors = json[retryConnectionErrors].toBool(usual.retryConnectionErrors)});
}

} // namespace

QJsonObject toJson(const ProxyChoice &proxy, QJsonObject rest)
{
    rest[u"kind"_s] = nameIn(proxyKinds, proxy.kind);
    rest[u"host"_s] = proxy.host;
    rest[u"port"_s] = proxy.port;
    rest[u"user"_s] = proxy.user;
    return rest;
}

ProxyChoice proxyFrom(const QJsonObject &json)
{
    const int port = json[u"port"_s].toInt();
    return {.kind = valueIn(proxyKinds, json[u"kind"_s].toString()),
            .host = json[u"host"_s].toString(),
            .port = port > 0 && port <= 65535 ? static_cast<quint16>(port) : quint16(0),
            .user = json[u"user"_s].toString()};
}

QJsonObject toJson(const Profile &profile, QJsonObject rest)
{
    rest[u"id"_s] = profile.id.text();
    rest[u"server"_s] = profile.server.url.toString(QUrl::FullyEncoded);
    rest[u"proxy"_s] = toJson(profile.server.proxy, rest[u"proxy"_s].toObject());
    rest[u"trustedCertificate"_s] = QString::fromLatin1(profile.server.trustedCertificate);
    rest[u"serverName"_s] = profile.serverName;
    rest[u"wire"_s] = profile.server.wire.name;
    rest[u"wireVersion"_s] = profile.server.wire.version;
    rest[u"retries"_s] = toJson(profile.server.retries, rest[u"retries"_s].toObject());
    rest[u"userId"_s] = profile.userId.text();
    rest[u"name"_s] = profile.name;
    rest[u"email"_s] = profile.email;
    rest[u"userName"_s] = profile.userName;
    rest[u"label"_s] = profile.label;
    rest[u"sessionId"_s] = profile.sessionId.text();
    rest[u"keeping"_s] = nameIn(places, profile.keeping);
    rest[u"onOwnServer"_s] = profile.onOwnServer;
    rest[u"tokenEnds"_s] = toJson(profile.tokenEnds);
    rest[u"renewableUntil"_s] = toJson(profile.renewableUntil);
    rest[u"lastUsed"_s] = toJson(profile.lastUsed);
    return rest;
}

std::optional<Profile> profileFrom(const QJsonObject &json)
{
    Profile profile;
    profile.id = ProfileId(json[u"id"_s].toString());
    profile.server.url = QUrl(json[u"server"_s].toString(), QUrl::StrictMode);
    if (!isUsableId(profile.id.text()) || !profile.server.url.isValid() ||
        profile.server.url.host().isEmpty())
        return std::nullopt;
    profile.server.proxy = proxyFrom(json[u"proxy"_s].toObject());
    profile.server.trustedCertificate = json[u"trustedCertificate"_s].toString().toLatin1();
    profile.serverName = json[u"serverName"_s].toString();
    profile.server.wire = {.name = json[u"wire"_s].toString(profile.server.wire.name),
                           .version = json[u"wireVersion"_s].toInt()};
    if (!wireOf(profile.server.wire))
        return std::nullopt; // of a newer program
    profile.server.retries = retriesFrom(json[u"retries"_s].toObject());
    profile.userId = api::UserId(json[u"userId"_s].toString());
    profile.name = json[u"name"_s].toString();
    profile.email = json[u"email"_s].toString();
    profile.userName = json[u"userName"_s].toString();
    profile.label = json[u"label"_s].toString();
    profile.sessionId = api::SessionId(json[u"sessionId"_s].toString());
    profile.keeping = valueIn(places, json[u"keeping"_s].toString());
    profile.onOwnServer = json[u"onOwnServer"_s].toBool();
    profile.tokenEnds = fromRfc3339(json[u"tokenEnds"_s].toString());
    profile.renewableUntil = fromRfc3339(json[u"renewableUntil"_s].toString());
    profile.lastUsed = fromRfc3339(json[u"lastUsed"_s].toString());
    return profile;
}

} // namespace latchkey::account
