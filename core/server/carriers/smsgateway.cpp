#include "server/carriers/smsgateway.h"

#include "server/carriers/headerlist.h"
#include "server/carriers/transfer.h"

#include <QUrl>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

using Kind = CarryOutcome::Kind;
using Method = SmsGatewaySettings::Method;
using BodyForm = SmsGatewaySettings::BodyForm;

void addHeaders(const SmsGatewaySettings &settings, HeaderList &headers)
{
    const bool isJson = settings.bodyForm == BodyForm::Json;
    if (settings.method != Method::Get)
        headers.add(isJson ? "Content-Type: application/json"
                           : "Content-Type: application/x-www-form-urlencoded");
    headers.add("Expect:"); // no round trip for a few bytes
    for (const Secret &header : settings.headers)
        headers.add(header);
}

QString inUrl(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString inJson(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            escaped += u'\\';
        if (c < u' ')
            escaped += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            escaped += c;
    }
    return escaped;
}

/// From left to right, once: what is put in is not looked at again.
QString filled(const QString &form, const Sms &sms, QString (*escape)(const QString &))
{
    QString out;
    for (qsizetype at = 0; at < form.size();) {
        const QStringView rest = QStringView(form).mid(at);
        if (rest.startsWith("{to}"_L1)) {
            out += escape(sms.to);
            at += 4;
        } else if (rest.startsWith("{text}"_L1)) {
            out += escape(sms.text.revealText());
            at += 6;
        } else {
            out += form.at(at++);
        }
    }
    return out;
}

int atRequest(void *transfer, char *, char *, int, int)
{
    return static_cast<Transfer *>(transfer)->leave() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

size_t ignoreAnswer(char *, size_t size, size_t count, void *)
{
    return size * count;
}

CarryOutcome outcomeOf(const Transfer &transfer, CURLcode code)
{
    if (!transfer.hasLeft()) {
        const bool isOurs = code == CURLE_ABORTED_BY_CALLBACK;
        return {isOurs ? Kind::Stopped : Kind::Unavailable, transfer.why(code),
                transfer.cause(code)};
    }
    const long status = transfer.response();
    const QString answer = u"the gateway answered %1"_s.arg(status);
    if (status >= 200 && status < 300)
        return {Kind::Sent};
    if (status == 401 || status == 403 || status == 503) // about us, or about it
        return {Kind::Unavailable, answer, transfer.cause(code)};
    if (status == 429)
        return {Kind::Later, answer};
    if (status >= 300 && status < 500)
        return {Kind::Refused, answer};
    return {Kind::Uncertain, status ? answer : transfer.why(code)};
}

} // namespace

SmsGateway::SmsGateway(SmsGatewaySettings settings)
    : m_settings(std::move(settings))
{}

CarryOutcome SmsGateway::carry(const Message &message, const QString &,
                               const PointOfNoReturn &isLeaving, const std::stop_token &stop)
{
    const auto *sms = std::get_if<Sms>(&message);
    if (!sms)
        return {Kind::Refused, u"not a text"_s};
    const bool isJson = m_settings.bodyForm == BodyForm::Json;
    const Secret url(filled(m_settings.url, *sms, inUrl));
    const Secret body(filled(m_settings.body, *sms, isJson ? inJson : inUrl));
    HeaderList headers;
    addHeaders(m_settings, headers);

    Transfer transfer(isLeaving, stop);
    transfer.set(CURLOPT_PROTOCOLS_STR, "http,https");
    transfer.set(CURLOPT_URL, url.reveal().constData());
    transfer.believe(m_settings.authorities);
    transfer.endWithin(m_settings.connectWithin, m_settings.doneWithin);
    transfer.set(CURLOPT_HTTPHEADER, headers.list());
    transfer.set(CURLOPT_WRITEFUNCTION, &ignoreAnswer);
    transfer.set(CURLOPT_PREREQDATA, &transfer);
    transfer.set(CURLOPT_PREREQFUNCTION, &atRequest);
    if (m_settings.method != Method::Get) {
        transfer.set(CURLOPT_POSTFIELDSIZE, long(body.size()));
        transfer.set(CURLOPT_POSTFIELDS, body.reveal().constData());
    }
    if (m_settings.method == Method::Put)
        transfer.set(CURLOPT_CUSTOMREQUEST, "PUT");
    return outcomeOf(transfer, transfer.perform());
}

} // namespace latchkey::server
