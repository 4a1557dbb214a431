#include "server/handlers/preferences.h"

#include "api/names.h"
#include "server/handlers/handlers.h"
#include "server/handlers/serversettings.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

Result<std::optional<api::ServerSettings>> settingsFor(const Service &service,
                                                       const Context &context, Setup &setup)
{
    if (context.principal->role != api::Role::Admin)
        return std::nullopt;
    return isSignUpOpen(service, setup).map([](bool isOpen) {
        return std::optional(api::ServerSettings{isOpen});
    });
}

Result<api::Preferences> list(const Service &service, const api::ListPreferences &,
                              Context &context, ReadStore &store)
{
    const api::UserId &owner = context.principal->user;
    const auto settings = settingsFor(service, context, store.setup);
    if (!settings)
        return failure(settings.error());
    return store.preferences.of(owner).map([&](const QList<api::Preference> &all) {
        return api::Preferences{.preferences = all, .owner = owner, .server = *settings};
    });
}

/// That it came or went: what its value means is nobody else's business, and programs that keep
/// changing it would fill the trail, for ever.
Result<Nothing> traced(Context &context, WriteStore &store, const QString &name)
{
    Trace trace;
    trace.subject = name;
    return note(store, context, trace);
}

/// What never came can't go: by this the goings are limited, too.
Result<Nothing> came(Context &context, WriteStore &store, const QString &name)
{
    return store.throttle.countNewPreference(context.principal->user).and_then([&](Nothing) {
        return traced(context, store, name);
    });
}

Result<api::Preference> set(const api::SetPreference &op, Context &context, WriteStore &store)
{
    const auto name = api::normalName(op.name, u"name"_s);
    if (!name)
        return failure(name.error());
    const api::Preference preference{*name, op.value};
    return keepPreference(context, store, preference).map([&](Nothing) { return preference; });
}

Result<Nothing> remove(const api::RemovePreference &op, Context &context, WriteStore &store)
{
    const auto name = api::normalName(op.name, u"name"_s);
    if (!name)
        return failure(name.error());
    return dropPreference(context, store, *name).and_then([](bool wasThere) -> Result<Nothing> {
        if (!wasThere)
            return failure(Error::of(Error::Kind::NotFound, u"preferenceUnknown"_s));
        return Nothing();
    });
}

} // namespace

Result<Nothing> keepPreference(Context &context, WriteStore &store,
                               const api::Preference &preference)
{
    const api::UserId &user = context.principal->user;
    const auto isNew = store.preferences.set(user, preference);
    if (!isNew || !*isNew)
        return isNew.map([](bool) { return Nothing(); });
    auto told = came(context, store, preference.name);
    if (told)
        return told;
    // An act that does more goes on without it.
    return store.preferences.remove(user, preference.name).and_then([&](bool) { return told; });
}

Result<bool> dropPreference(Context &context, WriteStore &store, const QString &name)
{
    return store.preferences.remove(context.principal->user, name).and_then([&](bool wasThere) {
        return (wasThere ? traced(context, store, name) : Result<Nothing>()).map([&](Nothing) {
            return wasThere;
        });
    });
}

void addPreferences(HandlerSet &handlers, const Service &service)
{
    handlers.read<api::ListPreferences>(std::bind_front(list, service));
    handlers.write<api::SetPreference>(set);
    handlers.write<api::RemovePreference>(remove);
}

} // namespace latchkey::server::handlers
