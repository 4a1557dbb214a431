#pragma once

#include <QByteArray>
#include <QList>

namespace latchkey::test {

/// A refusal that is written of a foreign wire: some row of its column, or an exchange, must have
/// our server say it.
struct DocumentedRefusal
{
    QByteArray column;
    QByteArray operation;
    int status;
    QByteArray words;       ///< that are in its body
    QByteArray unsaid = {}; ///< why nothing here makes our server say it
};

const QList<DocumentedRefusal> &documentedRefusals();

} // namespace latchkey::test
