#include "account/trustedsignin.h"

#include "account/accounts.h"
#include "account/connection.h"
#include "api/email.h"
#include "api/names.h"
#include "base/log.h"

#include <algorithm>

namespace latchkey::account {

namespace {

bool signsInBy(const Profile &profile, const QString &login)
{
    return api::isEmail(login) ? api::emailKey(profile.email) == api::emailKey(login)
                               : !profile.userName.isEmpty() &&
                                     api::userNameKey(profile.userName) == api::userNameKey(login);
}

} // namespace

TrustedSignIn::TrustedSignIn(Accounts &accounts, Connection &connection,
                             const ServerAddress &server, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_connection(connection)
    , m_server(server)
{}

TrustedSignIn::~TrustedSignIn() = default;

std::optional<Profile> TrustedSignIn::profileOf(const QString &login) const
{
    const QList<Profile> all = m_accounts.profiles().all();
    const auto found = std::ranges::find_if(all, [&](const Profile &one) {
        return one.server.url == m_server.url && signsInBy(one, login);
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

Call<api::SignInProgress> TrustedSignIn::byPassword(const QString &login, const Secret &password)
{
    return ask(api::SignIn{.login = login, .password = password}, profileOf(login));
}

Call<api::SignInProgress> TrustedSignIn::byCode(const QString &login, const api::SignInId &id,
                                                const Secret &code)
{
    return ask(api::FinishSignInByEmail{.id = id, .code = code}, profileOf(login));
}

Call<api::SignInProgress> TrustedSignIn::byProvider(const BrowserVisit::Returned &returned,
                                                    const std::optional<Profile> &known)
{
    return ask(
        api::SignInByProvider{.id = returned.id, .state = returned.state, .code = returned.code},
        known);
}

Call<api::SignInProgress> TrustedSignIn::byPageCode(const Secret &code)
{
    api::SignInByProvider visited;
    visited.id = api::VisitId(code.revealText());
    return ask(visited, {});
}

Call<api::SignInProgress> TrustedSignIn::byGoogle(const Secret &idToken)
{
    api::SignInByGoogle seen;
    seen.idToken = idToken;
    return ask(seen, {});
}

template <class Op>
Call<api::SignInProgress> TrustedSignIn::ask(Op operation, const std::optional<Profile> &known)
{
    operation.device = m_accounts.surroundings().deviceAt(m_server.url);
    const CallSource<api::SignInProgress> source;
    source.onCancel([self = QPointer(this)] {
        if (self)
            self->m_calls.cancelAll();
    });
    if (!known) {
        send(operation, known, source);
        return source.call();
    }
    m_calls.add(m_accounts.keeping().fetchTrust(known->id, known->keeping))
        .then(this, [this, operation, known, source](const Result<Secret> &trust) {
            if (!source.isWanted())
                return;
            if (!trust && trust.error().kind != Error::Kind::NotFound)
                qCInfo(logAccount) << "a device's trust could not be read:" << trust.error();
            Op trusted = operation;
            trusted.deviceTrust = trust ? std::optional(*trust) : std::nullopt;
            send(trusted, known, source);
        });
    return source.call();
}

template <class Op>
void TrustedSignIn::send(const Op &operation, const std::optional<Profile> &known,
                         const CallSource<api::SignInProgress> &source)
{
    const bool isTrusted = operation.deviceTrust.has_value();
    m_calls.add(m_connection.ask(operation))
        .then(this, [=, this](const Result<api::SignInProgress> &result) {
            if (result && isTrusted)
                judge(*known, *result, !std::same_as<Op, api::SignInByProvider>);
            source.finish(result);
        });
}

/// What was given was right. Where the trust was not what let this device in, it is worth nothing;
/// but a provider may have seen somebody else.
void TrustedSignIn::judge(const Profile &known, const api::SignInProgress &progress,
                          bool isSurelyThem)
{
    const auto &signedIn = progress.signedIn;
    const bool wasOfUse = signedIn && signedIn->session.proof == api::Proof::TrustedDevice;
    const bool isThem = isSurelyThem || (signedIn && identityOf(signedIn->user) == known.userId);
    if (isThem && !wasOfUse)
        m_accounts.keeping().forgetTrust(known.id, known.keeping);
}

} // namespace latchkey::account
