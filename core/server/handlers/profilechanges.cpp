#include "server/handlers/profilechanges.h"

#include "api/names.h"
#include "server/handlers/trace.h"
#include "server/store/names.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

Result<ProfileChange> normalChange(ProfileChange typed)
{
    using Normal = Result<QString> (*)(const QString &, const QString &);
    Result<Nothing> outcome;
    const auto one = [&outcome](std::optional<QString> &text, const QString &field, Normal normal) {
        if (!text || !outcome)
            return;
        outcome = normal(*text, field).map([&text](const QString &name) {
            text = name;
            return Nothing();
        });
    };
    one(typed.name, u"name"_s, api::normalName);
    one(typed.userName, u"userName"_s, api::normalUserName);
    return outcome.map([&](Nothing) { return typed; });
}

QList<FieldChange> changesOf(const api::User &before, const ProfileChange &change)
{
    QList<FieldChange> changes;
    if (change.name && *change.name != before.name)
        changes << FieldChange{u"name"_s, before.name, change.name};
    if (change.userName && change.userName != before.userName)
        changes << FieldChange{u"userName"_s, before.userName, change.userName};
    if (change.language && *change.language != before.language) {
        changes << FieldChange{u"language"_s, storedName(before.language),
                               storedName(*change.language)};
    }
    return changes;
}

Result<api::User> changeProfile(Context &context, WriteStore &store, const api::UserId &id,
                                qint64 basedOn, const ProfileChange &typed)
{
    const auto found = store.users.find(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(accountGone());
    const auto change = normalChange(typed);
    if (!change)
        return failure(change.error());
    const api::User &before = (*found)->user;
    if (basedOn == before.version && changesOf(before, *change).isEmpty())
        return before;
    const auto updated = store.users.update(id, basedOn, *change);
    if (!updated)
        return failure(updated.error());
    Trace trace;
    trace.subject = id.text();
    trace.changes = changesOf(before, *change);
    return note(store, context, trace)
        .and_then([&](Nothing) { return tell(store, id, api::EventKind::ProfileChanged); })
        .map([&](Nothing) { return *updated; });
}

Error accountGone()
{
    return Error::of(Error::Kind::Unauthorized, u"sessionEnded"_s);
}

} // namespace latchkey::server::handlers
