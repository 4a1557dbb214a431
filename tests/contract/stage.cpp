#include "stage.h"

#include "support/fakeproviders.h"
#include "wire/ownwire.h"
#include "wire/signinpages.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrlQuery>

#include <liboath/oath.h>

#include <condition_variable>
#include <cstdlib>
#include <mutex>

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

/// Where mails and texts arrive. The server's carrier and the test share it.
class Stage::Mailbox
{
public:
    /// The newest code for that address, which must come; of a link its last part.
    Secret codeFor(const QString &address)
    {
        static const QRegularExpression code(
            u"(?<=/)eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+$|\\b([0-9]{6}|[0-9A-Z]{5}-[0-9A-Z]{5})\\b"_s,
            QRegularExpression::MultilineOption);
        std::unique_lock lock(m_mutex);
        for (;;) {
            while (!m_messages.isEmpty()) {
                const server::Message message = m_messages.takeFirst();
                const auto found = code.match(wordsOf(message));
                if (recipientOf(message) == address && found.hasMatch())
                    return Secret(found.captured(0));
            }
            if (m_came.wait_for(lock, 20s) == std::cv_status::timeout)
                qFatal("no code came");
        }
    }

    std::unique_ptr<server::Carrier> carrier() { return std::make_unique<Carrier>(*this); }

private:
    static QString wordsOf(const server::Message &message)
    {
        const auto *mail = std::get_if<server::Mail>(&message);
        return mail ? mail->plain.revealText() : std::get<server::Sms>(message).text.revealText();
    }

    class Carrier final : public server::Carrier
    {
    public:
        explicit Carrier(Mailbox &mailbox)
            : m_mailbox(mailbox)
        {}
        server::CarryOutcome carry(const server::Message &message, const QString &,
                                   const PointOfNoReturn &isLeaving,
                                   const std::stop_token &) override
        {
            if (!isLeaving())
                return {server::CarryOutcome::Kind::Stopped};
            const std::scoped_lock lock(m_mailbox.m_mutex);
            m_mailbox.m_messages << message;
            m_mailbox.m_came.notify_all();
            return {server::CarryOutcome::Kind::Sent};
        }

    private:
        Mailbox &m_mailbox;
    };

    std::mutex m_mutex;
    std::condition_variable m_came;
    QList<server::Message> m_messages;
};

Stage::Stage(Row::Server kind)
    : m_folder(quickFolder())
{
    server::ServerConfig config;
    config.database = m_folder.filePath(u"accounts.db"_s);
    config.signUp = kind == Row::Server::Empty    ? server::SignUpRule::FirstWithCode
                    : kind == Row::Server::Closed ? server::SignUpRule::OnlyFirst
                                                  : server::SignUpRule::Anybody;
    config.accessLog = false;
    config.publicAddress = u"http://accounts.example.org"_s;
    if (kind == Row::Server::Strict) {
        config.throttle.password.freeFailures = 1;
        config.throttle.signUp.freeFailures = 1;
    }
    server::Carriers carriers;
    if (kind == Row::Server::Mailing) {
        m_mails = std::make_shared<Mailbox>();
        carriers.mail = m_mails->carrier();
        carriers.sms = m_mails->carrier();
    }
    if (kind == Row::Server::Providers)
        carriers.meetProviders = [] { return std::make_unique<FakeProviders>(); };
    m_server = std::make_unique<server::AccountServer>(config, m_clock, std::move(carriers));
    const auto started = m_server->start();
    if (!started)
        qFatal("%s %s", qPrintable(started.error().code), qPrintable(started.error().detail));
    m_running = *started;
    m_hands = std::make_unique<Client>(wire::ownWire(), url(), m_clock);
    if (kind != Row::Server::Empty) {
        // The first of all is the administrator; the rows are about everybody else.
        Scene first = newcomer();
        signUp(first);
        m_first = first.email;
    }
}

Stage::~Stage() = default;

