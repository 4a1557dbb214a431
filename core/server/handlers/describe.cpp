#include "server/handlers/handlers.h"
#include "server/handlers/serversettings.h"
#include "server/store/readstore.h"

namespace latchkey::server::handlers {

namespace {

/// Of those that sign people in.
QList<api::ProviderCard> cardsOf(const QList<api::Provider> &providers)
{
    QList<api::ProviderCard> cards;
    for (const api::Provider &provider : providers) {
        if (provider.isOn)
            cards << api::cardOf(provider);
    }
    return cards;
}

} // namespace

void addDescribe(HandlerSet &handlers, const Service &service)
{
    handlers.read<api::DescribeServer>(
        [service](const api::DescribeServer &, Context &,
                  ReadStore &store) -> Result<api::ServerDescription> {
            const auto pending = store.setup.isFirstAccountPending();
            if (!pending)
                return failure(pending.error());
            const auto open = isSignUpOpen(service, store.setup);
            if (!open)
                return failure(open.error());
            const auto code = store.setup.isCodeRequired();
            if (!code)
                return failure(code.error());
            const auto providers = store.providers.all();
            if (!providers)
                return failure(providers.error());
            return api::ServerDescription{.name = service.name,
                                          .version = service.version,
                                          .wires = service.wires,
                                          .signUpOpen = *pending || *open,
                                          .firstAccountPending = *pending,
                                          .setupCodeRequired = *code,
                                          .sendsMail = service.post.mail != PostWay::Nowhere,
                                          .sendsTexts = service.post.sms != PostWay::Nowhere,
                                          .providers = cardsOf(*providers),
                                          .passwords = service.passwords};
        });
}

} // namespace latchkey::server::handlers
