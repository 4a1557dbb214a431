#include "server/handlers/serversettings.h"

#include "server/census.h"
#include "server/handlers/handlers.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

QString inWords(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

Result<api::ServerSettings> edit(const Service &service, const api::EditServerSettings &op,
                                 Context &context, WriteStore &store)
{
    const auto wasOpen = isSignUpOpen(service, store.setup);
    if (!wasOpen)
        return failure(wasOpen.error());
    const api::ServerSettings settings{.signUpOpen = op.signUpOpen.value_or(*wasOpen)};
    if (settings.signUpOpen == *wasOpen)
        return settings;
    Trace trace;
    trace.changes = {{u"signUpOpen"_s, inWords(*wasOpen), inWords(settings.signUpOpen)}};
    return store.setup.setSignUpOpen(settings.signUpOpen)
        .and_then([&](Nothing) { return note(store, context, trace); })
        .map([&](Nothing) { return settings; });
}

Result<api::Figures> figures(const Service &service, const api::ShowFigures &, Context &,
                             ReadStore &store)
{
    return service.census->count(store).map([&](const Census::Count &count) {
        return api::Figures{.version = service.version,
                            .users = count.users,
                            .sessions = count.sessions,
                            .sessionsBegun = count.sessionsBegun,
                            .mail = service.standing(PostKind::Mail),
                            .texts = service.standing(PostKind::Sms)};
    });
}

} // namespace

void addServerSettings(HandlerSet &handlers, const Service &service)
{
    handlers.read<api::ShowServerSettings>(
        [service](const api::ShowServerSettings &, Context &, ReadStore &store) {
            return isSignUpOpen(service, store.setup).map([](bool isOpen) {
                return api::ServerSettings{isOpen};
            });
        });
    handlers.write<api::EditServerSettings>(std::bind_front(edit, service));
    handlers.read<api::ShowFigures>(std::bind_front(figures, service));
}

} // namespace latchkey::server::handlers