QUrl Stage::url(const QByteArray &prefix) const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_running.port);
    url.setPath(QString::fromLatin1(prefix));
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
    scene.signUp = api::SignUpId(u"sgn_unknown"_s);
    scene.signIn = api::SignInId(u"sgn_unknown"_s);
    scene.reset = api::ResetId(u"rst_unknown"_s);
    scene.helped = api::UserId(u"usr_unknown"_s);
    scene.tag = u"@unknown"_s;
    scene.child = api::UserId(u"usr_unknown"_s);
    scene.provider = api::ProviderId(u"prv_unknown"_s);
    scene.visit = api::VisitId(u"vst_unknown"_s);
    scene.identity = api::IdentityId(u"idn_unknown"_s);
    scene.grant = api::GrantId(u"grt_unknown"_s);
    scene.authorization = api::AuthorizationId(u"atz_unknown"_s);
    scene.receiver = api::UserId(u"usr_unknown"_s);
    scene.setupCode = m_running.setupCode;
    scene.now = m_clock.now();
    return scene;
}

void Stage::begin(Scene &scene, const api::SignedIn &begun)
{
    scene.token = begun.token;
    scene.session = begun.session.id;
    scene.helped = begun.user.id;
    scene.tag = begun.user.tag.value_or(QString());
}

void Stage::signUp(Scene &scene)
{
    api::SignUp operation = signingUp(scene);
    operation.setupCode = scene.setupCode;
    const api::SignUpProgress progress = must(operation);
    begin(scene, progress.signedIn ? *progress.signedIn
                                   : must(api::FinishSignUp{progress.pending->id,
                                                            m_mails->codeFor(scene.email)}));
}

void Stage::help(Scene &scene)
{
    api::SignIn operation;
    operation.login = m_first;
    operation.password = thePassword;
    operation.device = theDevice;
    const Scene asked = scene;
    begin(scene, *must(operation).signedIn);
    scene.helped = asked.helped;
    scene.tag = asked.tag;
}

Secret Stage::signInFirst()
{
    api::SignIn operation;
    operation.login = m_first;
    operation.password = thePassword;
    operation.device = theDevice;
    return must(operation).signedIn->token;
}

void Stage::removeProviders(const Scene &scene)
{
    const api::Providers all = must(api::ListProviders(), scene.token);
    for (const api::Provider &provider : all.providers)
        must(api::RemoveProvider{provider.id}, scene.token);
}

void Stage::addProvider(Scene &scene, api::ProviderKind kind)
{
    const bool isGoogle = kind == api::ProviderKind::Google;
    const api::AddProvider adding{.kind = kind,
                                  .name = u"Example"_s,
                                  .issuer =
                                      isGoogle ? FakeProviders::google : FakeProviders::openId,
                                  .clientId = u"latchkey"_s,
                                  .clientSecret = Secret(QByteArray("the secret")),
                                  .domains = {u"example.com"_s, u"example.org"_s},
                                  .makesAccounts = true};
    scene.provider = must(adding, scene.token).id;
}

void Stage::makeProvider(Scene &scene, api::ProviderKind kind)
{
    Scene first = scene;
    first.token = signInFirst();
    removeProviders(first);
    addProvider(first, kind);
    scene.provider = first.provider;
}

void Stage::turnOffProvider(const Scene &scene)
{
    api::EditProvider off;
    off.id = scene.provider;
    off.isOn = false;
    must(off, signInFirst());
}

void Stage::comeBack(Scene &scene, const api::ProviderVisit &visit)
{
    scene.visit = visit.id;
    scene.state = QUrlQuery(QUrl(visit.address)).queryItemValue(u"state"_s);
    scene.code = Secret(scene.email);
}

void Stage::visit(Scene &scene)
{
    comeBack(scene, must(api::VisitProvider{.provider = scene.provider,
                                            .returnTo = u"http://127.0.0.1:4711/back"_s,
                                            .login = {}}));
}

