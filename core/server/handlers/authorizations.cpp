#include "api/authorizations.h"

#include "server/handlers/authorizationtrace.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/store/readstore.h"

#include <algorithm>
#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Answers what it is, or was.
Result<api::Authorization> traced(Context &context, WriteStore &store,
                                  const std::optional<api::Authorization> &before,
                                  const std::optional<api::Authorization> &after)
{
    const api::Authorization &told = after ? *after : *before;
    return noteAuthorization(store, context, before, after)
        .and_then([&](Nothing) {
            return tellEach(store, {told.giver.id, told.receiver.id},
                            api::EventKind::AuthorizationsChanged);
        })
        .map([&](Nothing) { return told; });
}

/// With a letter to whose account it is.
Result<api::Authorization> given(const News &news, Context &context, WriteStore &store,
                                 const api::Authorization &authorization)
{
    return asking(context, store)
        .and_then([&](const api::User &giver) {
            return store.throttle.countLetter(giver.id).and_then(
                [&](Nothing) { return news.accessGiven(store, context, giver, authorization); });
        })
        .map([&](Nothing) { return authorization; });
}

Result<api::Authorization> create(const News &news, const api::CreateAuthorization &op,
                                  Context &context, WriteStore &store)
{
    return store.authorizations
        .create({.giver = context.principal->user,
                 .receiver = op.receiver,
                 .scope = op.scope,
                 .action = op.action})
        .and_then(
            [&](const api::Authorization &fresh) { return traced(context, store, {}, fresh); })
        .and_then(
            [&](const api::Authorization &fresh) { return given(news, context, store, fresh); });
}

bool givesMore(const api::Authorization &before, const api::Authorization &after)
{
    return before.scope != after.scope || after.action == api::AccessAction::Write;
}

Result<api::Authorization> update(const News &news, const api::UpdateAuthorization &op,
                                  Context &context, WriteStore &store)
{
    const api::UserId &asker = context.principal->user;
    const auto before = store.authorizations.find(asker, op.id);
    if (!before)
        return before;
    if (op.receiver && *op.receiver != before->receiver.id)
        return failure(Error::rejected(u"receiverStays"_s, u"receiver"_s));
    const auto after =
        store.authorizations.update(asker, op.id, {.scope = op.scope, .action = op.action});
    if (!after || *after == *before)
        return after;
    return traced(context, store, *before, *after).and_then([&](const api::Authorization &changed) {
        return givesMore(*before, changed) ? given(news, context, store, changed)
                                           : Result<api::Authorization>(changed);
    });
}

Result<api::Authorization> revoke(const api::RevokeAuthorization &op, Context &context,
                                  WriteStore &store)
{
    return store.authorizations.revoke(context.principal->user, op.id)
        .and_then(
            [&](const api::Authorization &before) { return traced(context, store, before, {}); });
}

void add(api::AccessScopes &scopes, api::AccessScope scope, api::AccessAction action)
{
    scopes.read << scope;
    if (action == api::AccessAction::Write)
        scopes.write << scope;
}

Result<api::AccessScopes> allScopes(const api::ListAccessScopes &, Context &, ReadStore &)
{
    api::AccessScopes all;
    for (const auto &scope : namesOf(api::AccessScope())) {
        const bool isWritten = api::canBeGiven(scope.value, api::AccessAction::Write);
        add(all, scope.value, isWritten ? api::AccessAction::Write : api::AccessAction::Read);
    }
    return all;
}

Result<api::AccessScopes> scopesOf(const api::ShowAccessScopes &op, Context &context,
                                   ReadStore &store)
{
    return store.authorizations.between(context.principal->user, op.id)
        .map([](const QList<api::Authorization> &all) {
            api::AccessScopes scopes;
            for (const api::Authorization &one : all)
                add(scopes, one.scope, one.action);
            return scopes;
        });
}

/// The one that opened last comes first.
Result<api::OpenAccounts> openAccounts(const api::ListOpenAccounts &, Context &context,
                                       ReadStore &store)
{
    return store.authorizations.receivedBy(context.principal->user)
        .map([](const QList<api::Authorization> &all) {
            api::OpenAccounts open;
            for (const api::Authorization &one : all) {
                auto account =
                    std::ranges::find(open.accounts, one.giver.id,
                                      [](const auto &known) { return known.account.id; });
                if (account == open.accounts.end())
                    account = open.accounts.insert(account, {one.giver, {}});
                add(account->scopes, one.scope, one.action);
            }
            return open;
        });
}

} // namespace

void addAuthorizations(HandlerSet &handlers, const Service &service)
{
    const News news(service.letters);
    handlers.read<api::ListAccessScopes>(allScopes);
    handlers.read<api::ListAuthorizations>(
        [](const api::ListAuthorizations &, Context &context, ReadStore &store) {
            return store.authorizations.of(context.principal->user).map([](const auto &all) {
                return api::Authorizations{all};
            });
        });
    handlers.read<api::ListOpenAccounts>(openAccounts);
    handlers.read<api::ShowAccessScopes>(scopesOf);
    handlers.read<api::ShowAuthorization>(
        [](const api::ShowAuthorization &op, Context &context, ReadStore &store) {
            return store.authorizations.find(context.principal->user, op.id);
        });
    handlers.write<api::CreateAuthorization>(std::bind_front(create, news));
    handlers.write<api::UpdateAuthorization>(std::bind_front(update, news));
    handlers.write<api::RevokeAuthorization>(revoke);
}

} // namespace latchkey::server::handlers
