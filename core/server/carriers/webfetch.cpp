#include "server/carriers/webfetch.h"

#include "server/carriers/headerlist.h"
#include "server/carriers/transfer.h"
#include "server/openid/webaddress.h"

#include <QList>

#include <cstring>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

/// What was answered so far, in one place that is wiped: grown, it would leave copies behind.
class Body
{
public:
    explicit Body(qsizetype atMost)
        : m_atMost(atMost)
    {
        m_bytes.reserve(atMost);
    }
    ~Body() { explicit_bzero(m_bytes.data(), static_cast<size_t>(m_bytes.size())); }
    Body(const Body &) = delete;
    Body &operator=(const Body &) = delete;

    bool isTooLong() const { return m_isTooLong; }
    Secret secret() const { return Secret(m_bytes); }

    static size_t take(char *bytes, size_t size, size_t count, void *self)
    {
        auto &body = *static_cast<Body *>(self);
        const size_t all = size * count;
        const auto more = static_cast<qsizetype>(all);
        body.m_isTooLong = more > body.m_atMost - body.m_bytes.size();
        if (body.m_isTooLong)
            return 0;
        body.m_bytes.append(bytes, more);
        return all;
    }

private:
    const qsizetype m_atMost;
    QByteArray m_bytes;
    bool m_isTooLong = false;
};

void addHeaders(const Fetch::Request &request, HeaderList &headers)
{
    headers.add("Accept: application/json");
    headers.add("Expect:"); // no round trip for a few bytes
    for (const Secret &header : request.headers)
        headers.add(header);
}

void aim(Transfer &transfer, const QString &url, const WebAddress &address)
{
    transfer.set(CURLOPT_PROTOCOLS_STR, address.isEncrypted ? "https" : "http");
    transfer.set(CURLOPT_URL, url);
    transfer.set(CURLOPT_USERAGENT, "Latchkey/" LATCHKEY_VERSION); // some refuse who has no name
    if (!address.isEncrypted)
        transfer.set(CURLOPT_PROXY, ""); // no proxy is this computer, or may read it
}

void give(Transfer &transfer, const Secret &form)
{
    transfer.set(CURLOPT_POSTFIELDSIZE, long(form.size()));
    transfer.set(CURLOPT_POSTFIELDS, form.reveal().constData());
}

Error errorOf(const Transfer &transfer, CURLcode code, const Body &body)
{
    if (body.isTooLong())
        return Error::of(Error::Kind::Protocol, u"answerTooLong"_s);
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return Error::of(Error::Kind::Cancelled, u"cancelled"_s);
    case CURLE_OPERATION_TIMEDOUT:
        return Error::of(Error::Kind::Timeout, u"noAnswerInTime"_s, transfer.why(code));
    default:
        return Error::of(Error::Kind::Network, u"noAnswer"_s, transfer.why(code));
    }
}

} // namespace

WebFetch::WebFetch(WebFetchSettings settings)
    : m_settings(std::move(settings))
{}

Result<Fetch::Answer> WebFetch::fetch(const Request &request, const std::stop_token &stop)
{
    const auto address = WebAddress::parse(request.url);
    if (!address || !address->isSafe())
        return failure(Error::rejected(u"addressNotSafe"_s, u"url"_s));
    HeaderList headers;
    addHeaders(request, headers);
    Body body(m_settings.atMost);

    Transfer transfer(stop);
    aim(transfer, request.url, *address);
    transfer.believe(m_settings.authorities);
    transfer.endWithin(m_settings.connectWithin, m_settings.doneWithin);
    transfer.set(CURLOPT_HTTPHEADER, headers.list());
    transfer.set(CURLOPT_WRITEDATA, &body);
    transfer.set(CURLOPT_WRITEFUNCTION, &Body::take);
    if (request.form)
        give(transfer, *request.form);
    if (const CURLcode code = transfer.perform(); code != CURLE_OK)
        return failure(errorOf(transfer, code, body));
    return Answer{int(transfer.response()),
                  transfer.contentType().split(';').first().trimmed().toLower(), body.secret()};
}

} // namespace latchkey::server
