#pragma once

#include "account/account.h"
#include "account/actingonbehalf.h"
#include "sharingpages.h"

namespace latchkey::test {

inline api::ChildAccount child(const QString &id = u"u2"_s, const QString &name = u"Bob"_s)
{
    api::ChildAccount child{
        .user = Stage::user(name), .parent = api::UserId(u"u1"_s), .madeAt = Timestamp(24h * 9000)};
    child.user.id = api::UserId(id);
    child.user.email = name.toLower() + u"@example.com"_s;
    return child;
}

inline api::Organisation byMary()
{
    return {.parent = api::UserCard{.id = api::UserId(u"u7"_s), .name = u"Mary"_s}};
}

/// By Bob, to see where he is signed in.
inline api::Authorization sessionsOfBob()
{
    return {.id = api::AuthorizationId(u"a1"_s),
            .giver = api::cardOf(child().user),
            .receiver = api::cardOf(Stage::user()),
            .scope = api::AccessScope::Sessions};
}

/// The page of an account that made others.
struct OpenOrganisation
{
    explicit OpenOrganisation(const QList<api::ChildAccount> &children = {},
                              const api::Organisation &organisation = {},
                              const QList<api::Authorization> &authorizations = {})
        : account(stage.open(stage.sample()))
        , page(organisationPage(stage, account))
    {
        answer(children, organisation);
        // Who has no child asks for none.
        if (!children.isEmpty())
            stage.answer<api::ListAuthorizations>({.authorizations = authorizations});
    }

    void answer(const QList<api::ChildAccount> &children, const api::Organisation &organisation)
    {
        stage.answer<api::ListChildAccounts>({.accounts = children});
        stage.answer<api::ShowOrganisation>(organisation);
    }
    void make(const QString &name, const QString &email) const
    {
        press(page, u"Make an account"_s);
        type(page, u"Name"_s, name);
        type(page, u"E-mail"_s, email);
        press(page, u"Make the account"_s);
    }
    bool act(const QString &reason) const
    {
        return press(page, actInBobs) && type(page, u"Reason"_s, reason) && press(page, u"Begin"_s);
    }

    bool tick(const QString &part) const
    {
        return press(page, inheritanceOfBob) && press(page, part) && press(page, u"Save"_s);
    }

    static inline const QString inheritanceOfBob = u"Change what Bob takes from you…"_s;
    static inline const QString whereBobIs = u"Look where Bob is signed in"_s;
    static inline const QString actInBobs = u"Act in the account of Bob…"_s;

    PageStage stage;
    account::Account &account;
    ui::OrganisationPage *page;
};

} // namespace latchkey::test
