#pragma once

#include "api/sessionterms.h"

namespace latchkey::server {

/// The keys of signed tokens: one for thirty days, and then the next. Each is derived from a secret
/// of the vault and its own number, so none lies anywhere, and none tells another. Any thread may
/// use it.
class TokenKeys final : public api::TokenSigner
{
public:
    /// What was signed longer ago than `known` is nobody's any more.
    TokenKeys(const Secret &root, std::chrono::milliseconds known);

    QByteArray keyAt(Timestamp now) const override;
    QByteArray sign(const QByteArray &key, QByteArrayView text) const override;
    bool hasSigned(const QByteArray &key, QByteArrayView text, QByteArrayView signature,
                   Timestamp now) const override;

private:
    Secret m_root;
    std::chrono::milliseconds m_known;
};

} // namespace latchkey::server
