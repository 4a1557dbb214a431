#include "serveoptions.h"

#include "base/ipaddress.h"
#include "folders.h"
#include "postoptions.h"
#include "storage/databaseaddress.h"
#include "wire/wires.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <utility>

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

struct Option
{
    QString name; ///< without dashes
    QString value;
    QString where = {}; ///< in which file and line
};

const QStringList names{u"listen"_s,
                        u"database"_s,
                        u"name"_s,
                        u"tls-certificate"_s,
                        u"tls-key"_s,
                        u"host"_s,
                        u"insecure"_s,
                        u"trusted-proxy"_s,
                        u"threads"_s,
                        u"closed"_s,
                        u"quiet"_s,
                        u"config"_s,
                        u"key-file"_s,
                        u"wires"_s,
                        u"wire"_s,
                        u"public-address"_s,
                        u"provider-authorities"_s};

bool isSwitch(const QString &name)
{
    return name == "insecure"_L1 || name == "closed"_L1 || name == "quiet"_L1;
}

bool mayRepeat(const QString &name)
{
    return name == "listen"_L1 || name == "host"_L1 || name == "trusted-proxy"_L1 ||
           name == "wire"_L1;
}

/// The options of a command line; or what is wrong.
std::variant<QList<Option>, QString> split(const QStringList &arguments)
{
    QList<Option> options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (!arguments.at(i).startsWith("--"_L1))
            return u"unexpected: "_s + arguments.at(i);
        QString name = arguments.at(i).mid(2);
        const qsizetype equals = name.indexOf(u'=');
        if (!names.contains(name.left(equals)) && !PostOptions::knows(name.left(equals)))
            return u"unknown option: --"_s + name.left(equals);
        if (equals > 0) {
            options.append({name.left(equals), name.mid(equals + 1)});
        } else if (isSwitch(name)) {
            options.append({name, u"yes"_s});
        } else if (i + 1 < arguments.size()) {
            options.append({name, arguments.at(++i)});
        } else {
            return u"--"_s + name + u" needs a value"_s;
        }
    }
    return options;
}

/// As it stands in the Host of a request, without a port: all else would match nobody's.
bool isHostName(const QString &text)
{
    static const QRegularExpression form(u"^([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])\\z"_s);
    return form.match(text).hasMatch();
}

/// It stands in pages and in the heads of mails.
bool isName(const QString &text)
{
    return text.size() <= 100 && std::ranges::none_of(text, [](QChar letter) {
               const auto category = letter.category();
               return category == QChar::Other_Control || category == QChar::Separator_Line ||
                      category == QChar::Separator_Paragraph;
           });
}

std::variant<QList<Option>, QString> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return path + u": "_s + file.errorString();
    QList<Option> options;
    QHash<QString, int> lines; // of each option
    int number = 0;
    for (const QByteArray &raw : file.readAll().split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(raw).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 1)
            return u"%1, line %2: expected name = value"_s.arg(path).arg(number);
        const QString name = line.left(equals).trimmed();
        const QString where = u"%1, line %2: "_s.arg(path).arg(number);
        // Two lines far apart: whoever wrote the first would look for why it does nothing.
        if (const int first = lines.value(name); first && !mayRepeat(name))
            return where + u"%1 is given in line %2 already"_s.arg(name, QString::number(first));
        lines.insert(name, number);
        options.append({name, line.mid(equals + 1).trimmed(), where});
    }
    return options;
}

class Reader
{
public:
    /// Empty, or what is wrong.
    QString take(const QList<Option> &options);
    QString check();

    server::ServerConfig config;

private:
    QString takeOne(const QString &name, const QString &value);
    QString takeListen(const QString &value);
    QString takeWires(const QString &value);
    QString takeWirePort(const QString &value);
    QString checkIsProtected(const server::ListenAddress &listen) const;
    QString takePublicAddress(const QString &value);
    QString takeThreads(const QString &value);
    QString takeProxy(const QString &value);

    PostOptions m_post;
    bool m_isListenGiven = false;
    bool m_isInsecure = false;
};

std::optional<server::ListenAddress> readPlace(const QString &value)
{
    const qsizetype colon = value.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = value.mid(colon + 1).toUInt(&isNumber);
    QString address = value.left(std::max<qsizetype>(colon, 0));
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    if (colon < 0 || !isNumber || port > 65535 || !IpAddress::parse(address.toStdString()))
        return std::nullopt;
    return server::ListenAddress{address, quint16(port)};
}

QString Reader::takeListen(const QString &value)
{
    const auto place = readPlace(value);
    if (!place)
        return u"--listen wants an IP address and a port, e.g. 127.0.0.1:8080 or [::1]:8080"_s;
    if (!std::exchange(m_isListenGiven, true))
        config.listen.clear();
    config.listen.append(*place);
    return {};
}

QString Reader::takeWires(const QString &value)
{
    const QStringList wanted = value == "none"_L1 ? QStringList() : value.split(u',');
    const QStringList known = wire::foreignWires();
    for (const QString &name : wanted) {
        if (!known.contains(name))
            return u"--wires knows %1, or none"_s.arg(known.join(u", "_s));
    }
    config.wires = wanted;
    return {};
}

QString Reader::takeWirePort(const QString &value)
{
    const qsizetype equals = value.indexOf(u'=');
    const QString name = value.left(std::max<qsizetype>(equals, 0));
    const auto place = readPlace(value.mid(equals + 1));
    if (!wire::foreignWires().contains(name) || !place) {
        return u"--wire wants one of %1 and where, e.g. oneshot=127.0.0.1:8081"_s.arg(
            wire::foreignWires().join(u", "_s));
    }
    config.wirePorts.append({name, *place});
    return {};
}

