#include "api/credits.h"

#include "api/names.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/trace.h"
#include "server/store/names.h"
#include "server/store/readstore.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Whose session asks; or somebody whom an administrator names.
template <class Store>
Result<api::User> owner(const api::UserId &id, const Context &context, Store &store)
{
    return store.users.find(id).and_then(
        [&](const std::optional<StoredUser> &found) -> Result<api::User> {
            if (found)
                return found->user;
            if (id == context.principal->user)
                return failure(Error::of(Error::Kind::Unauthorized, u"sessionEnded"_s));
            return failure(Error::of(Error::Kind::NotFound, u"userUnknown"_s));
        });
}

template <class Store>
Result<api::Plan> planOf(const api::User &user, Store &store)
{
    return store.plans.tierOf(user).map([&](api::Tier tier) {
        return api::Plan{.tier = tier, .meters = api::metersOf(tier), .owner = user};
    });
}

Result<Nothing> traced(Context &context, WriteStore &store, const api::UserId &user,
                       const QList<FieldChange> &changes)
{
    Trace trace;
    trace.subject = user.text();
    trace.changes = changes;
    return note(store, context, trace).and_then([&](Nothing) {
        return tell(store, user, api::EventKind::CreditsChanged);
    });
}

/// The plan as it is now, with its trace where it is another.
Result<api::Plan> changedPlan(const api::User &user, api::Tier before, Context &context,
                              WriteStore &store)
{
    return planOf(user, store).and_then([&](const api::Plan &plan) -> Result<api::Plan> {
        if (plan.tier == before)
            return plan;
        return traced(context, store, user.id,
                      {{u"tier"_s, storedName(before), storedName(plan.tier)}})
            .map([&](Nothing) { return plan; });
    });
}

Result<api::Credits> showCredits(const api::ShowCredits &, Context &context, ReadStore &store)
{
    return store.credits.balanceOf(context.principal->user).map([](qint64 balance) {
        return api::Credits{balance};
    });
}

Result<api::CreditPage> listEntries(const api::ListCreditEntries &op, Context &context,
                                    ReadStore &store)
{
    return store.credits.entriesOf(context.principal->user, op.after, op.limit);
}

Result<api::Plan> showPlan(const api::ShowPlan &, Context &context, ReadStore &store)
{
    return owner(context.principal->user, context, store).and_then([&](const api::User &user) {
        return planOf(user, store);
    });
}

Result<api::Plan> upgradePlan(const News &news, const api::UpgradePlan &op, Context &context,
                              WriteStore &store)
{
    if (op.tier != api::upgradeTier)
        return failure(Error::rejected(u"tierNotOffered"_s, u"tier"_s));
    return asking(context, store).and_then([&](const api::User &user) {
        return store.plans.upgrade(user)
            .and_then([&](Nothing) { return news.planUpgraded(store, context, user); })
            .and_then([&](Nothing) { return changedPlan(user, api::Tier::Free, context, store); });
    });
}

Result<api::AccountCredits> showAccount(const api::ShowAccountCredits &op, Context &context,
                                        ReadStore &store)
{
    return owner(op.id, context, store).and_then([&](const api::User &user) {
        return planOf(user, store).and_then([&](const api::Plan &plan) {
            return store.credits.balanceOf(user.id).map(
                [&](qint64 balance) { return api::AccountCredits{balance, plan}; });
        });
    });
}

Result<api::CreditEntry> adjust(const api::AdjustCredits &op, Context &context, WriteStore &store)
{
    const auto cause = api::normalReason(op.cause, u"cause"_s);
    if (!cause)
        return failure(cause.error());
    const auto user = owner(op.id, context, store);
    if (!user)
        return failure(user.error());
    const auto moved = store.credits.move(
        {.user = user->id, .amount = op.amount, .cause = *cause, .actor = context.principal->user});
    if (!moved)
        return failure(moved.error());
    const QString before = QString::number(moved->balance - moved->amount);
    return traced(context, store, user->id,
                  {{u"credits"_s, before, QString::number(moved->balance)},
                   {u"movement"_s, {}, moved->id.text()},
                   {u"cause"_s, {}, *cause}})
        .map([&](Nothing) { return *moved; });
}

Result<api::Plan> setPlan(const api::SetPlan &op, Context &context, WriteStore &store)
{
    return owner(op.id, context, store).and_then([&](const api::User &user) {
        return store.plans.tierOf(user).and_then([&](api::Tier before) {
            return store.plans.set(user.id, op.tier).and_then([&](Nothing) {
                return changedPlan(user, before, context, store);
            });
        });
    });
}

} // namespace

void addCredits(HandlerSet &handlers, const Service &service)
{
    handlers.read<api::ShowCredits>(showCredits);
    handlers.read<api::ListCreditEntries>(listEntries);
    handlers.read<api::ShowPlan>(showPlan);
    handlers.write<api::UpgradePlan>(std::bind_front(upgradePlan, News(service.letters)));
    handlers.read<api::ShowAccountCredits>(showAccount);
    handlers.write<api::AdjustCredits>(adjust);
    handlers.write<api::SetPlan>(setPlan);
}

} // namespace latchkey::server::handlers
