#pragma once

#include "api/grants.h"
#include "sessions/listpage.h"

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class GrantStore;
}

namespace latchkey::ui {

class CopyLine;
class GrantForm;
class GrantsCard;
class GrantRow;

/// Subscriptions that the account gives to others, and has from them.
class GrantsPage final : public ListPage
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    GrantsPage(account::Account &account, account::GrantStore &store, const Clock &clock,
               Toast &toast, QWidget *parent = nullptr);

    void refresh() override;
    bool hasUnsavedChanges() const override;

protected:
    void follow() override;
    void retranslate() override;

private:
    void listen();
    void tellOwnId();
    void give(const api::CreateGrant &wanted);
    void change(const api::UpdateGrant &wanted);
    void end(const api::GrantId &id);
    GrantRow *row(const api::GrantId &id) const;

    account::GrantStore &m_store;
    GrantForm *m_form;
    GrantsCard *m_received;
    GrantsCard *m_given;
    CopyLine *m_ownId;
};

} // namespace latchkey::ui
