#pragma once

#include "api/apisessions.h"
#include "base/callscope.h"
#include "sessions/listpage.h"

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class ApiSessionStore;
class SessionStore;
} // namespace latchkey::account

namespace latchkey::ui {

class ApiSessionForm;
class EndedCard;
class LivingCard;
class SecretCard;
class SessionActs;

/// Sessions for programs: what uses the account by itself, and until when.
class ApiSessionsPage final : public ListPage
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    ApiSessionsPage(account::Account &account, account::ApiSessionStore &store,
                    account::SessionStore &all, const Clock &clock, Toast &toast,
                    QWidget *parent = nullptr);

    void refresh() override;
    /// A secret that is shown only now, or labels that were typed.
    bool hasUnsavedChanges() const override;

protected:
    void follow() override;
    void retranslate() override;

private:
    void listen();
    void create(const api::CreateApiSession &wanted);
    void rotate(const api::SessionId &id);
    void showSecret(const api::ApiSessionSecret &made);

    account::ApiSessionStore &m_store;
    const Clock &m_clock;
    SessionActs *m_acts;
    CallScope m_loads;
    SecretCard *m_secret;
    ApiSessionForm *m_form;
    LivingCard *m_living;
    EndedCard *m_ended;
};

} // namespace latchkey::ui
