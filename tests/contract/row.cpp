#include "row.h"

#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void checkUser(Checks &checks, const api::User &user, const Scene &scene)
{
    checks.isTrue("the user has an id", !user.id.isEmpty());
    checks.same("user.name", user.name, scene.name);
    checks.same("user.email", user.email, scene.email);
    checks.same("user.emailVerified", user.emailVerified, false);
    checks.same("user.role", int(user.role), int(api::Role::User));
    checks.same("user.language", int(user.language), int(api::Language::English));
    checks.same("user.createdAt", toRfc3339(user.createdAt), toRfc3339(scene.now));
}

api::SignUp signingUp(const Scene &scene)
{
    api::SignUp operation;
    operation.name = scene.name;
    operation.email = scene.email;
    operation.password = thePassword;
    operation.device = theDevice;
    return operation;
}

namespace {

void checkLivingSession(Checks &checks, const api::Session &session, const Scene &scene,
                        const api::Device &device)
{
    checks.same("session.kind", int(session.kind), int(api::SessionKind::Device));
    checks.same("session.device.program", session.device.program, device.program);
    checks.same("session.device.system", session.device.system, device.system);
    checks.same("session.address", session.address, u"127.0.0.1"_s);
    checks.same("session.startedAt", toRfc3339(session.startedAt), toRfc3339(scene.now));
    checks.same("session.lastActiveAt", toRfc3339(session.lastActiveAt), toRfc3339(scene.now));
    checks.same("session.provenAt", toRfc3339(session.provenAt), toRfc3339(scene.now));
    checks.same("session.expiresAt", toRfc3339(session.expiresAt),
                toRfc3339(scene.now + std::chrono::days(14)));
}

} // namespace

void checkOwnSession(Checks &checks, const api::Session &session, const Scene &scene,
                     api::Proof proof)
{
    checkLivingSession(checks, session, scene, theDevice);
    checks.same("session.device.label", session.device.label, theDevice.label);
    checks.same("session.proof", int(session.proof), int(proof));
    checks.same("session.current", session.current, true);
    // Signing up is no sign-in, and the device it was done on is known from then on.
    checks.same("session.reviewed", session.reviewed, proof != api::Proof::SignUp);
    checks.isTrue("the session lives", !session.end);
}

void checkOtherSession(Checks &checks, const api::Session &session, const Scene &scene)
{
    checkLivingSession(checks, session, scene, anotherDevice);
    checks.same("session.id", session.id.text(), scene.other.text());
    checks.same("session.proof", int(session.proof), int(api::Proof::Password));
    checks.same("session.current", session.current, false);
}

void checkFigures(Checks &checks, const api::Figures &figures, const Scene &)
{
    checks.isTrue("a version", !figures.version.isEmpty());
    checks.isTrue("users", figures.users.value_or(0) > 0);
    checks.isTrue("sessions", figures.sessions.value_or(0) > 0);
    checks.isTrue("sessions begun", figures.sessionsBegun.value_or(0) > 0);
}

std::function<void(Checks &, const api::ServerSettings &, const Scene &)> signUpIs(bool open)
{
    return [open](Checks &checks, const api::ServerSettings &settings, const Scene &) {
        checks.same("signUpOpen", settings.signUpOpen, open);
    };
}

void Table::helpedLongAgo(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.help(scene);
    stage.pass(6min);
}

Table::Added Table::add(const char *operation, const char *name, Row::Ask ask,
                        const std::optional<Refusal> &refusal)
{
    m_rows.push_back({operation, name, std::move(ask), refusal});
    return Added(m_rows.back());
}

void Table::nobody(Stage &, Scene &scene)
{
    scene.token.reset();
}

void Table::stranger(Stage &, Scene &scene)
{
    scene.token = Secret(QByteArray("lks_nobody_has_this_one"));
}

void Table::signedOut(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.signOut(scene);
}

void Table::provenLongAgo(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.pass(6min);
}

const std::vector<Row> &contract()
{
    static const Table table = [] {
        Table begun;
        addJoining(begun);
        addSigningIn(begun);
        addEmailSignIn(begun);
        addTokens(begun);
        addVisits(begun);
        addProviderSignIn(begun);
        addIdentities(begun);
        addProviderProof(begun);
        addProviders(begun);
        addOnBehalf(begun);
        addProfile(begun);
        addFinding(begun);
        addSessions(begun);
        addApiSessions(begun);
        addGrants(begun);
        addAuthorizations(begun);
        addAuthorized(begun);
        addCredits(begun);
        addFactors(begun);
        addRecovery(begun);
        addHelping(begun);
        addAccounts(begun);
        addSettings(begun);
        addOrganisations(begun);
        addCodes(begun);
        addVerification(begun);
        return begun;
    }();
    return table.rows();
}

} // namespace latchkey::test