/// Without what the pages add to it.
QString Reader::takePublicAddress(const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    const bool isBare = url.path().isEmpty() || url.path() == "/"_L1;
    if (!url.isValid() || url.host().isEmpty() || !isBare || url.hasQuery() || url.hasFragment() ||
        !url.userInfo().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return u"--public-address wants where browsers find this server, e.g. "
               "https://accounts.example.org"_s;
    config.publicAddress = url.toString(QUrl::FullyEncoded | QUrl::RemovePath);
    config.hostNames << url.host(QUrl::FullyEncoded);
    return {};
}

QString Reader::takeThreads(const QString &value)
{
    bool isNumber = false;
    const uint threads = value.toUInt(&isNumber);
    if (!isNumber || threads < 1 || threads > 64)
        return u"--threads wants a number from 1 to 64"_s;
    config.loops = threads;
    return {};
}

QString Reader::takeProxy(const QString &value)
{
    const auto network = IpNetwork::parse(value.toStdString());
    if (!network)
        return u"--trusted-proxy wants an IP address or a network, e.g. 10.0.0.0/8"_s;
    config.trustedProxies.push_back(*network);
    return {};
}

QString Reader::takeOne(const QString &name, const QString &value)
{
    if (name == "listen"_L1)
        return takeListen(value);
    if (name == "wires"_L1)
        return takeWires(value);
    if (name == "wire"_L1)
        return takeWirePort(value);
    if (name == "public-address"_L1)
        return takePublicAddress(value);
    if (name == "threads"_L1)
        return takeThreads(value);
    if (PostOptions::knows(name))
        return m_post.take(name, value);
    if (name == "trusted-proxy"_L1)
        return takeProxy(value);
    if (isSwitch(name) && value != "yes"_L1 && value != "no"_L1)
        return u"%1 is yes or no"_s.arg(name);
    if (name == "database"_L1 && !storage::DatabaseAddress::fromUrl(value))
        return u"--database wants a file, or sqlite:///path"_s;
    if (name == "host"_L1 && !isHostName(value))
        return u"--host wants the name alone, e.g. accounts.example.org"_s;
    if (name == "name"_L1 && !isName(value))
        return u"--name wants one line of at most 100 characters"_s;
    if (name == "database"_L1)
        config.database = value;
    else if (name == "name"_L1)
        config.name = value;
    else if (name == "tls-certificate"_L1)
        config.certificateFile = value;
    else if (name == "tls-key"_L1)
        config.keyFile = value;
    else if (name == "key-file"_L1)
        config.vaultKeyFile = value;
    else if (name == "provider-authorities"_L1)
        config.webFetch.authorities = value;
    else if (name == "host"_L1)
        config.hostNames << value;
    else if (name == "insecure"_L1)
        m_isInsecure = value == "yes"_L1;
    else if (name == "closed"_L1)
        config.signUp =
            value == "no"_L1 ? server::SignUpRule::FirstWithCode : server::SignUpRule::OnlyFirst;
    else if (name == "quiet"_L1)
        config.accessLog = value == "no"_L1;
    else
        return u"unknown option: "_s + name;
    return {};
}

QString Reader::take(const QList<Option> &options)
{
    m_isListenGiven = false;
    for (const auto &[name, value, where] : options) {
        if (const QString wrong = takeOne(name, value); !wrong.isEmpty())
            return where + wrong;
    }
    return {};
}

QString Reader::check()
{
    if (const QString wrong = m_post.finish(config); !wrong.isEmpty())
        return wrong;
    if (config.certificateFile.isEmpty() != config.keyFile.isEmpty())
        return u"--tls-certificate and --tls-key go together"_s;
    const QUrl found(config.publicAddress);
    const auto where = IpAddress::parse(found.host().toStdString());
    if (found.scheme() == "http"_L1 && !(where && where->isLoopback()) && !m_isInsecure)
        return u"--public-address is of https, or of this computer"_s;
    for (const server::ListenAddress &listen : config.listen) {
        if (const QString wrong = checkIsProtected(listen); !wrong.isEmpty())
            return wrong;
    }
    for (const server::WirePort &port : config.wirePorts) {
        if (const QString wrong = checkIsProtected(port.where); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

QString Reader::checkIsProtected(const server::ListenAddress &listen) const
{
    const bool isOpen = !IpAddress::parse(listen.address.toStdString())->isLoopback();
    if (!isOpen || !config.certificateFile.isEmpty() || m_isInsecure)
        return {};
    return u"%1 can be reached from other computers: give --tls-certificate and --tls-key, "
           "or --insecure and --trusted-proxy if something in front of the server speaks HTTPS"_s
               .arg(listen.address);
}

} // namespace

std::variant<server::ServerConfig, QString> readServeOptions(const QStringList &arguments)
{
    const auto given = split(arguments);
    if (const auto *wrong = std::get_if<QString>(&given))
        return *wrong;
    auto options = std::get<QList<Option>>(given);

    Reader reader;
    reader.config.listen = {{u"127.0.0.1"_s, 8080}};
    reader.config.database = dataFolder() + u"/latchkey.db"_s;
    for (const auto &[name, value, where] : options) {
        if (name != "config"_L1)
            continue;
        const auto file = readFile(value);
        if (const auto *wrong = std::get_if<QString>(&file))
            return *wrong;
        if (QString wrong = reader.take(std::get<QList<Option>>(file)); !wrong.isEmpty())
            return wrong;
    }
    options.removeIf([](const Option &option) { return option.name == "config"_L1; });
    if (QString wrong = reader.take(options); !wrong.isEmpty())
        return wrong;
    if (QString wrong = reader.check(); !wrong.isEmpty())
        return wrong;
    return reader.config;
}

} // namespace latchkey::app
