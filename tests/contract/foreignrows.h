#pragma once

#include "row.h"
#include "stage.h"
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
    std::optional<Refusal> takenByAnother = {}; ///< at an edit, where there are edits
    std::optional<Refusal> tooManyTries = {};   ///< else as a wrong password
    std::optional<Refusal> sessionEnded = {};   ///< else as a token that nobody has
    bool isNamedByEmail = false;                ///< whoever signs up, and in; else by a user name
    bool challenges = false; ///< whoever has a second factor; else they are refused
};

QString userNameOf(const Scene &scene);

/// They sign up there; that session asks.
Row::Prepare joinedBy(const std::function<wire::Wire()> &wire);
/// ... so long ago that their session is over.
Row::Prepare endedBy(const std::function<wire::Wire()> &wire);
/// ... so long ago that what they have proven is too old.
Row::Prepare late(const Row::Prepare &prepare);
/// An administrator signs in there, and asks.
Row::Prepare administeredBy(const std::function<wire::Wire()> &wire);

/// What fails here is no row's business.
template <api::Operation Op>
typename Op::Reply mustThere(Stage &stage, const wire::Wire &wire, const Op &operation,
                             const std::optional<Secret> &token = {})
{
    Client client(wire, stage.url(wire.prefix), stage.clock());
    client.token = token;
    const auto reply = client.ask(operation);
    if (!reply)
        qFatal("%s by %s: %s %s", Op::traits.name, qPrintable(wire.name),
               qPrintable(reply.error().code), qPrintable(reply.error().detail));
    return *reply;
}

/// What each refuses that asks for a session there.
template <api::Operation Op>
void guardsThere(Table &table, const Foreign &foreign, const Table::Make<Op> &make)
{
    const Refusal unauthorized{Error::Kind::Unauthorized, 401, QStringLiteral("tokenUnknown")};
    table.refuses<Op>("notSignedIn", make, unauthorized).with([](Stage &, Scene &scene) {
        scene.token.reset();
    });
    table.refuses<Op>("tokenUnknown", make, unauthorized)
        .with([token = foreign.nobodysToken](Stage &, Scene &scene) { scene.token = token; });
    // A token of our own wire is none there.
    table.refuses<Op>("tokenOfOurWire", make, unauthorized).with([](Stage &stage, Scene &scene) {
        stage.signUp(scene);
    });
    table.refuses<Op>("sessionEnded", make, foreign.sessionEnded.value_or(unauthorized))
        .with(endedBy(foreign.wire));
}

/// What every foreign wire can do.
void addForeign(Table &table, const Foreign &foreign);

const std::vector<Row> &mmdlRows();
const std::vector<Row> &temporalRows();

} // namespace latchkey::test