void Stage::visitToProve(Scene &scene)
{
    comeBack(scene, must(api::VisitToProve{.provider = scene.provider,
                                           .returnTo = u"http://127.0.0.1:4711/back"_s,
                                           .login = {}},
                         scene.token));
}

void Stage::visitByPage(Scene &scene)
{
    // As a browser asks, of which a client knows nothing.
    wire::Wire pages = wire::signInPages();
    auto how = *pages.translation<api::VisitProvider>();
    how.writeRequest = [](const api::VisitProvider &op) {
        return HttpRequest{.path = "/" + op.provider.text().toLatin1()};
    };
    how.readReply = [](const HttpReply &reply, const auto &) -> Result<api::ProviderVisit> {
        return api::ProviderVisit{.id = {},
                                  .address = QString::fromLatin1(reply.headers.value("Location"))};
    };
    pages.knows<api::VisitProvider>(how);
    pages.isSuccess = [](int status) { return status == 303; };
    const QByteArray prefix = pages.prefix;
    Client browser(std::move(pages), url(prefix), m_clock);
    const auto visit = browser.ask(api::VisitProvider{scene.provider, {}, {}});
    if (!visit)
        qFatal("no page: %s", qPrintable(visit.error().code));
    scene.state = api::stateAt(u"login.example.com"_s,
                               QUrlQuery(QUrl(visit->address)).queryItemValue(u"state"_s));
    scene.code = Secret(scene.email);
}

void Stage::link(Scene &scene)
{
    visit(scene);
    scene.identity = must(api::LinkIdentity{scene.visit, scene.state, scene.code}, scene.token).id;
}

void Stage::waitForCode(Scene &scene)
{
    scene.signUp = must(signingUp(scene)).pending->id;
    scene.code = m_mails->codeFor(scene.email);
}

void Stage::mailSignIn(Scene &scene)
{
    scene.signIn = must(api::SignInByEmail{scene.email}).id;
    scene.code = m_mails->codeFor(scene.email);
}

void Stage::requestReset(Scene &scene)
{
    scene.reset = must(api::RequestPasswordReset{scene.email}).id;
    scene.code = m_mails->codeFor(scene.email);
}

Secret Stage::codeSentTo(const QString &address)
{
    return m_mails->codeFor(address);
}

void Stage::enrolCodes(Scene &scene)
{
    const api::NewCodes begun =
        must(api::EnrolCodes{api::Factor::EmailCode, u"Mail"_s}, scene.token);
    scene.factor = begun.id;
    scene.code = codeSentTo(scene.email);
}

void Stage::activateCodes(Scene &scene)
{
    enrolCodes(scene);
    scene.token = must(api::ActivateFactor{scene.factor, scene.code}, scene.token).token;
}

Secret Stage::signInElsewhere(Scene &scene)
{
    api::SignIn operation;
    operation.login = scene.email;
    operation.password = thePassword;
    operation.device = anotherDevice;
    const api::SignInProgress begun = must(operation);
    scene.other = begun.signedIn->session.id;
    return begun.signedIn->token;
}

Secret Stage::signUpReceiver(Scene &scene, const QString &name)
{
    Scene fresh = scene;
    fresh.name = name;
    fresh.email = name.section(u' ', 0, 0).toLower() + u'.' + scene.email;
    signUp(fresh);
    scene.receiver = fresh.helped;
    return *fresh.token;
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
    operation.login = scene.email;
    operation.password = thePassword;
    operation.device = theDevice;
    scene.challenge = must(operation).challenge->id;
}

void Stage::failToSignUp(const Scene &scene)
{
    const api::SignUp operation = signingUp(scene);
    must(operation);
    mustRefuse(operation);
}

void Stage::failToSignIn(const Scene &scene)
{
    api::SignIn operation;
    operation.login = scene.email;
    operation.password = anotherPassword;
    mustRefuse(operation);
}

} // namespace latchkey::test
