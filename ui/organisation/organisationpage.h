#pragma once

#include "account/profile.h"
#include "api/organisations.h"
#include "base/result.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Account;
class ActingOnBehalf;
class OrganisationStore;
} // namespace latchkey::account

namespace latchkey::ui {

class AccountBody;
class Card;
class ChildForm;
class ChildrenCard;
class EmptyState;
class MessageBar;
class PageHeader;
class PageScroll;
class ParentCard;
class Toast;

/// The accounts that were made for others, with the way into each; and who made this one.
class OrganisationPage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    OrganisationPage(account::Account &account, account::OrganisationStore &store,
                     account::ActingOnBehalf &acting, const Clock &clock, Toast &toast,
                     QWidget *parent = nullptr);

    /// F5.
    void refresh();
    bool hasUnsavedChanges() const;

Q_SIGNALS:
    void unsavedChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void listen();
    void follow();
    void followOrganisation();
    void tellMessage();
    void beginMaking();
    void leaveForm();
    void make(const QString &name, const QString &email);
    void act(const api::User &child, const QString &reason);
    void endEntering(const Result<account::ProfileId> &begun);
    void leave();
    void retranslate();

    account::Account &m_account;
    account::OrganisationStore &m_store;
    account::ActingOnBehalf &m_acting;
    Toast &m_toast;
    QTimer m_minute; ///< tells the times anew
    bool m_isVisited = false;
    bool m_isMaking = false;
    std::optional<api::UserId> m_entered; ///< whose account is being entered
    PageHeader *m_header;
    QPushButton *m_make;
    MessageBar *m_message;
    Card *m_making;
    ChildForm *m_form;
    ParentCard *m_parent;
    ChildrenCard *m_children;
    EmptyState *m_none;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
