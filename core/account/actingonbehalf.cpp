#include "account/actingonbehalf.h"

#include "account/accounts.h"
#include "api/organisations.h"
#include "base/alarm.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;

namespace {

/// By the two moments of the server, whose clock may be another; not every wire tells both.
std::chrono::milliseconds lifeOf(const api::Session &session)
{
    const auto told = session.expiresAt - session.startedAt;
    return told.count() > 0 ? std::min(told, api::onBehalfFor) : api::onBehalfFor;
}

} // namespace

ActingOnBehalf::ActingOnBehalf(Accounts &accounts, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
{}

ActingOnBehalf::~ActingOnBehalf() = default;

bool ActingOnBehalf::isOffered(const Account &account)
{
    return account.can<api::SignInOnBehalf>() && account.isAdministrators();
}

Call<ProfileId> ActingOnBehalf::begin(const ProfileId &by, const QString &login,
                                      const QString &reason)
{
    return ask(by, api::SignInOnBehalf{.login = login, .reason = reason}, {});
}

Call<ProfileId> ActingOnBehalf::beginInChild(const ProfileId &by, const api::User &child,
                                             const QString &reason)
{
    return ask(by, api::SignInAsParent{.id = child.id, .reason = reason}, child);
}

/// `known` stands in for what the answer doesn't tell of the account.
template <class Op>
Call<ProfileId> ActingOnBehalf::ask(const ProfileId &by, const Op &operation,
                                    const std::optional<api::User> &known)
{
    Account *own = m_accounts.account(by);
    if (!own)
        return Call<ProfileId>::finished(
            failure(Error::of(Error::Kind::NotFound, u"noSuchProfile"_s)));
    const CallSource<ProfileId> source;
    own->ask(operation).then(
        this, [this, source, known, profile = own->profile()](Result<api::SignedIn> begun) {
            if (begun && known)
                begun->user = api::completed(begun->user, *known);
            source.finish(begun ? open(profile, *begun) : failure(begun.error()));
        });
    return source.call();
}

Result<ProfileId> ActingOnBehalf::open(const Profile &own, const api::SignedIn &begun)
{
    const Timestamp now = m_accounts.surroundings().clock.now();
    const Profile profile{.id = Profiles::freshId(),
                          .server = own.server,
                          .serverName = own.serverName,
                          .userId = identityOf(begun.user),
                          .name = begun.user.name,
                          .email = begun.user.email,
                          .userName = begun.user.userName.value_or(QString()),
                          .keeping = KeepingPlace::Memory,
                          .acting = Acting{.by = own.id, .until = now + lifeOf(begun.session)}};
    const Account *still = m_accounts.account(own.id);
    const auto welcomed = still && still->state().isSignedIn()
                              ? m_accounts.welcome(profile, begun)
                              : failure(Error::of(Error::Kind::Cancelled, u"cancelled"_s));
    if (!welcomed) {
        m_accounts.abandon(own.server, begun.token);
        return failure(welcomed.error());
    }
    watch(profile);
    Q_EMIT began(profile.id);
    return profile.id;
}

void ActingOnBehalf::watch(const Profile &acting)
{
    const ProfileId id = acting.id;
    Account *there = m_accounts.account(id);
    const Account *own = m_accounts.account(acting.acting->by);
    connect(there, &Account::stateChanged, this, [this, id, there] {
        if (there->state().isSignedOut())
            Q_EMIT over(id);
    });
    connect(own, &Account::stateChanged, there, [this, id, own] {
        if (own->state().isSignedOut())
            m_accounts.signOutHere(id);
    });
    const auto &around = m_accounts.surroundings();
    around.alarm.after(acting.acting->until - around.clock.now())
        .then(there, [this, id](const Result<Nothing> &rang) {
            if (rang)
                m_accounts.signOutHere(id);
        });
}

void ActingOnBehalf::end(const ProfileId &id)
{
    if (const Account *there = m_accounts.account(id))
        there->disconnect(this); // who ends it needs not be told
    m_accounts.remove(id);
}

} // namespace latchkey::account
