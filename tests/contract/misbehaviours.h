#pragma once

#include "columns.h"
#include "support/scriptedserver.h"

namespace latchkey::test {

/// What a server may do that no page of any wire has, with one request each time, and what the
/// client must make of it.
struct Misbehaviour
{
    QString name;
    ScriptedServer::Act act;
    std::optional<Refusal> wanted; ///< nothing: the right result
    bool isCodeOpen = false;       ///< wires have different codes for it
};

/// Instead of this good answer to the operation.
QList<Misbehaviour> everyMisbehaviour(const Column &column, const QByteArray &operation,
                                      const HttpReply &good);

} // namespace latchkey::test
