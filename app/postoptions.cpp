#include "postoptions.h"

#include "base/ipaddress.h"
#include "server/post/maildocument.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <cctype>
#include <variant>

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

using Security = server::SmtpSettings::Security;
using Method = server::SmsGatewaySettings::Method;
using BodyForm = server::SmsGatewaySettings::BodyForm;

/// The value of that name, or which there are.
template <class Value>
QString choose(const QString &option, const QString &name, Value &into,
               std::initializer_list<std::pair<QLatin1StringView, Value>> choices)
{
    QStringList all;
    for (const auto &[text, value] : choices) {
        if (name == text) {
            into = value;
            return {};
        }
        all << text;
    }
    return u"--%1 is one of %2"_s.arg(option, all.join(u", "_s));
}

/// What is in a file that holds a secret, which nobody else on the machine may read.
std::variant<Secret, QString> readSecret(const QString &option, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"--%1: %2: %3"_s.arg(option, path, file.errorString());
    if (QFileInfo(file).permission(QFile::ReadOther))
        return u"--%1: everybody can read %2; chmod o-r it"_s.arg(option, path);
    Secret secret(file.read(64 * 1024).trimmed());
    if (secret.isEmpty())
        return u"--%1: %2 is empty"_s.arg(option, path);
    return secret;
}

QString takeAuthorities(const QString &option, const QString &value, QString &into)
{
    into = value;
    return QFileInfo(value).isReadable() ? QString()
                                         : u"--%1: %2 can't be read"_s.arg(option, value);
}

bool isLoopback(const QString &host)
{
    const auto address = IpAddress::parse(host.toStdString());
    return host == "localhost"_L1 || (address && address->isLoopback());
}

} // namespace

const QStringList &PostOptions::names()
{
    static const QStringList all{
        u"mail-host"_s,       u"mail-port"_s,          u"mail-security"_s,
        u"mail-user"_s,       u"mail-password-file"_s, u"mail-from"_s,
        u"mail-name"_s,       u"mail-authorities"_s,   u"sms-url"_s,
        u"sms-method"_s,      u"sms-form"_s,           u"sms-body"_s,
        u"sms-header-file"_s, u"sms-timeout"_s,        u"sms-authorities"_s};
    return all;
}

QString PostOptions::take(const QString &name, const QString &value)
{
    return name.startsWith("mail-"_L1) ? takeOfMail(name, value) : takeOfSms(name, value);
}

QString PostOptions::takeOfMail(const QString &name, const QString &value)
{
    m_anyOfMail = name;
    if (name == "mail-host"_L1) {
        m_mail.host = value;
    } else if (name == "mail-port"_L1) {
        m_mail.port = value.toUShort();
        return m_mail.port ? QString() : u"--mail-port wants a number from 1 to 65535"_s;
    } else if (name == "mail-security"_L1) {
        return choose(name, value, m_mail.security,
                      {{"starttls"_L1, Security::StartTls},
                       {"tls"_L1, Security::Tls},
                       {"none"_L1, Security::None}});
    } else if (name == "mail-user"_L1) {
        m_mail.user = value;
    } else if (name == "mail-password-file"_L1) {
        auto read = readSecret(name, value);
        if (const auto *wrong = std::get_if<QString>(&read))
            return *wrong;
        m_mail.password = std::get<Secret>(std::move(read));
    } else if (name == "mail-from"_L1) {
        m_mail.from.address = value;
        return server::mailAddress(value) ? QString() : u"--mail-from wants one address"_s;
    } else if (name == "mail-name"_L1) {
        m_mail.from.name = value;
    } else {
        return takeAuthorities(name, value, m_mail.authorities);
    }
    return {};
}

