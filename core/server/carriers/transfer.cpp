#include "server/carriers/transfer.h"

#include "base/textsafety.h"

#include <mutex>

namespace latchkey::server {

namespace {

/// For the answer to what has left already, when we are to stop.
constexpr std::chrono::seconds patience{5};

const Carrier::PointOfNoReturn noSuchPoint = [] { return false; };

CURL *newHandle()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    return curl_easy_init();
}

} // namespace

Transfer::Transfer(const Carrier::PointOfNoReturn &isLeaving, const std::stop_token &stop)
    : m_isLeaving(isLeaving)
    , m_stop(stop)
    , m_curl(newHandle())
{
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, m_error.data());
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_XFERINFOFUNCTION, &Transfer::watch);
    // Else its connection is kept, and said good-bye to when the handle goes: whoever didn't answer
    // before would be waited for once more, without regard to any limit of ours.
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
}

Transfer::Transfer(const std::stop_token &stop)
    : Transfer(noSuchPoint, stop)
{}

void Transfer::set(CURLoption option, const QString &value)
{
    curl_easy_setopt(m_curl.get(), option, value.toUtf8().constData());
}

void Transfer::believe(const QString &authorities)
{
    if (authorities.isEmpty())
        return;
    set(CURLOPT_CAINFO, authorities);
    set(CURLOPT_CAPATH, static_cast<const char *>(nullptr));
}

void Transfer::endWithin(std::chrono::milliseconds connecting, std::chrono::milliseconds everything)
{
    set(CURLOPT_CONNECTTIMEOUT_MS, long(connecting.count()));
    set(CURLOPT_TIMEOUT_MS, long(everything.count()));
    // Of the good-bye, too.
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT,
        long(std::chrono::ceil<std::chrono::seconds>(everything).count()));
}

CURLcode Transfer::perform()
{
    return curl_easy_perform(m_curl.get());
}

bool Transfer::leave()
{
    if (!m_hasLeft)
        m_hasLeft = !m_stop.stop_requested() && m_isLeaving();
    return m_hasLeft;
}

long Transfer::response() const
{
    long code = 0;
    curl_easy_getinfo(m_curl.get(), CURLINFO_RESPONSE_CODE, &code);
    return code;
}

QByteArray Transfer::contentType() const
{
    const char *type = nullptr;
    curl_easy_getinfo(m_curl.get(), CURLINFO_CONTENT_TYPE, &type);
    return type;
}

QString Transfer::why(CURLcode code) const
{
    const char *const said = m_error.front() ? m_error.data() : curl_easy_strerror(code);
    return withoutMisleading(QString::fromUtf8(said).simplified().left(200));
}

int Transfer::cause(CURLcode code) const
{
    return int(code) * 1000 + int(response());
}

int Transfer::watch(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    auto &transfer = *static_cast<Transfer *>(self);
    if (!transfer.m_stop.stop_requested())
        return 0;
    if (!transfer.m_hasLeft)
        return 1;
    const auto now = std::chrono::steady_clock::now();
    if (!transfer.m_patienceEnds)
        transfer.m_patienceEnds = now + patience;
    return now > *transfer.m_patienceEnds ? 1 : 0;
}

} // namespace latchkey::server
