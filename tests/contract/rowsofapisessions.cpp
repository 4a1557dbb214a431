#include "api/apisecret.h"
#include "row.h"
#include "stage.h"

#include <thread>

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

const Refusal sessionUnknown{Kind::NotFound, 404, u"sessionUnknown"_s};
const Refusal apiSessionEnded{Kind::Conflict, 409, u"apiSessionEnded"_s};
const Refusal notForApiSessions{Kind::Forbidden, 403, u"notForApiSessions"_s};
const QList<QString> theLabels{u"Backup"_s, u"team: billing"_s};

api::CreateApiSession usual(const Scene &scene)
{
    return {.labels = theLabels, .expiresAt = scene.now + 24h * 30};
}

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

/// Answers its secret.
Secret maker(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    const auto made = stage.must(usual(scene), scene.token);
    scene.other = made.session.id;
    return made.secret;
}

void withOne(Stage &stage, Scene &scene)
{
    maker(stage, scene);
}

void withEnded(Stage &stage, Scene &scene)
{
    maker(stage, scene);
    stage.must(api::EndSession{scene.other}, scene.token);
}

/// A device's session is none of these.
void withDevice(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.signInElsewhere(scene);
}

void asProgram(Stage &stage, Scene &scene)
{
    scene.token = maker(stage, scene);
}

void check(Checks &checks, const api::ApiSession &session, const Scene &scene,
           const QList<QString> &labels, const std::optional<Timestamp> &end)
{
    checks.isTrue("an id", session.id.text().startsWith(u"ses_"_s));
    checks.same("labels", session.labels, labels);
    checks.same("createdAt", toRfc3339(session.createdAt), toRfc3339(scene.now));
    checks.same("secretMadeAt", toRfc3339(session.secretMadeAt), toRfc3339(scene.now));
    checks.isTrue("expiresAt", session.expiresAt == end);
}

void checkUsual(Checks &checks, const api::ApiSession &session, const Scene &scene)
{
    check(checks, session, scene, theLabels, scene.now + 24h * 30);
    checks.same("id", session.id.text(), scene.other.text());
    checks.isTrue("lives", !session.end);
}

void checkSecret(Checks &checks, const Secret &secret)
{
    checks.isTrue("a secret", secret.reveal().startsWith("lk_"));
    checks.isTrue("with its sum", !api::isBrokenApiSecret(secret.reveal()));
}

void list(Table &table)
{
    using Op = api::ListApiSessions;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("none", make,
                      [](Checks &checks, const api::ApiSessions &found, const Scene &) {
                          checks.isTrue("none", found.sessions.isEmpty());
                      })
        .with(withDevice);
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::ApiSessions &found, const Scene &scene) {
                          checks.same("sessions", found.sessions.size(), qsizetype(1));
                          checkUsual(checks, found.sessions.value(0), scene);
                      })
        .with(withOne);
    table
        .succeeds<Op>(
            "ended", make,
            [](Checks &checks, const api::ApiSessions &found, const Scene &scene) {
                const auto end = found.sessions.value(0).end;
                if (!end)
                    return checks.isTrue("ended", false);
                checks.same("reason", int(end->reason), int(api::EndReason::EndedByOwner));
                checks.isTrue("can be taken back", end->reinstatableUntil == scene.now + 10s);
            })
        .with(withEnded);
    table.guards<Op>(make);
}

void show(Table &table)
{
    using Op = api::ShowApiSession;
    const auto make = [](const Scene &scene) { return Op{scene.other}; };
    table.succeeds<Op>("usual", make, checkUsual).with(withOne);
    table
        .succeeds<Op>("used", make,
                      [](Checks &checks, const api::ApiSession &session, const Scene &scene) {
                          checks.isTrue("lastUsedAt", session.lastUsedAt == scene.now);
                          checks.isTrue("lastUsedFrom", session.lastUsedFrom == u"127.0.0.1"_s);
                      })
        .with([](Stage &stage, Scene &scene) {
            const Secret secret = maker(stage, scene);
            stage.must(api::Me(), secret);
            // It is noted behind the answer's back.
            while (!stage.must(api::ShowApiSession{scene.other}, scene.token).lastUsedAt)
                std::this_thread::yield();
        });
    table.refuses<Op>("sessionUnknown", make, sessionUnknown).with(withDevice);
    table.guards<Op>(make);
}

