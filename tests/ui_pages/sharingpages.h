#pragma once

#include "account/authorizationstore.h"
#include "account/organisationstore.h"
#include "authorizations/authorizationspage.h"
#include "organisation/organisationpage.h"
#include "pagestage.h"

namespace latchkey::test {

inline ui::OrganisationPage *organisationPage(PageStage &stage, account::Account &account)
{
    return stage.show(new ui::OrganisationPage(account, *stage.accounts.organisation(account.id()),
                                               *stage.accounts.authorizations(account.id()),
                                               stage.accounts.acting(), stage.clock, stage.toast));
}

/// Accounts that are open to others: by their owner's leave, or because somebody made them.
class SharingPages
{
public:
    static QStringList names()
    {
        return {u"sharing"_s,    u"nosharing"_s,     u"sharenew"_s, u"sharechange"_s,
                u"children"_s,   u"nochildren"_s,    u"childnew"_s, u"childacting"_s,
                u"childleave"_s, u"childinherits"_s, u"shareedit"_s};
    }

    static QWidget *make(const QString &page, PageStage &stage, account::Account &account)
    {
        return page.contains("shar"_L1) ? authorizations(page, stage, account)
                                        : organisation(page, stage, account);
    }

private:
    static QWidget *authorizations(const QString &page, PageStage &stage, account::Account &account)
    {
        auto *made = stage.show(new ui::AuthorizationsPage(
            account, *stage.accounts.authorizations(account.id()), stage.clock, stage.toast));
        const api::UserCard ada = api::cardOf(Stage::user(u"Ada Lovelace"_s));
        const auto person = [](const QString &id, const QString &name) {
            return api::UserCard{.id = api::UserId(id), .name = name};
        };
        const api::Authorization given{.id = api::AuthorizationId(u"a1"_s),
                                       .giver = ada,
                                       .receiver = person(u"u2"_s, u"Grace Hopper"_s),
                                       .action = api::AccessAction::Write,
                                       .createdAt = stage.ago(60min * 24 * 20)};
        api::Authorization second = given;
        second.id = api::AuthorizationId(u"a2"_s);
        second.scope = api::AccessScope::Sessions;
        second.action = api::AccessAction::Read;
        const api::Authorization received{
            .id = api::AuthorizationId(u"a3"_s),
            .giver = person(u"u3"_s, u"Mary Somerville"_s),
            .receiver = ada,
            .action = page == "shareedit"_L1 ? api::AccessAction::Write : api::AccessAction::Read,
            .createdAt = stage.ago(7min)};
        stage.answer<api::ListAuthorizations>(
            {.authorizations = page == "nosharing"_L1 ? QList<api::Authorization>()
                                                      : QList{given, second, received}});
        if (page == "sharenew"_L1) {
            press(made, u"Let somebody in"_s);
            press(made, u"Give access"_s);
        } else if (page == "sharechange"_L1) {
            press(made, u"Change what Grace Hopper may do: See and change your profile"_s);
            press(made, u"Give back what Mary Somerville lets you do: See their profile"_s);
        } else if (page == "sharing"_L1) {
            press(made, u"Look into what Mary Somerville shows you: See their profile"_s);
            stage.answer<api::ShowAccount>(Stage::user(u"Mary Somerville"_s));
        } else if (page == "shareedit"_L1) {
            press(made,
                  u"Look into what Mary Somerville shows you: See and change their profile"_s);
            stage.answer<api::ShowAccount>(Stage::user(u"Mary Somerville"_s));
            press(made, u"Change the profile of Mary Somerville"_s);
        }
        return made;
    }

    static QWidget *organisation(const QString &page, PageStage &stage, account::Account &account)
    {
        auto *made = organisationPage(stage, account);
        const auto child = [&stage](const QString &id, const QString &name) {
            api::ChildAccount child{.user = Stage::user(name),
                                    .parent = api::UserId(u"u1"_s),
                                    .madeAt = stage.ago(60min * 24 * 20)};
            child.user.id = api::UserId(id);
            child.user.email = id + u".who.has.a.long.address@mathematics.example.com"_s;
            return child;
        };
        const bool isEmpty = page == "nochildren"_L1;
        stage.answer<api::ListChildAccounts>(
            {.accounts = isEmpty ? QList<api::ChildAccount>()
                                 : QList{child(u"u2"_s, u"Grace Hopper"_s),
                                         child(u"u3"_s, u"Charles Babbage"_s)}});
        api::Organisation organisation;
        if (!isEmpty)
            organisation.parent =
                api::UserCard{.id = api::UserId(u"u9"_s), .name = u"Mary Somerville"_s};
        stage.answer<api::ShowOrganisation>(organisation);
        if (!isEmpty)
            letIn(stage, {.id = api::UserId(u"u2"_s), .name = u"Grace Hopper"_s});
        if (page == "childnew"_L1) {
            press(made, u"Make an account"_s);
            press(made, u"Make the account"_s);
        } else if (page == "childacting"_L1) {
            for (const QString &name : {u"Grace Hopper"_s, u"Charles Babbage"_s})
                press(made, u"Act in the account of %1…"_s.arg(name));
            type(made, u"Reason"_s, u"Ticket"_s);
        } else if (page == "childinherits"_L1) {
            press(made, u"Change what Charles Babbage takes from you…"_s);
            press(made, u"Look where Grace Hopper is signed in"_s);
            stage.answer<api::ListAccountSessions>(
                {.sessions = {stage.device(u"g1"_s, u"Desk of Grace"_s)}});
        } else if (page == "childleave"_L1) {
            press(made, u"Leave Mary Somerville…"_s);
        }
        return made;
    }

    /// That child shows where it is signed in.
    static void letIn(PageStage &stage, const api::UserCard &child)
    {
        const api::Authorization one{.id = api::AuthorizationId(u"a1"_s),
                                     .giver = child,
                                     .receiver = api::cardOf(Stage::user()),
                                     .scope = api::AccessScope::Sessions};
        stage.answer<api::ListAuthorizations>({.authorizations = {one}});
    }
};

} // namespace latchkey::test
