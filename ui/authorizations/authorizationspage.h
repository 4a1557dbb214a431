#pragma once

#include "api/authorizations.h"
#include "sessions/listpage.h"

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class AuthorizationStore;
}

namespace latchkey::ui {

class AuthorizationForm;
class AuthorizationRow;
class AuthorizationsCard;
class CopyLine;

/// Whom the account lets into which part of it, and who lets it in.
class AuthorizationsPage final : public ListPage
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    AuthorizationsPage(account::Account &account, account::AuthorizationStore &store,
                       const Clock &clock, Toast &toast, QWidget *parent = nullptr);

    void refresh() override;
    bool hasUnsavedChanges() const override;

protected:
    void follow() override;
    void retranslate() override;

private:
    void listen();
    void tellOwnId();
    void give(const api::CreateAuthorization &wanted);
    void change(const api::UpdateAuthorization &wanted);
    void edit(const api::AuthorizationId &id, const api::UpdateAccount &wanted);
    void revoke(const api::AuthorizationId &id);
    AuthorizationRow *row(const api::AuthorizationId &id) const;

    account::AuthorizationStore &m_store;
    AuthorizationForm *m_form;
    AuthorizationsCard *m_given;
    AuthorizationsCard *m_received;
    CopyLine *m_ownId;
};

} // namespace latchkey::ui
