#pragma once

#include "account/profile.h"
#include "api/organisations.h"
#include "sessions/listpage.h"

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class ActingOnBehalf;
class AuthorizationStore;
class OrganisationStore;
} // namespace latchkey::account

namespace latchkey::ui {

class Card;
class ChildForm;
class ChildrenCard;
class ParentRow;

/// The accounts that were made for others, with the way into each; and who made this one.
class OrganisationPage final : public ListPage
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    OrganisationPage(account::Account &account, account::OrganisationStore &store,
                     account::AuthorizationStore &authorizations, account::ActingOnBehalf &acting,
                     const Clock &clock, Toast &toast, QWidget *parent = nullptr);

    void refresh() override;
    bool hasUnsavedChanges() const override;

protected:
    void follow() override;
    void retranslate() override;

private:
    void listen();
    void tellParent();
    void askWhoLetsIn();
    void make(const QString &name, const QString &email);
    void act(const api::User &child, const QString &reason);
    void endEntering(const Result<account::ProfileId> &begun);
    void setInheritance(const api::UserId &child, const api::Inheritance &wanted);
    void leave();

    account::OrganisationStore &m_store;
    account::AuthorizationStore &m_authorizations;
    account::ActingOnBehalf &m_acting;
    bool m_hasAskedWhoLetsIn = false;
    std::optional<api::UserId> m_entered; ///< whose account is being entered
    ChildForm *m_form;
    Card *m_parentCard;
    ParentRow *m_parent;
    ChildrenCard *m_children;
};

} // namespace latchkey::ui
