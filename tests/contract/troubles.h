#pragma once

#include "columns.h"
#include "support/scriptedserver.h"

namespace latchkey::test {

ScriptedServer::Act actOf(const Column &column, const HttpReply &reply);

/// Half of it: within the body where there is one, else within the head.
ScriptedServer::Act halfOf(const ScriptedServer::Act &act);

/// What can go wrong with any answer, and what it must come to.
struct Trouble
{
    QByteArray name;
    std::function<QList<ScriptedServer::Act>(const Column &, const HttpReply &good)> acts;
    std::optional<Refusal> usually;
    std::optional<Refusal> whereNothingIsSaid; ///< where a good answer has no body
    std::optional<Refusal> onStreams;
};

const QList<Trouble> &everyTrouble();

} // namespace latchkey::test
