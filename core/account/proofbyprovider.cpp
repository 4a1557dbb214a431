#include "account/proofbyprovider.h"

#include "account/account.h"
#include "account/identitystore.h"
#include "api/names.h"

namespace latchkey::account {

namespace {

/// Whom the provider may ask about first: as it called them last, where that is an address.
QString loginAt(const api::ProviderCard &provider, const QList<api::Identity> &identities)
{
    for (const api::Identity &identity : identities) {
        if (identity.provider.id == provider.id && api::isEmail(identity.name))
            return identity.name;
    }
    return {};
}

} // namespace

ProofByProvider::ProofByProvider(Account &account, const IdentityStore &identities, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_identities(identities)
    , m_visit(
          account.surroundings(), [&account] { return account.profile().server.url; },
          [&account](const api::VisitProvider &visit) {
              return account.ask(api::VisitToProve{
                  .provider = visit.provider, .returnTo = visit.returnTo, .login = visit.login});
          })
{
    connect(&m_visit, &BrowserVisit::changed, this, &ProofByProvider::changed);
    connect(&m_visit, &BrowserVisit::returned, this, &ProofByProvider::bring);
    connect(&m_visit, &BrowserVisit::failed, this, &ProofByProvider::end);
}

ProofByProvider::~ProofByProvider() = default;

bool ProofByProvider::isFor(const Account &account, const IdentityStore &identities)
{
    return account.can<api::VisitToProve>() && account.can<api::ProveByProvider>() &&
           identities.isLoaded() && !identities.hasPassword() && !identities.identities().isEmpty();
}

void ProofByProvider::begin(const api::ProviderCard &provider)
{
    if (m_isProving)
        return;
    m_error.reset();
    m_visit.begin(provider, loginAt(provider, m_identities.identities()));
}

void ProofByProvider::bring(const BrowserVisit::Returned &returned)
{
    m_isProving = true;
    Q_EMIT changed();
    m_account
        .prove(
            api::ProveByProvider{.id = returned.id, .state = returned.state, .code = returned.code})
        .then(this, [this](const Result<Nothing> &proven) {
            end(proven ? std::nullopt : std::optional(proven.error()));
        });
}

void ProofByProvider::end(const std::optional<Error> &why)
{
    m_isProving = false;
    m_error = why;
    Q_EMIT changed();
}

} // namespace latchkey::account
