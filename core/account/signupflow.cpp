#include "account/signupflow.h"

#include "account/accounts.h"
#include "account/connection.h"
#include "api/email.h"
#include "api/passwordrules.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

// What waited for its code is no longer there: the form asks for another.
bool isOver(const Error &error)
{
    return error.kind == Kind::NotFound;
}

Error nothingBegan()
{
    return Error::of(Kind::Protocol, u"neitherSessionNorPending"_s);
}

} // namespace

SignUpFlow::SignUpFlow(Accounts &accounts, const ServerAddress &server,
                       const api::ServerDescription &description, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_server(server)
    , m_description(description)
    , m_connection(std::make_unique<Connection>(accounts.surroundings(), server))
    , m_keeping(accounts.keeping())
    , m_codeWays(accounts.surroundings().clock, [this](api::Factor) {
        return m_connection->ask(api::SendSignUpCode{.id = m_pending->id});
    })
{
    connect(&m_codeWays, &CodeWays::failed, this, [this](const Error &error) {
        if (isOver(error))
            fail(error);
    });
    if (m_description.setupCodeRequired)
        m_setupCode = accounts.surroundings().setupCode(server.url);
    if (m_setupCode)
        m_description.setupCodeRequired = false;
    connect(&m_keeping, &KeepSecretStep::kept, this, &SignUpFlow::finish);
}

SignUpFlow::~SignUpFlow()
{
    if (m_signedIn)
        m_accounts.abandon(m_server, m_signedIn->token);
}

bool SignUpFlow::isAdministrator() const
{
    return m_isAdministrator;
}

Result<api::SignUp> SignUpFlow::checked(const Form &form) const
{
    const QString name = form.name.trimmed();
    if (name.isEmpty())
        return failure(Error::rejected(u"empty"_s, u"name"_s));
    const auto email = api::normalEmail(form.email);
    if (!email) {
        Error error = email.error();
        error.field = u"email"_s;
        return failure(error);
    }
    const auto password =
        api::checkPassword(form.password, m_description.passwords, {name, *email}, u"password"_s);
    if (!password)
        return failure(password.error());
    const std::optional<Secret> &code = m_setupCode ? m_setupCode : form.setupCode;
    const bool hasCode = code && !code->isEmpty();
    if (m_description.setupCodeRequired && !hasCode)
        return failure(Error::rejected(u"empty"_s, u"setupCode"_s));
    return api::SignUp{.name = name,
                       .email = *email,
                       .password = form.password,
                       .language = form.language,
                       .device = m_accounts.surroundings().deviceAt(m_server.url),
                       .setupCode = hasCode ? code : std::nullopt};
}

template <class T, class Took>
void SignUpFlow::run(const Call<T> &call, Took took)
{
    m_isBusy = true;
    m_error.reset();
    m_calls.add(call).then(this, [this, took](const Result<T> &result) {
        if (!result && result.error().kind == Kind::Cancelled)
            return;
        m_isBusy = false;
        if (result)
            took(*result);
        else
            fail(result.error());
    });
    Q_EMIT changed();
}

bool SignUpFlow::isOwnServer() const
{
    return m_accounts.surroundings().isOwnServer(m_server.url);
}

void SignUpFlow::submit(const Form &form)
{
    if (m_step != Step::Form || m_isBusy)
        return;
    const auto signUp = checked(form);
    if (!signUp) {
        fail(signUp.error());
        return;
    }
    if (isPending(*signUp)) {
        go(Step::Code); // the code that is there already still does
        return;
    }
    m_pending.reset();
    m_asked = *signUp;
    run(m_connection->ask(*signUp),
        [this](const api::SignUpProgress &progress) { take(progress); });
}

/// Whoever went back and changed nothing needs no other code.
bool SignUpFlow::isPending(const api::SignUp &signUp) const
{
    return m_pending && m_asked->name == signUp.name && m_asked->email == signUp.email &&
           m_asked->password.matches(signUp.password) && m_asked->language == signUp.language;
}

void SignUpFlow::take(const api::SignUpProgress &progress)
{
    if (progress.signedIn) {
        begin(*progress.signedIn);
    } else if (progress.pending) {
        m_pending = progress.pending;
        m_codeWays.offerSent(api::Factor::EmailCode, m_pending->sent);
        go(Step::Code);
    } else if (progress.joined) {
        enter(api::loginOf(*progress.joined));
    } else {
        fail(nothingBegan());
    }
}

/// There, an account is made by one thing and its session begun by another.
void SignUpFlow::enter(const QString &login)
{
    run(m_connection->ask(
            api::SignIn{.login = login, .password = m_asked->password, .device = m_asked->device}),
        [this](const api::SignInProgress &progress) {
            progress.signedIn ? begin(*progress.signedIn) : fail(nothingBegan());
        });
}

void SignUpFlow::submitCode(const Secret &code)
{
    if (m_step != Step::Code || m_isBusy)
        return;
    if (code.isEmpty()) {
        fail(Error::rejected(u"empty"_s, u"code"_s));
        return;
    }
    run(m_connection->ask(api::FinishSignUp{.id = m_pending->id, .code = code}),
        [this](const api::SignedIn &signedIn) { begin(signedIn); });
}

void SignUpFlow::back()
{
    if (m_step != Step::Code || m_isBusy)
        return;
    go(Step::Form);
}

void SignUpFlow::begin(const api::SignedIn &signedIn)
{
    m_codeWays.clear();
    m_pending.reset();
    m_asked.reset();
    m_signedIn = signedIn;
    m_isAdministrator = signedIn.user.role == api::Role::Admin;
    m_profile = m_accounts.profileFor(m_server, signedIn.user).id;
    go(Step::KeepSecret);
    m_keeping.start(m_profile, signedIn.token);
}

void SignUpFlow::finish()
{
    Profile profile = m_accounts.profileFor(m_server, m_signedIn->user);
    profile.id = m_profile;
    profile.serverName = m_description.name;
    profile.keeping = m_keeping.place();
    if (const auto welcomed = m_accounts.welcome(profile, *m_signedIn); !welcomed) {
        fail(welcomed.error());
        return;
    }
    m_signedIn.reset();
    go(Step::Done);
    Q_EMIT done(m_profile);
}

void SignUpFlow::cancel()
{
    if (m_step == Step::Done || m_step == Step::Cancelled)
        return;
    m_calls.cancelAll();
    m_isBusy = false;
    if (m_signedIn) {
        m_keeping.reset();
        m_accounts.abandon(m_server, m_signedIn->token);
        m_signedIn.reset();
    }
    go(Step::Cancelled);
    Q_EMIT cancelled();
}

void SignUpFlow::fail(const Error &error)
{
    m_error = error;
    if (m_pending && isOver(error)) {
        m_codeWays.clear();
        m_pending.reset();
        m_step = Step::Form;
    }
    Q_EMIT changed();
}

void SignUpFlow::go(Step step)
{
    m_step = step;
    m_error.reset();
    Q_EMIT changed();
}

} // namespace latchkey::account
