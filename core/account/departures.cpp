#include "account/departures.h"

#include "account/connection.h"
#include "base/log.h"

#include <QEventLoopLocker>

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using StateKind = AccountState::Kind;

namespace {

/// What is not there needs no forgetting.
bool isForgotten(const Result<Nothing> &forgotten)
{
    return forgotten || forgotten.error().kind == Kind::NotFound;
}

Error inPlaceOf(Error error, const QString &code)
{
    error.detail = error.code + u' ' + error.detail;
    error.code = code;
    return error;
}

} // namespace

/// How an end goes on that has begun.
struct Departures::Leaving
{
    Call<Nothing> forgotten;
    Call<Nothing> told;
};

Departures::Departures(const Surroundings &surroundings, SecretKeeping &keeping,
                       const OfflineCache &cache, QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
    , m_keeping(keeping)
    , m_cache(cache)
{}

Call<Nothing> Departures::signOut(Account &account)
{
    const CallSource<Nothing> source;
    const auto awake = std::make_shared<QEventLoopLocker>();
    const Leaving leaving = leave(account);
    const auto told = leaving.told;
    leaving.forgotten.then(this, [this, source, told, awake](const Result<Nothing> &forgotten) {
        told.then(this, [source, forgotten, awake](const Result<Nothing> &end) {
            const bool isGone = isForgotten(forgotten);
            if (isGone && end)
                source.finish(Nothing());
            else if (isGone)
                source.finish(failure(inPlaceOf(end.error(), u"serverNotTold"_s)));
            else
                source.finish(failure(inPlaceOf(
                    forgotten.error(), end ? u"tokenKept"_s : u"tokenKeptAndServerNotTold"_s)));
        });
    });
    return source.call();
}

Call<Nothing> Departures::signOutHere(Account &account)
{
    const CallSource<Nothing> source;
    const auto awake = std::make_shared<QEventLoopLocker>();
    const Leaving leaving = leave(account);
    leaving.forgotten.then(this, [source](const Result<Nothing> &forgotten) {
        if (isForgotten(forgotten))
            source.finish(Nothing());
        else
            source.finish(failure(inPlaceOf(forgotten.error(), u"tokenKept"_s)));
    });
    leaving.told.then(this, [awake](const Result<Nothing> &end) {
        if (!end)
            qCInfo(logAccount) << "a session may live on at its server:" << end.error();
    });
    return source.call();
}

Departures::Leaving Departures::leave(Account &account)
{
    const AccountState state = account.state();
    const std::optional<Secret> token =
        state.isOffline() ? std::optional<Secret>() : account.credential();
    const Profile profile = account.profile();
    account.close(AccountState::Reason::ByPerson);
    m_cache.remove(profile.id); // also of one that had no token any more
    const auto told = tellEnd(profile.server, token, state);
    return {.forgotten = forget(profile.id, profile.keeping), .told = told};
}

Call<Nothing> Departures::tellEnd(const ServerAddress &server, const std::optional<Secret> &token,
                                  const AccountState &state)
{
    if (state.isSignedOut())
        return Call<Nothing>::finished(Nothing());
    if (!token)
        return Call<Nothing>::finished(
            failure(state.why.value_or(Error::of(Kind::Network, u"noToken"_s))));
    auto *connection = new Connection(m_surroundings, server);
    connection->setParent(this);
    if (!connection->wire().can<api::SignOut>()) {
        connection->deleteLater();
        return Call<Nothing>::finished(Nothing()); // it lapses there by itself
    }
    const CallSource<Nothing> source;
    connection->ask(api::SignOut{}, token)
        .then(this, [source, connection](const Result<Nothing> &ended) {
            connection->deleteLater();
            const bool isOver = ended || ended.error().kind == Kind::Unauthorized;
            source.finish(isOver ? Result<Nothing>() : ended);
        });
    return source.call();
}

void Departures::abandon(const ServerAddress &server, const Secret &token)
{
    tellEnd(server, token, {.kind = StateKind::Online})
        .then(this, [](const Result<Nothing> &ended) {
            if (!ended)
                qCInfo(logAccount) << "an unwanted session may live on:" << ended.error();
        });
}

Call<Nothing> Departures::forget(const ProfileId &id, KeepingPlace place)
{
    return m_keeping.forget(id, place).then(this, [](const Result<Nothing> &forgotten) {
        if (!forgotten && forgotten.error().kind != Kind::NotFound)
            qCWarning(logAccount) << "a token could not be removed:" << forgotten.error();
    });
}

} // namespace latchkey::account
