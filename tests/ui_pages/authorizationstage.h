#pragma once

#include "account/account.h"
#include "account/authorizationstore.h"
#include "authorizations/authorizationspage.h"
#include "kit/choicebox.h"
#include "pagestage.h"

namespace latchkey::test {

inline api::UserCard card(const QString &id, const QString &name)
{
    return {.id = api::UserId(id), .name = name};
}

inline api::Authorization toGrace(api::AccessScope scope = api::AccessScope::Profile,
                                  api::AccessAction action = api::AccessAction::Read)
{
    return {.id = api::AuthorizationId(scope == api::AccessScope::Profile ? u"a1"_s : u"a2"_s),
            .giver = card(u"u1"_s, u"Ada"_s),
            .receiver = card(u"u2"_s, u"Grace"_s),
            .scope = scope,
            .action = action};
}

inline api::Authorization fromMary(api::AccessAction action = api::AccessAction::Read)
{
    return {.id = api::AuthorizationId(u"a3"_s),
            .giver = card(u"u3"_s, u"Mary"_s),
            .receiver = card(u"u1"_s, u"Ada"_s),
            .action = action};
}

inline api::User mary(const QString &name = u"Mary"_s, qint64 version = 4)
{
    api::User mary = Stage::user(name, version);
    mary.id = api::UserId(u"u3"_s);
    mary.email = u"mary@example.com"_s;
    return mary;
}

/// The page of who may do what in whose account.
struct OpenAuthorizations
{
    explicit OpenAuthorizations(const QList<api::Authorization> &all = {})
        : account(stage.open(stage.sample()))
        , page(stage.show(new ui::AuthorizationsPage(
              account, *stage.accounts.authorizations(account.id()), stage.clock, stage.toast)))
    {
        answer(all);
    }

    void answer(const QList<api::Authorization> &all)
    {
        stage.answer<api::ListAuthorizations>({.authorizations = all});
    }
    /// By its place among what can be given.
    void chooseAccess(int place) const
    {
        named<ui::ChoiceBox>(page, u"What they may do"_s)->choose(place);
        settle();
    }

    /// Of Mary, who lets her profile be changed.
    void see(const api::User &seen)
    {
        press(page, u"Look into what Mary shows you: See and change their profile"_s);
        stage.answer<api::ShowAccount>(seen);
    }
    void chooseLanguage(api::Language language) const
    {
        named<ui::ChoiceBox>(page, u"Language"_s)->choose(int(language));
        settle();
    }

    PageStage stage;
    account::Account &account;
    ui::AuthorizationsPage *page;
};

} // namespace latchkey::test
