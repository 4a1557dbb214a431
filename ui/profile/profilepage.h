#pragma once

#include "account/profileeditor.h"
#include "base/callscope.h"

#include <QWidget>

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class AccountBody;
class AccountEndCard;
class ChangesCard;
class EmailCard;
class IdentityCard;
class MessageBar;
class PageHeader;
class PageScroll;
class PhoneCard;
class Toast;

/// The account's own data. What is typed stays, offline and signed out too.
class ProfilePage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    ProfilePage(account::Account &account, const Clock &clock, Toast &toast,
                QWidget *parent = nullptr);

    /// F5.
    void refresh();
    bool hasUnsavedChanges() const;
    /// To where the address is verified, or the phone is added.
    void showEmail();
    void showPhone();

Q_SIGNALS:
    /// There may be more, or less, that is not saved.
    void unsavedChanged();
    /// What keeps the phone from being removed is there.
    void securityRequested();
    /// A code is among the messages of the own server.
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void listen();
    void follow();
    void save();
    void deleteAccount();
    void retranslate();

    account::Account &m_account;
    Toast &m_toast;
    account::ProfileEditor *m_editor;
    CallScope m_loads;
    std::optional<Error> m_loadError;
    bool m_isLoading = false;
    bool m_isVisited = false;
    bool m_isDeleting = false;
    PageHeader *m_header;
    MessageBar *m_message;
    IdentityCard *m_identity;
    ChangesCard *m_changes;
    EmailCard *m_email;
    PhoneCard *m_phone;
    AccountEndCard *m_end;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
