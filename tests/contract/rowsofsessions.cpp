#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

const Refusal sessionUnknown{Kind::NotFound, 404, u"sessionUnknown"_s};

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

void personWithTwo(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.signInElsewhere(scene);
}

/// Somebody else's session is as unknown as one that never was.
void personAndAnother(Stage &stage, Scene &scene)
{
    Scene another = stage.newcomer();
    stage.signUp(another);
    scene.now = stage.clock().now();
    stage.signUp(scene);
    scene.other = another.session;
}

void otherEnded(Stage &stage, Scene &scene)
{
    personWithTwo(stage, scene);
    stage.must(api::EndSession{scene.other}, scene.token);
}

void checkEnded(Checks &checks, const api::Session &session, const Scene &scene,
                api::EndReason reason)
{
    checkOtherSession(checks, session, scene);
    if (!session.end)
        return checks.isTrue("the session has ended", false);
    checks.same("end.at", toRfc3339(session.end->at), toRfc3339(scene.now));
    checks.same("end.reason", int(session.end->reason), int(reason));
    checks.isTrue("ended by who asks", session.end->by == scene.session);
    checks.isTrue("can be taken back", session.end->reinstatableUntil == scene.now + 10s);
}

void list(Table &table)
{
    using Op = api::ListSessions;
    const auto page = [](const std::optional<QString> &after, qint64 limit) {
        return [after, limit](const Scene &) { return Op{after, limit}; };
    };
    table
        .succeeds<Op>("usual", page({}, 100),
                      [](Checks &checks, const api::SessionPage &found, const Scene &scene) {
                          checks.isTrue("no more", !found.next);
                          checks.same("sessions", found.sessions.size(), qsizetype(2));
                          for (const api::Session &session : found.sessions) {
                              if (session.current)
                                  checkOwnSession(checks, session, scene, api::Proof::SignUp);
                              else
                                  checkOtherSession(checks, session, scene);
                          }
                      })
        .with(personWithTwo);
    table
        .succeeds<Op>("firstOfTwoPages", page({}, 1),
                      [](Checks &checks, const api::SessionPage &found, const Scene &) {
                          checks.isTrue("more", found.next && !found.next->isEmpty());
                          checks.same("sessions", found.sessions.size(), qsizetype(1));
                      })
        .with(personWithTwo);
    table
        .refuses<Op>("cursorInvalid", page(u"no cursor & of=ours"_s, 100),
                     {.code = u"cursorInvalid"_s, .field = u"after"_s})
        .with(person);
    table.refuses<Op>("limitTooSmall", page({}, 0), {.code = u"outOfRange"_s, .field = u"limit"_s})
        .with(person);
    table
        .refuses<Op>("limitTooLarge", page({}, 201), {.code = u"outOfRange"_s, .field = u"limit"_s})
        .with(person);
    table.guards<Op>(page({}, 100));
}

void rename(Table &table)
{
    using Op = api::RenameSession;
    const auto to = [](const QString &label) {
        return [label](const Scene &scene) { return Op{scene.other, label}; };
    };
    table
        .succeeds<Op>("usual", to(u"Phone"_s),
                      [](Checks &checks, const api::Session &session, const Scene &scene) {
                          checkOtherSession(checks, session, scene);
                          checks.same("label", session.device.label, u"Phone"_s);
                      })
        .with(personWithTwo);
    table
        .succeeds<Op>("noName", to({}),
                      [](Checks &checks, const api::Session &session, const Scene &) {
                          checks.same("label", session.device.label, QString());
                      })
        .with(personWithTwo);
    table.refuses<Op>("sessionUnknown", to(u"Phone"_s), sessionUnknown).with(personAndAnother);
    table
        .refuses<Op>("labelTooLong", to(QString(101, u'x')),
                     {.code = u"tooLong"_s, .field = u"label"_s})
        .with(personWithTwo);
    table.refuses<Op>("isApiSession", to(u"Phone"_s), {Kind::Conflict, 409, u"isApiSession"_s})
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            scene.other =
                stage
                    .must(api::CreateApiSession{.labels = {u"Backup"_s}, .unlimited = true},
                          scene.token)
                    .session.id;
        });
    table.guards<Op>(to(u"Phone"_s));
}

void end(Table &table)
{
    using Op = api::EndSession;
    const auto make = [](const Scene &scene) { return Op{scene.other}; };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::Session &session, const Scene &scene) {
                          checkEnded(checks, session, scene, api::EndReason::EndedByOwner);
                      })
        .with(personWithTwo);
    table.refuses<Op>("sessionUnknown", make, sessionUnknown).with(personAndAnother);
    table
        .refuses<Op>(
            "idThatNeedsEscapes",
            [](const Scene &) { return Op{api::SessionId(u"a/../b ?#&%2F中"_s)}; }, sessionUnknown)
        .with(person);
    table.guards<Op>(make);
}

void endOthers(Table &table)
{
    using Op = api::EndOtherSessions;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::EndedSessions &reply, const Scene &scene) {
                          checks.isTrue("the other one", reply.ended == QList{scene.other});
                      })
        .with(personWithTwo);
    table.guards<Op>(make);
}

void reinstate(Table &table)
{
    using Op = api::ReinstateSession;
    const auto make = [](const Scene &scene) { return Op{scene.other}; };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::Session &session, const Scene &scene) {
                          checkOtherSession(checks, session, scene);
                          checks.isTrue("the session lives", !session.end);
                      })
        .with(otherEnded);
    table.refuses<Op>("sessionUnknown", make, sessionUnknown).with(personAndAnother);
    table.refuses<Op>("reinstateTooLate", make, {Kind::Conflict, 409, u"reinstateTooLate"_s})
        .with([](Stage &stage, Scene &scene) {
            otherEnded(stage, scene);
            stage.pass(11s);
        });
    table.refuses<Op>("reinstateByOther", make, {Kind::Forbidden, 403, u"reinstateByOther"_s})
        .with([](Stage &stage, Scene &scene) {
            otherEnded(stage, scene);
            const api::SessionId ended = scene.other;
            scene.token = stage.signInElsewhere(scene);
            scene.other = ended;
        });
    table.guards<Op>(make);
}

void review(Table &table)
{
    using Op = api::ReviewSession;
    const auto say = [](api::Verdict verdict) {
        return [verdict](const Scene &scene) { return Op{scene.other, verdict}; };
    };
    table
        .succeeds<Op>("mine", say(api::Verdict::Mine),
                      [](Checks &checks, const api::Session &session, const Scene &scene) {
                          checkOtherSession(checks, session, scene);
                          checks.same("reviewed", session.reviewed, true);
                      })
        .with(personWithTwo);
    table
        .succeeds<Op>("notMine", say(api::Verdict::NotMine),
                      [](Checks &checks, const api::Session &session, const Scene &scene) {
                          checkEnded(checks, session, scene, api::EndReason::NotRecognised);
                      })
        .with(personWithTwo);
    table.refuses<Op>("sessionUnknown", say(api::Verdict::Mine), sessionUnknown)
        .with(personAndAnother);
    table
        .refuses<Op>("ofItself", [](const Scene &scene) { return Op{scene.session}; },
                     {Kind::Forbidden, 403, u"reviewByLater"_s})
        .with(person);
    table.guards<Op>(say(api::Verdict::Mine));
}

} // namespace

void addSessions(Table &table)
{
    list(table);
    rename(table);
    end(table);
    endOthers(table);
    reinstate(table);
    review(table);
}

} // namespace latchkey::test
