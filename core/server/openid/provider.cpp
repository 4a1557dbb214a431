#include "server/openid/provider.h"

#include "server/openid/refusals.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A key that a provider takes back is believed no longer than that.
constexpr auto keptFor = 1h;
/// Tokens that nobody signed cost it no more than this.
constexpr auto betweenKeys = 1min;
/// So long nobody waits again for one that did not answer.
constexpr auto afterFailure = 30s;

Error unknown(const Error &why)
{
    if (why.kind == Error::Kind::Protocol)
        return issuerRefused(u"notAProvider"_s, why.code);
    return unanswered(why);
}

Result<KeySet> readKeys(const Fetch::Answer &answer)
{
    if (answer.status != 200)
        return failure(providerUnreachable(u"its keys: %1"_s.arg(answer.status)));
    return KeySet::parse(answer.body.reveal()).map_error([](const Error &why) {
        return providerUnreachable(u"its keys: "_s + placeAndFault(why));
    });
}

} // namespace

Provider::Provider(QString issuer, Fetch &fetch, const Clock &clock)
    : m_issuer(std::move(issuer))
    , m_fetch(fetch)
    , m_clock(clock)
    , m_document(clock)
    , m_keys(clock)
{}

Result<Provider::Document> Provider::document(const std::stop_token &stop)
{
    return m_document.get(
        stop, [this](const auto &kept) { return isWithin(keptFor, kept.madeAt); }, afterFailure,
        [&] { return askDocument(stop); });
}

Result<Provider::Document> Provider::documentAnew(const std::stop_token &stop)
{
    return m_document.get(
        stop, [](const auto &) { return false; }, 0s, [&] { return askDocument(stop); });
}

Result<Provider::Keys> Provider::keys(const std::stop_token &stop)
{
    return m_keys.get(
        stop, [this](const auto &kept) { return isWithin(keptFor, kept.madeAt); }, afterFailure,
        [&] { return askKeys(stop); });
}

Result<Provider::Keys> Provider::keysAnew(const std::stop_token &stop)
{
    return m_keys.get(
        stop, [this](const auto &kept) { return isWithin(betweenKeys, kept.triedAt); },
        afterFailure, [&] { return askKeys(stop); });
}

Result<ProviderDocument> Provider::askDocument(const std::stop_token &stop)
{
    return documentAddress(m_issuer).and_then([&](const QString &address) {
        return m_fetch.fetch({.url = address}, stop)
            .map_error(unknown)
            .and_then([&](const Fetch::Answer &answer) { return readDocument(m_issuer, answer); });
    });
}

Result<KeySet> Provider::askKeys(const std::stop_token &stop)
{
    return document(stop).and_then([&](const Document &known) {
        return m_fetch.fetch({.url = known->keys}, stop)
            .map_error(unanswered)
            .and_then([](const Fetch::Answer &answer) { return readKeys(answer); });
    });
}

/// Not where the clock was put back meanwhile.
bool Provider::isWithin(std::chrono::milliseconds time, Timestamp since) const
{
    const Timestamp now = m_clock.now();
    return now >= since && now - since < time;
}

} // namespace latchkey::server
