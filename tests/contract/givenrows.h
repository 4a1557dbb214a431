#pragma once

#include "row.h"
#include "stage.h"

/// What rows about something that one account gives another have in common.
namespace latchkey::test {

/// They sign up; their session asks.
void person(Stage &stage, Scene &scene);
/// ... and so does whoever is given something.
void two(Stage &stage, Scene &scene);

/// Has it given. Answers the token of who received it.
using Give = Secret (*)(Stage &, Scene &);
Row::Prepare asGiver(Give give);
Row::Prepare asReceiver(Give give);
/// Who neither gave nor received it.
Row::Prepare asStranger(Give give);

/// Who has which end of it, and since when.
template <class Given>
void checkEnds(Checks &checks, const Given &given, const Scene &scene)
{
    checks.same("giver.id", given.giver.id.text(), scene.helped.text());
    checks.same("giver.name", given.giver.name, scene.name);
    checks.same("giver.createdAt", toRfc3339(given.giver.createdAt), toRfc3339(scene.now));
    checks.same("receiver.id", given.receiver.id.text(), scene.receiver.text());
    checks.same("receiver.name", given.receiver.name, theReceiver);
    checks.same("receiver.createdAt", toRfc3339(given.receiver.createdAt), toRfc3339(scene.now));
    checks.same("createdAt", toRfc3339(given.createdAt), toRfc3339(scene.now));
    checks.same("updatedAt", toRfc3339(given.updatedAt), toRfc3339(scene.now));
}

/// That both hear of it when its receiver ends it, which `end` asks for.
template <class End>
void tellsWhenItEnds(Table &table, const char *name, api::EventKind kind, Give give,
                     End (*end)(const Scene &))
{
    table
        .succeeds<api::Events>(
            name, [](const Scene &) { return api::Events(); },
            [kind](Checks &checks, const api::Event &event, const Scene &) {
                checks.same("kind", int(event.kind), int(kind));
                checks.isTrue("no session", !event.session);
                checks.isTrue("no user", !event.user);
            })
        .with([give, end](Stage &stage, Scene &scene) {
            const Secret receiver = give(stage, scene);
            scene.happen = [&stage, ending = end(scene), receiver] {
                stage.must(ending, receiver);
            };
        });
}

} // namespace latchkey::test
