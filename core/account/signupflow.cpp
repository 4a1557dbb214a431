#include "account/signupflow.h"

#include "account/accounts.h"
#include "account/connection.h"
#include "api/email.h"
#include "api/passwordrules.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

SignUpFlow::SignUpFlow(Accounts &accounts, const ServerAddress &server,
                       const api::ServerDescription &description, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_server(server)
    , m_description(description)
    , m_connection(std::make_unique<Connection>(accounts.surroundings(), server))
    , m_keeping(accounts.keeping())
{
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
                       .device = m_accounts.surroundings().device,
                       .setupCode = hasCode ? code : std::nullopt};
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
    m_isBusy = true;
    m_error.reset();
    m_calls.add(m_connection->ask(*signUp))
        .then(this, [this](const Result<api::SignUpProgress> &result) {
            if (m_step != Step::Form || (!result && result.error().kind == Kind::Cancelled))
                return;
            m_isBusy = false;
            if (!result)
                fail(result.error());
            else if (result->signedIn)
                begin(*result->signedIn);
            else
                fail(Error::of(Kind::Protocol, u"signUpUnfinished"_s));
        });
    Q_EMIT changed();
}

void SignUpFlow::begin(const api::SignedIn &signedIn)
{
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
    Q_EMIT changed();
}

void SignUpFlow::go(Step step)
{
    m_step = step;
    m_error.reset();
    Q_EMIT changed();
}

} // namespace latchkey::account
