#include "api/names.h"
#include "api/providersettings.h"
#include "server/handlers/handlers.h"
#include "server/handlers/trace.h"
#include "server/store/names.h"
#include "server/store/readstore.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

QString inWords(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

/// A secret is nobody's to read afterwards, so only that there is one stands there.
QList<FieldChange> differences(const std::optional<api::Provider> &before,
                               const std::optional<api::Provider> &after)
{
    QList<FieldChange> changes;
    const auto compare = [&](const QString &field, auto text) {
        const auto was = before ? std::optional<QString>(text(*before)) : std::nullopt;
        const auto is = after ? std::optional<QString>(text(*after)) : std::nullopt;
        if (was != is)
            changes << FieldChange{field, was, is};
    };
    using P = api::Provider;
    compare(u"kind"_s, [](const P &p) { return storedName(p.kind); });
    compare(u"name"_s, [](const P &p) { return p.name; });
    compare(u"issuer"_s, [](const P &p) { return p.issuer; });
    compare(u"clientId"_s, [](const P &p) { return p.clientId; });
    compare(u"hasSecret"_s, [](const P &p) { return inWords(p.hasSecret); });
    compare(u"domains"_s, [](const P &p) { return p.domains.join(u' '); });
    compare(u"makesAccounts"_s, [](const P &p) { return inWords(p.makesAccounts); });
    compare(u"isOn"_s, [](const P &p) { return inWords(p.isOn); });
    return changes;
}

Result<api::Provider> traced(Context &context, WriteStore &store, const api::Provider &provider,
                             const QList<FieldChange> &changes)
{
    Trace trace;
    trace.subject = provider.id.text();
    trace.changes = changes;
    return note(store, context, trace).map([&](Nothing) { return provider; });
}

Result<NewProvider> normal(const api::AddProvider &op)
{
    if (op.kind == api::ProviderKind::Unknown)
        return failure(Error::rejected(u"unknownValue"_s, u"kind"_s));
    const auto name = api::normalName(op.name, u"name"_s);
    const auto clientId = api::normalName(op.clientId, u"clientId"_s);
    const auto domains = api::normalDomains(op.domains, u"domains"_s);
    if (!name || !clientId)
        return failure(name ? clientId.error() : name.error());
    return domains.map([&](const QList<QString> &normalized) {
        return NewProvider{.kind = op.kind,
                           .name = *name,
                           .issuer = op.issuer.trimmed(),
                           .clientId = *clientId,
                           .clientSecret = op.clientSecret,
                           .domains = normalized,
                           .makesAccounts = op.makesAccounts};
    });
}

Result<ProviderQuestion> prepareAdd(const api::AddProvider &op, Context &, WriteStore &)
{
    return normal(op).map(
        [](const NewProvider &fresh) -> ProviderQuestion { return Meeting{fresh.issuer}; });
}

Result<api::Provider> finishAdd(const api::AddProvider &op, Context &context, WriteStore &store,
                                const ProviderVerdict &verdict)
{
    if (!verdict.answer)
        return failure(verdict.answer.error());
    return normal(op)
        .and_then([&](const NewProvider &fresh) { return store.providers.add(fresh); })
        .and_then([&](const api::Provider &added) {
            return traced(context, store, added, differences({}, added));
        });
}

Result<api::EditProvider> normal(const api::EditProvider &op)
{
    api::EditProvider change = op;
    const auto make = [](std::optional<QString> &text, const QString &field) -> Result<Nothing> {
        if (!text)
            return Nothing();
        return api::normalName(*text, field).map([&](const QString &name) {
            text = name;
            return Nothing();
        });
    };
    return make(change.name, u"name"_s)
        .and_then([&](Nothing) { return make(change.clientId, u"clientId"_s); })
        .and_then([&](Nothing) {
            return api::normalDomains(change.domains.value_or(QList<QString>()), u"domains"_s);
        })
        .map([&](const QList<QString> &domains) {
            if (change.domains)
                change.domains = domains;
            return change;
        });
}

Result<api::Provider> edit(const api::EditProvider &op, Context &context, WriteStore &store)
{
    const auto change = normal(op);
    const auto before = store.providers.find(op.id);
    if (!change || !before)
        return failure(change ? before.error() : change.error());
    return store.providers.edit(*change).and_then([&](const api::Provider &after) {
        QList<FieldChange> changes = differences(*before, after);
        if (op.clientSecret) // another one looks the same
            changes << FieldChange{u"clientSecret"_s, {}, {}};
        return traced(context, store, after, changes);
    });
}

Result<Nothing> remove(const api::RemoveProvider &op, Context &context, WriteStore &store)
{
    return store.providers.find(op.id).and_then([&](const api::Provider &before) {
        return store.providers.remove(op.id)
            .and_then(
                [&](Nothing) { return traced(context, store, before, differences(before, {})); })
            .map([](const api::Provider &) { return Nothing(); });
    });
}

} // namespace

void addProviders(HandlerSet &handlers)
{
    handlers.read<api::ListProviders>([](const api::ListProviders &, Context &, ReadStore &store) {
        return store.providers.all().map(
            [](const auto &providers) { return api::Providers{providers}; });
    });
    handlers.asking<api::AddProvider>({.prepare = prepareAdd, .finish = finishAdd});
    handlers.write<api::EditProvider>(edit);
    handlers.write<api::RemoveProvider>(remove);
}

} // namespace latchkey::server::handlers
