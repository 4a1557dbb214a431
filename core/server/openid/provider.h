#pragma once

#include "server/openid/fetch.h"
#include "server/openid/kept.h"
#include "server/openid/keyset.h"
#include "server/openid/providerdocument.h"

namespace latchkey::server {

/// One provider: what it says of itself, and its keys. From any thread; blocking.
class Provider
{
public:
    using Document = Kept<ProviderDocument>::Value;
    using Keys = Kept<KeySet>::Value;

    /// Both outlive it.
    Provider(QString issuer, Fetch &fetch, const Clock &clock);

    Result<Document> document(const std::stop_token &stop);
    /// However lately it was asked.
    Result<Document> documentAnew(const std::stop_token &stop);
    Result<Keys> keys(const std::stop_token &stop);
    /// Once those were of no use. They are the same where it was asked less than a minute ago.
    Result<Keys> keysAnew(const std::stop_token &stop);

private:
    Result<ProviderDocument> askDocument(const std::stop_token &stop);
    Result<KeySet> askKeys(const std::stop_token &stop);
    bool isWithin(std::chrono::milliseconds time, Timestamp since) const;

    const QString m_issuer;
    Fetch &m_fetch;
    const Clock &m_clock;
    Kept<ProviderDocument> m_document;
    Kept<KeySet> m_keys;
};

} // namespace latchkey::server
