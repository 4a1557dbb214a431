#pragma once

#include "row.h"
#include "wire/wire.h"

namespace latchkey::test {

/// What a foreign wire says where ours says more, or something else.
struct Foreign
{
    std::function<wire::Wire()> wire;
    Secret nobodysToken;
    Refusal taken;
    Refusal weakPassword;
    Refusal signUpClosed;
    Refusal wrongPassword;
    Refusal unknownName;
    Refusal takenByAnother; ///< at an edit
};

QString userNameOf(const Scene &scene);

/// They sign up there; that session asks.
Row::Prepare joinedBy(const std::function<wire::Wire()> &wire);

/// What every foreign wire can do.
void addForeign(Table &table, const Foreign &foreign);

} // namespace latchkey::test
