#pragma once

#include <QByteArray>

namespace latchkey::test {

/// A certificate that nobody vouches for, and its key.
struct SelfSigned
{
    QByteArray certificate; ///< PEM
    QByteArray key;         ///< PEM, P-256

    /// For one address, valid from yesterday until tomorrow.
    static SelfSigned forAddress(const QByteArray &address);
};

} // namespace latchkey::test
