#include "account/profilesettings.h"

#include "account/accounts.h"
#include "base/log.h"
#include "wire/wires.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

Error noSuchProfile()
{
    return Error::of(Kind::NotFound, u"noSuchProfile"_s);
}

wire::Spoken spokenAs(const QString &name)
{
    for (const wire::Spoken &spoken : wire::spokenWires()) {
        if (spoken.name == name)
            return spoken;
    }
    return {};
}

/// The session has another token since.
void keepLater(const ProfileId &id, Accounts &accounts, KeepingPlace place, const Secret &token)
{
    accounts.keeping().keep(id, place, token).then(&accounts, [](const Result<Nothing> &kept) {
        if (!kept)
            qCWarning(logAccount) << "a newer token could not be kept:" << kept.error();
    });
}

/// `token` stands in `place` by now, and in the profile's old place too.
void leaveOldPlace(const ProfileId &id, Accounts &accounts, KeepingPlace place, const Secret &token,
                   const CallSource<Nothing> &source)
{
    const Account *account = accounts.account(id);
    const auto now = account ? account->credential() : std::nullopt;
    const KeepingPlace before = account ? account->profile().keeping : place;
    Result<Nothing> moved = failure(Error::of(Kind::Unauthorized, u"signedOut"_s));
    if (now)
        moved = ProfileSettings(id, accounts).setKeeping(place);
    if (moved && !now->matches(token))
        keepLater(id, accounts, place, *now);
    accounts.keeping()
        .forget(id, moved ? before : place)
        .then(&accounts, [source, moved](const Result<Nothing> &forgotten) {
            const bool isGone = forgotten || forgotten.error().kind == Kind::NotFound;
            if (!isGone)
                qCWarning(logAccount) << "a copy of a token was left:" << forgotten.error();
            if (moved && !isGone) {
                Error left = forgotten.error();
                left.detail = left.code + u' ' + left.detail;
                left.code = u"oldCopyKept"_s;
                source.finish(failure(left));
            } else {
                source.finish(moved);
            }
        });
}

} // namespace

QList<int> versionsOf(const QString &wire)
{
    return spokenAs(wire).versions;
}

bool hasRetries(const QString &wire)
{
    return spokenAs(wire).letsSetRetries;
}

ProfileSettings::ProfileSettings(const ProfileId &id, Accounts &accounts, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_accounts(accounts)
{}

template <class Change>
Result<Nothing> ProfileSettings::change(Change change)
{
    auto profile = m_accounts.profiles().find(m_id);
    if (!profile)
        return failure(noSuchProfile());
    change(*profile);
    return m_accounts.profiles().update(*profile);
}

Result<Nothing> ProfileSettings::setLabel(const QString &label)
{
    return change([&](Profile &profile) { profile.label = label.simplified(); });
}

Result<Nothing> ProfileSettings::setWireVersion(int version)
{
    return change([&](Profile &profile) { profile.server.wire.version = version; });
}

Result<Nothing> ProfileSettings::setRetries(const RetryChoice &retries)
{
    return change([&](Profile &profile) { profile.server.retries = bounded(retries); });
}

Result<Nothing> ProfileSettings::setProxy(const ProxyChoice &proxy)
{
    return change([&](Profile &profile) { profile.server.proxy = proxy; });
}

Result<Nothing> ProfileSettings::setKeeping(KeepingPlace place)
{
    return change([&](Profile &profile) { profile.keeping = place; });
}

Call<Nothing> ProfileSettings::moveTo(KeepingPlace place)
{
    const Account *account = m_accounts.account(m_id);
    if (!account)
        return Call<Nothing>::finished(failure(noSuchProfile()));
    const auto token = account->credential();
    if (!token)
        return Call<Nothing>::finished(failure(Error::of(Kind::Unauthorized, u"signedOut"_s)));
    if (account->profile().keeping == place)
        return Call<Nothing>::finished(Nothing());
    const CallSource<Nothing> source;
    // Not `this`: who asked may have left the page meanwhile, and the old place must be cleared.
    m_accounts.keeping()
        .keep(m_id, place, *token)
        .then(&m_accounts, [id = m_id, accounts = &m_accounts, source, place,
                            token = *token](const Result<Nothing> &kept) {
            if (kept)
                leaveOldPlace(id, *accounts, place, token, source);
            else
                source.finish(kept);
        });
    return source.call();
}

Call<ServerCertificate> ProfileSettings::look() const
{
    const auto profile = m_accounts.profiles().find(m_id);
    if (!profile)
        return Call<ServerCertificate>::finished(failure(noSuchProfile()));
    return m_accounts.surroundings().connections.certificateOf(profile->server);
}

std::optional<ServerCertificate> ProfileSettings::trusted() const
{
    const auto profile = m_accounts.profiles().find(m_id);
    if (!profile || profile->server.trustedCertificate.isEmpty())
        return std::nullopt;
    return m_accounts.surroundings().connections.certificateFrom(
        profile->server.trustedCertificate);
}

Result<Nothing> ProfileSettings::trust(const ServerCertificate &certificate)
{
    return change([&](Profile &profile) { profile.server.trustedCertificate = certificate.pem; });
}

Result<Nothing> ProfileSettings::forgetCertificate()
{
    return change([](Profile &profile) { profile.server.trustedCertificate.clear(); });
}

} // namespace latchkey::account
