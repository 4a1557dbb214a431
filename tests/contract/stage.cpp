#include "stage.h"

#include "wire/ownwire.h"

#include <QDir>
#include <QFileInfo>

#include <liboath/oath.h>

#include <cstdlib>

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Nothing here is about a loss of power, and memory does not wait for a disk.
QString quickFolder()
{
    const QFileInfo memory(u"/dev/shm"_s);
    const QString parent = memory.isWritable() ? memory.filePath() : QDir::tempPath();
    return parent + u"/latchkey-contract-XXXXXX"_s;
}

} // namespace

Stage::Stage(Row::Server kind)
    : m_folder(quickFolder())
{
    server::ServerConfig config;
    config.database = m_folder.filePath(u"accounts.db"_s);
    config.signUp = kind == Row::Server::Empty    ? server::SignUpRule::FirstWithCode
                    : kind == Row::Server::Closed ? server::SignUpRule::OnlyFirst
                                                  : server::SignUpRule::Anybody;
    config.accessLog = false;
    if (kind == Row::Server::Strict) {
        config.throttle.password.freeFailures = 1;
        config.throttle.signUp.freeFailures = 1;
    }
    m_server = std::make_unique<server::AccountServer>(config, m_clock);
    const auto started = m_server->start();
    if (!started)
        qFatal("%s %s", qPrintable(started.error().code), qPrintable(started.error().detail));
    m_running = *started;
    m_hands = std::make_unique<Client>(wire::ownWire(), url(), m_clock);
    if (kind != Row::Server::Empty) {
        // The first of all is the administrator; the rows are about everybody else.
        Scene first = newcomer();
        signUp(first);
    }
}

Stage::~Stage() = default;

QUrl Stage::url() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_running.port);
    return url;
}

Scene Stage::newcomer()
{
    // Long enough for every count of tries to be forgotten.
    pass(2h);
    Scene scene;
    scene.email = u"ada%1@example.com"_s.arg(++m_people);
    scene.token.reset();
    scene.session = api::SessionId(u"ses_unknown"_s);
    scene.other = api::SessionId(u"ses_unknown"_s);
    scene.challenge = api::ChallengeId(u"chl_unknown"_s);
    scene.factor = api::FactorId(u"fac_unknown"_s);
    scene.trusted = api::TrustedDeviceId(u"dev_unknown"_s);
    scene.setupCode = m_running.setupCode;
    scene.now = m_clock.now();
    return scene;
}

void Stage::signUp(Scene &scene)
{
    api::SignUp operation;
    operation.name = scene.name;
    operation.email = scene.email;
    operation.password = thePassword;
    operation.device = theDevice;
    operation.setupCode = scene.setupCode;
    const api::SignedIn begun = *must(operation).signedIn;
    scene.token = begun.token;
    scene.session = begun.session.id;
}

Secret Stage::signInElsewhere(Scene &scene)
{
    api::SignIn operation;
    operation.email = scene.email;
    operation.password = thePassword;
    operation.device = theDevice;
    const api::SignInProgress begun = must(operation);
    scene.other = begun.signedIn->session.id;
    return begun.signedIn->token;
}

void Stage::signOut(Scene &scene)
{
    must(api::SignOut(), scene.token);
}

Secret Stage::shown(std::chrono::seconds from) const
{
    char *key = nullptr;
    size_t size = 0;
    const QByteArray &text = m_totp.reveal();
    if (oath_base32_decode(text.constData(), size_t(text.size()), &key, &size) != OATH_OK)
        qFatal("no base32");
    char code[7] = {};
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock.now() + from);
    if (oath_totp_generate(key, size, now.time_since_epoch().count(), 30, 0, 6, code) != OATH_OK)
        qFatal("no code");
    std::free(key);
    return Secret(QByteArray(code, 6));
}

void Stage::enrol(Scene &scene)
{
    const api::NewTotp begun = must(api::EnrolTotp{u"Phone"_s}, scene.token);
    m_totp = begun.secret;
    scene.factor = begun.id;
    scene.code = shown(0s);
}

void Stage::activate(Scene &scene)
{
    enrol(scene);
    scene.token = must(api::ActivateFactor{scene.factor, shown(-30s)}, scene.token).token;
}

void Stage::challenge(Scene &scene)
{
    api::SignIn operation;
    operation.email = scene.email;
    operation.password = thePassword;
    operation.device = theDevice;
    scene.challenge = must(operation).challenge->id;
}

void Stage::failToSignUp(const Scene &scene)
{
    api::SignUp operation;
    operation.name = scene.name;
    operation.email = scene.email;
    operation.password = thePassword;
    operation.device = theDevice;
    must(operation);
    m_hands->token.reset();
    if (m_hands->ask(operation))
        qFatal("an address was taken twice");
}

void Stage::failToSignIn(const Scene &scene)
{
    api::SignIn operation;
    operation.email = scene.email;
    operation.password = anotherPassword;
    m_hands->token.reset();
    if (m_hands->ask(operation))
        qFatal("a wrong password signed in");
}

} // namespace latchkey::test
