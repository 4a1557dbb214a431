#include "api/organisations.h"

#include "api/email.h"
#include "api/names.h"
#include "server/handlers/codesending.h"
#include "server/handlers/handlers.h"
#include "server/handlers/newaccount.h"
#include "server/handlers/news.h"
#include "server/handlers/trace.h"
#include "server/store/names.h"
#include "server/store/readstore.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

Result<api::ChildAccounts> list(const api::ListChildAccounts &op, Context &context,
                                ReadStore &store)
{
    return store.childAccounts.page(context.principal->user, op.after, op.limit);
}

Result<api::ChildAccount> show(const api::ShowChildAccount &op, Context &context, ReadStore &store)
{
    return store.childAccounts.find(context.principal->user, op.id);
}

Result<api::Organisation> showParent(const api::ShowOrganisation &, Context &context,
                                     ReadStore &store)
{
    return store.childAccounts.parentOf(context.principal->user).map([](const auto &parent) {
        return api::Organisation{parent};
    });
}

Result<Nothing> tellOf(WriteStore &store, const api::UserId &user)
{
    return tell(store, user, api::EventKind::OrganisationChanged);
}

/// Whose address it is already is told where its pages do, and counts as finding somebody does.
Error refused(const api::MakeChildAccount &op, Context &context, WriteStore &store,
              const Error &error)
{
    if (error.code != "emailTaken"_L1)
        return error;
    return keepRefusal(store, context, {},
                       op.tellsTaken ? error : Error::rejected(u"signUpRefused"_s, u"email"_s));
}

/// The account, its parent, and the letter that tells its owner.
Result<api::ChildAccount> makeFrom(const News &news, Context &context, WriteStore &store,
                                   const NewUser &fresh)
{
    const auto parent = asking(context, store);
    if (!parent)
        return failure(parent.error());
    const auto user = store.users.insert(fresh);
    if (!user)
        return failure(user.error());
    const auto child = store.childAccounts.add(parent->id, user->id);
    if (!child)
        return child;
    Trace trace;
    trace.subject = user->id.text();
    trace.changes = {{u"email"_s, {}, user->email},
                     {u"name"_s, {}, user->name},
                     {u"parent"_s, {}, parent->id.text()}};
    return note(store, context, trace)
        .and_then([&](Nothing) { return news.accountMade(store, context, *user, *parent); })
        .and_then([&](Nothing) { return tellOf(store, parent->id); })
        .map([&](Nothing) { return *child; });
}

Result<api::ChildAccount> make(const Service &service, const News &news,
                               const api::MakeChildAccount &op, Context &context, WriteStore &store)
{
    const auto name = api::normalName(op.name, u"name"_s);
    if (!name)
        return failure(name.error());
    const auto email = api::normalEmail(op.email);
    if (!email)
        return failure(email.error());
    const auto may =
        mayJoin(service, store)
            .and_then(
                [&](Nothing) { return store.childAccounts.mustHaveRoom(context.principal->user); })
            .and_then([&](Nothing) { return mustCarry(store, PostKind::Mail); })
            .and_then([&](Nothing) {
                return store.throttle.countTry(Try::Finding, context.principal->user.text(),
                                               context.address);
            })
            .and_then([&](Nothing) { return letIn(service, std::nullopt, context, store); });
    if (!may)
        return failure(may.error());
    return makeFrom(news, context, store, {.email = *email, .name = *name, .language = op.language})
        .map_error([&](const Error &error) { return refused(op, context, store, error); });
}

QList<FieldChange> changesOf(const api::Inheritance &before, const api::Inheritance &after)
{
    QList<FieldChange> changes;
    const auto compare = [&](const auto &field) {
        const api::Inherited was = before.*field.member;
        const api::Inherited is = after.*field.member;
        if (was != is)
            changes << FieldChange{QString::fromLatin1(field.name), storedName(was),
                                   storedName(is)};
    };
    api::Inheritance::fields()([&](const auto &...fields) { (compare(fields), ...); });
    return changes;
}

Result<api::ChildAccount> setInheritance(const api::SetInheritance &op, Context &context,
                                         WriteStore &store)
{
    const api::UserId &parent = context.principal->user;
    if (op.parent && *op.parent != parent)
        return failure(Error::of(Error::Kind::Forbidden, u"notYourAccount"_s));
    const auto before = store.childAccounts.find(parent, op.id);
    if (!before)
        return before;
    Trace trace;
    trace.subject = op.id.text();
    trace.changes = changesOf(before->inheritance, op.inheritance.value_or(before->inheritance));
    if (trace.changes.isEmpty())
        return before;
    return store.childAccounts.setInheritance(parent, op.id, *op.inheritance)
        .and_then([&](const api::ChildAccount &after) {
            return note(store, context, trace)
                .and_then([&](Nothing) { return tellOf(store, parent); })
                .map([&](Nothing) { return after; });
        });
}

Result<Nothing> leave(const api::LeaveOrganisation &, Context &context, WriteStore &store)
{
    const Asker asker = context.asker();
    const auto parent = store.childAccounts.leave(asker.user);
    if (!parent)
        return failure(parent.error());
    if (!*parent)
        return Nothing();
    Trace trace;
    trace.subject = asker.user.text();
    trace.changes = {{u"parent"_s, (*parent)->text(), {}}};
    return note(store, context, trace)
        .and_then([&](Nothing) {
            return tellEach(store, {asker.user, **parent}, api::EventKind::OrganisationChanged);
        })
        .and_then([&](Nothing) {
            return store.sessions.endActedBy(asker, **parent, api::EndReason::EndedByOwner);
        })
        .and_then([&](const QList<api::Session> &ended) {
            return traceEnded(store, context, asker.user, ended);
        });
}

} // namespace

void addOrganisations(HandlerSet &handlers, const Service &service)
{
    handlers.read<api::ListChildAccounts>(list);
    handlers.read<api::ShowChildAccount>(show);
    handlers.read<api::ShowOrganisation>(showParent);
    handlers.write<api::MakeChildAccount>(std::bind_front(make, service, News(service.letters)));
    handlers.write<api::SetInheritance>(setInheritance);
    handlers.write<api::LeaveOrganisation>(leave);
}

} // namespace latchkey::server::handlers
