#include "server/handlers/authorizationtrace.h"

#include "server/store/names.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

QList<FieldChange> changesOf(const std::optional<api::Authorization> &before,
                             const std::optional<api::Authorization> &after)
{
    QList<FieldChange> changes;
    const auto compare = [&](const QString &field, const auto &textOf) {
        const FieldChange change{field, before ? std::optional(textOf(*before)) : std::nullopt,
                                 after ? std::optional(textOf(*after)) : std::nullopt};
        if (change.before != change.after)
            changes << change;
    };
    compare(u"giver"_s, [](const api::Authorization &one) { return one.giver.id.text(); });
    compare(u"receiver"_s, [](const api::Authorization &one) { return one.receiver.id.text(); });
    compare(u"scope"_s, [](const api::Authorization &one) { return storedName(one.scope); });
    compare(u"action"_s, [](const api::Authorization &one) { return storedName(one.action); });
    return changes;
}

} // namespace

Result<Nothing> noteAuthorization(WriteStore &store, const Context &context,
                                  const std::optional<api::Authorization> &before,
                                  const std::optional<api::Authorization> &after)
{
    Trace trace;
    trace.subject = (after ? after : before)->id.text();
    trace.changes = changesOf(before, after);
    return note(store, context, trace);
}

} // namespace latchkey::server::handlers