QString PostOptions::takeOfSms(const QString &name, const QString &value)
{
    m_anyOfSms = name;
    if (name == "sms-url"_L1) {
        m_sms.url = value;
    } else if (name == "sms-method"_L1) {
        return choose(
            name, value, m_sms.method,
            {{"get"_L1, Method::Get}, {"post"_L1, Method::Post}, {"put"_L1, Method::Put}});
    } else if (name == "sms-form"_L1) {
        return choose(name, value, m_sms.bodyForm,
                      {{"urlencoded"_L1, BodyForm::UrlEncoded}, {"json"_L1, BodyForm::Json}});
    } else if (name == "sms-body"_L1) {
        m_sms.body = value;
    } else if (name == "sms-header-file"_L1) {
        return takeHeaders(value);
    } else if (name == "sms-timeout"_L1) {
        const int seconds = value.toInt();
        m_sms.doneWithin = std::chrono::seconds(seconds);
        return seconds >= 1 && seconds <= 300 ? QString()
                                              : u"--sms-timeout wants seconds, from 1 to 300"_s;
    } else {
        return takeAuthorities(name, value, m_sms.authorities);
    }
    return {};
}

QString PostOptions::takeHeaders(const QString &file)
{
    const auto read = readSecret(u"sms-header-file"_s, file);
    if (const auto *wrong = std::get_if<QString>(&read))
        return *wrong;
    m_sms.headers.clear();
    for (const QByteArray &line : std::get<Secret>(read).reveal().split('\n')) {
        const QByteArray header = line.trimmed();
        const qsizetype colon = header.indexOf(':');
        const bool isName =
            colon > 0 && std::all_of(header.begin(), header.begin() + colon, [](char c) {
                return std::isalnum(static_cast<unsigned char>(c)) || c == '-';
            });
        if (!header.isEmpty() && !isName)
            return u"--sms-header-file: %1: expected \"Name: value\" on each line"_s.arg(file);
        if (!header.isEmpty())
            m_sms.headers.emplace_back(header);
    }
    return {};
}

QString PostOptions::checkMail() const
{
    if (m_mail.host.isEmpty())
        return u"--%1 needs --mail-host"_s.arg(m_anyOfMail);
    if (m_mail.from.address.isEmpty())
        return u"--mail-host needs --mail-from"_s;
    if (m_mail.user.isEmpty() != m_mail.password.isEmpty())
        return u"--mail-user and --mail-password-file go together"_s;
    if (m_mail.security == Security::None && !m_mail.user.isEmpty() && !isLoopback(m_mail.host))
        return u"--mail-security none would send the password of --mail-user for all to read"_s;
    return {};
}

QString PostOptions::checkSms() const
{
    if (m_sms.url.isEmpty())
        return u"--%1 needs --sms-url"_s.arg(m_anyOfSms);
    // The places in braces are no part of an address yet.
    const QUrl url(QString(m_sms.url).remove(u'{').remove(u'}'), QUrl::StrictMode);
    const bool isHttp = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        return u"--sms-url wants an address, e.g. https://sms.example.org/send"_s;
    if (url.scheme() == "http"_L1 && !isLoopback(url.host()))
        return u"--sms-url wants https: texts hold codes"_s;
    const QString filled = m_sms.url + (m_sms.method == Method::Get ? QString() : m_sms.body);
    if (!filled.contains("{to}"_L1) || !filled.contains("{text}"_L1))
        return u"--sms-url and --sms-body must have {to} and {text} in them"_s;
    return {};
}

QString PostOptions::finish(server::ServerConfig &config) const
{
    if (!m_anyOfMail.isEmpty()) {
        if (const QString wrong = checkMail(); !wrong.isEmpty())
            return wrong;
        config.smtp = m_mail;
        if (config.smtp->from.name.isEmpty())
            config.smtp->from.name = config.name;
    }
    if (!m_anyOfSms.isEmpty()) {
        if (const QString wrong = checkSms(); !wrong.isEmpty())
            return wrong;
        config.smsGateway = m_sms;
    }
    return {};
}

} // namespace latchkey::app
