#pragma once

#include "server/post/carrier.h"

#include <QString>

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <memory>
#include <optional>

namespace latchkey::server {

/// One act of libcurl: from its options to its end, which comes at once when we are asked to stop
/// and nothing has left, and soon after when something has.
class Transfer
{
public:
    Transfer(const Carrier::PointOfNoReturn &isLeaving, const std::stop_token &stop);
    /// Of something that may be broken off at any time.
    explicit Transfer(const std::stop_token &stop);
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    template <class Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(m_curl.get(), option, value);
    }
    void set(CURLoption option, const QString &value);
    /// Whose certificates are believed, where no one's are named.
    void believe(const QString &authorities);
    void endWithin(std::chrono::milliseconds connecting, std::chrono::milliseconds everything);

    CURLcode perform();

    /// Whether it may go on; asked once. Not a thing has left before.
    bool leave();
    bool hasLeft() const { return m_hasLeft; }

    long response() const;
    QByteArray contentType() const;
    /// What libcurl says of it. It never tells what was sent.
    QString why(CURLcode code) const;
    /// The same number for the same reason.
    int cause(CURLcode code) const;

private:
    struct Cleanup
    {
        void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
    };

    static int watch(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

    const Carrier::PointOfNoReturn &m_isLeaving;
    const std::stop_token m_stop;
    std::unique_ptr<CURL, Cleanup> m_curl;
    std::array<char, CURL_ERROR_SIZE> m_error{};
    bool m_hasLeft = false;
    std::optional<std::chrono::steady_clock::time_point> m_patienceEnds;
};

} // namespace latchkey::server
