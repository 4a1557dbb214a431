#include "server/carriers/smtpcarrier.h"

#include "server/carriers/transfer.h"

#include <algorithm>
#include <cstring>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

using Kind = CarryOutcome::Kind;
using Security = SmtpSettings::Security;

struct Strings
{
    curl_slist *list = nullptr;

    explicit Strings(const QString &only)
        : list(curl_slist_append(nullptr, only.toUtf8().constData()))
    {}
    ~Strings() { curl_slist_free_all(list); }
    Strings(const Strings &) = delete;
    Strings &operator=(const Strings &) = delete;
};

/// What libcurl reads, and asks for once more at its end.
struct Reading
{
    const QByteArray &document;
    Transfer &transfer;
    qsizetype at = 0;

    static size_t read(char *into, size_t size, size_t count, void *self)
    {
        auto &reading = *static_cast<Reading *>(self);
        const auto piece = std::min(qsizetype(size * count), reading.document.size() - reading.at);
        if (piece == 0)
            return reading.transfer.leave() ? 0 : CURL_READFUNC_ABORT;
        std::memcpy(into, reading.document.constData() + reading.at, std::size_t(piece));
        reading.at += piece;
        return std::size_t(piece);
    }
};

QString urlOf(const SmtpSettings &settings)
{
    const bool isTls = settings.security == Security::Tls;
    const bool isStartTls = settings.security == Security::StartTls;
    const int usual = isTls ? 465 : isStartTls ? 587 : 25;
    const bool isIpv6 = settings.host.contains(u':');
    return u"%1://%2:%3"_s.arg(isTls ? u"smtps"_s : u"smtp"_s,
                               isIpv6 ? u'[' + settings.host + u']' : settings.host,
                               QString::number(settings.port ? settings.port : usual));
}

void secure(Transfer &transfer, const SmtpSettings &settings)
{
    const bool isSecure = settings.security != Security::None;
    transfer.set(CURLOPT_USE_SSL, long(isSecure ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    transfer.believe(settings.authorities);
    if (settings.user.isEmpty())
        return;
    transfer.set(CURLOPT_USERNAME, settings.user);
    transfer.set(CURLOPT_PASSWORD, settings.password.reveal().constData());
}

/// Before the dot. The server speaks of this mail when it refuses whom it goes to or that it goes;
/// all else is about us and it: who we are, whom it comes from, whether it works at all.
Kind beforeTheDot(CURLcode code, long response, const QString &why)
{
    if (code == CURLE_ABORTED_BY_CALLBACK || code == CURLE_READ_ERROR)
        return Kind::Stopped;
    const bool isOfThisMail = code == CURLE_SEND_ERROR && !why.startsWith("MAIL failed"_L1);
    const bool isAboutUs = response == 421 || (response >= 530 && response <= 538);
    if (!isOfThisMail || isAboutUs)
        return Kind::Unavailable;
    if (response >= 500)
        return Kind::Refused;
    return response >= 400 ? Kind::Later : Kind::Unavailable;
}

Kind afterTheDot(long response)
{
    if (response >= 500)
        return Kind::Refused;
    return response >= 400 ? Kind::Later : Kind::Uncertain;
}

} // namespace

SmtpCarrier::SmtpCarrier(SmtpSettings settings, const Clock &clock)
    : m_settings(std::move(settings))
    , m_clock(clock)
{}

CarryOutcome SmtpCarrier::carry(const Message &message, const QString &id,
                                const PointOfNoReturn &isLeaving, const std::stop_token &stop)
{
    const auto *mail = std::get_if<Mail>(&message);
    const auto to = mail ? mailAddress(mail->to) : Result<QString>();
    const auto from = mailAddress(m_settings.from.address);
    const auto document =
        mail ? mailDocument(*mail, m_settings.from, id, m_clock.now()) : Result<Secret>();
    if (!mail || !to || !from || !document)
        return {Kind::Refused, u"not an address"_s};

    Transfer transfer(isLeaving, stop);
    Reading reading{document->reveal(), transfer};
    const Strings recipients(u'<' + *to + u'>');
    transfer.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    transfer.set(CURLOPT_PROXY, ""); // whatever the environment says: those are for the web
    transfer.set(CURLOPT_URL, urlOf(m_settings));
    secure(transfer, m_settings);
    transfer.endWithin(m_settings.connectWithin, m_settings.doneWithin);
    transfer.set(CURLOPT_MAIL_FROM, QString(u'<' + *from + u'>'));
    transfer.set(CURLOPT_MAIL_RCPT, recipients.list);
    transfer.set(CURLOPT_UPLOAD, 1L);
    transfer.set(CURLOPT_READDATA, &reading);
    transfer.set(CURLOPT_READFUNCTION, &Reading::read);

    const CURLcode code = transfer.perform();
    if (code == CURLE_OK)
        return {Kind::Sent};
    const QString why = transfer.why(code);
    const Kind kind = transfer.hasLeft() ? afterTheDot(transfer.response())
                                         : beforeTheDot(code, transfer.response(), why);
    return {kind, why, transfer.cause(code)};
}

} // namespace latchkey::server
