#pragma once

#include "api/signingin.h"
#include "base/callscope.h"

#include <QWidget>

#include <memory>

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Account;
class FactorStore;
class FactorEnrolment;
class IdentityStore;
} // namespace latchkey::account

namespace latchkey::ui {

class AccountBody;
class BusyState;
class EnrolmentCard;
class FactorsCard;
class IdentitiesCard;
class MessageBar;
class PageHeader;
class PageScroll;
class PasswordCard;
class Printing;
class RecoveryCard;
class Toast;
class TrustedCard;

/// What the page works with. All of it outlives the page.
struct SecurityParts
{
    account::Account &account;
    account::FactorStore &factors;
    account::IdentityStore &identities;
    const Clock &clock;
    Toast &toast;
    Printing &printing;
};

/// What keeps strangers out: password, other ways to sign in, second factors, recovery codes,
/// trusted devices.
class SecurityPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SecurityPage(const SecurityParts &parts, QWidget *parent = nullptr);
    ~SecurityPage() override;

    /// F5.
    void refresh();
    /// Codes that are shown only now.
    bool hasUnsavedChanges() const;
    /// To where one is added.
    void addFactor(api::Factor kind);
    /// To where another password is chosen.
    void choosePassword();

Q_SIGNALS:
    void unsavedChanged();
    void passwordChanged();
    /// A code is among the messages of the own server.
    void messagesWanted();
    /// To where the address is verified, or a phone added.
    void emailRequested();
    void phoneRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void listen();
    void follow();
    void describe();
    void followFactors();
    void followIdentities();
    bool canSetPassword() const;
    bool knowsOthers() const;
    void followEnrolment();
    void endEnrolment();
    void changePassword(const Secret &current, const Secret &next, bool keepOthers);
    void retranslate();

    account::Account &m_account;
    account::FactorStore &m_store;
    account::IdentityStore &m_identityStore;
    const Clock &m_clock;
    Toast &m_toast;
    Printing &m_printing;
    CallScope m_loads;
    std::optional<Error> m_loadError;
    bool m_isVisited = false;
    std::unique_ptr<account::FactorEnrolment> m_enrolment;
    PageHeader *m_header;
    MessageBar *m_message;
    PasswordCard *m_password;
    FactorsCard *m_factors;
    EnrolmentCard *m_adding = nullptr;
    RecoveryCard *m_recovery;
    TrustedCard *m_trusted;
    IdentitiesCard *m_identities;
    BusyState *m_loadingFactors;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
