#pragma once

#include "account/creditstore.h"
#include "account/grantstore.h"
#include "credits/creditspage.h"
#include "grants/grantspage.h"
#include "help/helppage.h"
#include "pagestage.h"

namespace latchkey::test {

/// What people give each other: subscriptions, credits, help.
class GivingPages
{
public:
    static QStringList names()
    {
        return {u"grants"_s, u"nogrants"_s, u"givegrant"_s, u"credits"_s,
                u"help"_s,   u"helpnone"_s, u"helpacting"_s};
    }
    static QStringList scrolling()
    {
        return {u"grants"_s,  u"nogrants"_s, u"givegrant"_s,
                u"credits"_s, u"help"_s,     u"helpacting"_s};
    }

    static QWidget *make(const QString &page, PageStage &stage, account::Account &account)
    {
        if (page == "credits"_L1)
            return credits(stage, account);
        return page.startsWith("help"_L1) ? help(page, stage, account)
                                          : grants(page, stage, account);
    }

private:
    static QWidget *credits(PageStage &stage, account::Account &account)
    {
        stage.window.resize(1000, 900);
        auto *made = stage.show(new ui::CreditsPage(account, *stage.accounts.credits(account.id()),
                                                    stage.clock, stage.toast));
        const api::CreditEntry given{.id = api::CreditEntryId(u"c1"_s),
                                     .amount = 10'000'464'996'297,
                                     .balance = 10'000'464'996'297,
                                     .cause = u"A present from the house"_s,
                                     .by = api::UserId(u"u2"_s),
                                     .byName = u"Grace Hopper"_s,
                                     .at = stage.ago(60min * 24 * 3)};
        api::CreditEntry taken = given;
        taken.id = api::CreditEntryId(u"c2"_s);
        taken.amount = -2'500'000;
        taken.balance += taken.amount;
        taken.cause = u"What was given twice by mistake, in a cause that takes two lines"_s;
        taken.at = stage.ago(7min);
        api::Plan plan{.tier = api::Tier::Free, .meters = api::metersOf(api::Tier::Free)};
        plan.meters[0].used = 2 * api::gibibyte;
        plan.meters[2].used = 99;
        stage.answer<api::ShowCredits>({.balance = taken.balance});
        stage.answer<api::ShowPlan>(plan);
        stage.answer<api::ListCreditEntries>({.entries = {taken, given}, .next = u"c1"_s});
        type(made, u"Type “Paid” to confirm"_s, u"Pai"_s);
        return made;
    }

    static QWidget *grants(const QString &page, PageStage &stage, account::Account &account)
    {
        auto *made = stage.show(new ui::GrantsPage(account, *stage.accounts.grants(account.id()),
                                                   stage.clock, stage.toast));
        const auto grant = [&stage](const QString &id, const QString &giver,
                                    const QString &receiver, api::GrantState state) {
            return api::Grant{.id = api::GrantId(id),
                              .giver = {.id = api::UserId(u"u2"_s), .name = giver},
                              .receiver = {.id = api::UserId(u"u3"_s), .name = receiver},
                              .package = api::Package::Professional,
                              .tier = api::PackageTier::Premium,
                              .state = state,
                              .createdAt = stage.ago(60min * 24 * 20),
                              .updatedAt = stage.ago(60min * 24 * 2)};
        };
        const QString ada = u"Ada Lovelace"_s;
        const bool isEmpty = page == "nogrants"_L1;
        stage.answer<api::ListReceivedGrants>(
            {.grants = isEmpty ? QList<api::Grant>()
                               : QList{grant(u"g1"_s, u"Mary Somerville"_s, ada,
                                             api::GrantState::Active)}});
        stage.answer<api::ListGivenGrants>(
            {.grants = isEmpty
                           ? QList<api::Grant>()
                           : QList{grant(u"g2"_s, ada, u"Grace Hopper"_s, api::GrantState::Pending),
                                   grant(u"g3"_s, ada, u"Charles Babbage"_s,
                                         api::GrantState::Cancelled)}});
        if (page == "givegrant"_L1) {
            press(made, u"Give a subscription"_s);
            press(made, u"Give it"_s);
        }
        return made;
    }

    static QWidget *help(const QString &page, PageStage &stage, account::Account &account)
    {
        auto *made = stage.show(
            new ui::HelpPage(account, stage.accounts.acting(), stage.clock, stage.toast));
        if (page == "helpnone"_L1)
            return made;
        api::HelpedAccount found{.user = Stage::user(u"Grace Hopper"_s)};
        found.user.email = u"grace@example.com"_s;
        found.user.emailVerified = true;
        found.user.createdAt = stage.ago(60min * 24 * 20);
        found.lock = api::Lock{.failures = 7, .until = stage.clock.now() + 43s};
        found.reset = api::StartedReset{.state = api::ResetState::Sent,
                                        .startedAt = stage.ago(7min),
                                        .expiresAt = stage.clock.now() + 24h};
        type(made, u"E-mail address of the account"_s, found.user.email);
        press(made, u"Find the account"_s);
        stage.answer<api::FindAccount>(found);
        if (page == "helpacting"_L1) {
            api::User me = Stage::user(u"Ada Lovelace"_s, 2);
            me.role = api::Role::Admin;
            account.learn(me);
            settle();
            press(made, u"Act on behalf of Grace Hopper…"_s);
            type(made, u"Reason"_s, u"Ticket"_s);
        }
        return made;
    }
};

} // namespace latchkey::test