void create(Table &table)
{
    using Op = api::CreateApiSession;
    const auto with = [](const Op &op) { return [op](const Scene &) { return op; }; };
    const auto labelled = [&with](const QList<QString> &labels) {
        return with({.labels = labels, .unlimited = true});
    };
    const auto refused = [&table](const char *name, const Table::Make<Op> &make,
                                  const QString &code, const QString &field) {
        table.refuses<Op>(name, make, {.code = code, .field = field}).with(person);
    };
    table
        .succeeds<Op>("usual", usual,
                      [](Checks &checks, const api::ApiSessionSecret &made, const Scene &scene) {
                          check(checks, made.session, scene, theLabels, scene.now + 24h * 30);
                          checkSecret(checks, made.secret);
                      })
        .with(person);
    table
        .succeeds<Op>("unlimited", labelled({u"Backup"_s}),
                      [](Checks &checks, const api::ApiSessionSecret &made, const Scene &scene) {
                          check(checks, made.session, scene, {u"Backup"_s}, {});
                          checkSecret(checks, made.secret);
                      })
        .with(person);
    refused("noLabel", labelled({}), u"tooFew"_s, u"labels"_s);
    refused("tooManyLabels", labelled(QList<QString>(11, u"x"_s)), u"tooMany"_s, u"labels"_s);
    refused("labelTooLong", labelled({QString(101, u'x')}), u"tooLong"_s, u"labels"_s);
    refused("labelBlank", labelled({u" "_s}), u"empty"_s, u"labels"_s);
    table
        .refuses<Op>("noEnd", with({.labels = theLabels}),
                     {.status = 400, .code = u"missingField"_s, .field = u"expiresAt"_s})
        .with(person);
    refused(
        "twoEnds",
        [](const Scene &scene) {
            Op op = usual(scene);
            op.unlimited = true;
            return op;
        },
        u"notTogether"_s, u"unlimited"_s);
    refused(
        "past", [](const Scene &scene) { return Op{.labels = theLabels, .expiresAt = scene.now}; },
        u"expiryOutOfRange"_s, u"expiresAt"_s);
    refused(
        "tooFarAway",
        [](const Scene &scene) {
            return Op{.labels = theLabels, .expiresAt = scene.now + 24h * 366 * 11};
        },
        u"expiryOutOfRange"_s, u"expiresAt"_s);
    table.refuses<Op>("tooManyApiSessions", usual, {Kind::Conflict, 409, u"tooManyApiSessions"_s})
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            for (qint64 i = 0; i < api::apiSessionsAtMost; ++i)
                stage.must(usual(scene), scene.token);
        });
    table.refuses<Op>("notForApiSessions", usual, notForApiSessions).with(asProgram);
    table.guards<Op>(usual);
}

void update(Table &table)
{
    using Op = api::UpdateApiSession;
    const auto with = [](Op op) {
        return [op](const Scene &scene) {
            Op asked = op;
            asked.id = scene.other;
            return asked;
        };
    };
    const auto labels = with({.labels = {{u"CI"_s}}});
    const auto endless = with({.unlimited = true});
    const auto sooner = [](const Scene &scene) {
        return Op{.id = scene.other, .expiresAt = scene.now + 24h};
    };
    table
        .succeeds<Op>("labels", labels,
                      [](Checks &checks, const api::ApiSession &session, const Scene &scene) {
                          check(checks, session, scene, {u"CI"_s}, scene.now + 24h * 30);
                      })
        .with(withOne);
    table
        .succeeds<Op>("unlimited", endless,
                      [](Checks &checks, const api::ApiSession &session, const Scene &scene) {
                          check(checks, session, scene, theLabels, {});
                      })
        .with(withOne);
    table
        .succeeds<Op>("expiresAt", sooner,
                      [](Checks &checks, const api::ApiSession &session, const Scene &scene) {
                          check(checks, session, scene, theLabels, scene.now + 24h);
                      })
        .with(withOne);
    table
        .refuses<Op>("noLabel", with({.labels = QList<QString>()}),
                     {.code = u"tooFew"_s, .field = u"labels"_s})
        .with(withOne);
    table
        .refuses<Op>(
            "past",
            [](const Scene &scene) { return Op{.id = scene.other, .expiresAt = scene.now - 1s}; },
            {.code = u"expiryOutOfRange"_s, .field = u"expiresAt"_s})
        .with(withOne);
    table.refuses<Op>("apiSessionEnded", labels, apiSessionEnded).with(withEnded);
    table.refuses<Op>("sessionUnknown", labels, sessionUnknown).with(withDevice);
    table.refuses<Op>("notForApiSessions", endless, notForApiSessions).with(asProgram);
    table.guards<Op>(labels);
}

void rotate(Table &table)
{
    using Op = api::RotateApiSession;
    const auto make = [](const Scene &scene) { return Op{scene.other}; };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::ApiSessionSecret &made, const Scene &scene) {
                          checkUsual(checks, made.session, scene);
                          checkSecret(checks, made.secret);
                      })
        .with(withOne);
    table.refuses<Op>("apiSessionEnded", make, apiSessionEnded).with(withEnded);
    table.refuses<Op>("sessionUnknown", make, sessionUnknown).with(withDevice);
    table.refuses<Op>("notForApiSessions", make, notForApiSessions).with(asProgram);
    table.guards<Op>(make);
}

} // namespace

void addApiSessions(Table &table)
{
    list(table);
    show(table);
    create(table);
    update(table);
    rotate(table);
}

} // namespace latchkey::test
