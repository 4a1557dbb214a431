#pragma once

#include "account/profileeditor.h"
#include "base/callscope.h"

#include <QWidget>

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class ChangesCard;
class BusyState;
class EmptyState;
class IdentityCard;
class MessageBar;
class PageHeader;
class PageScroll;
class Toast;

/// The account's own data. What is typed stays, offline and signed out too.
class ProfilePage final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page.
    ProfilePage(account::Account &account, Toast &toast, QWidget *parent = nullptr);

    /// F5.
    void refresh();
    bool hasUnsavedChanges() const { return m_editor->isChanged(); }

Q_SIGNALS:
    /// There may be more, or less, that is not saved.
    void unsavedChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void listen();
    void follow();
    void tellAbsent();
    void save();
    void retranslate();

    account::Account &m_account;
    Toast &m_toast;
    account::ProfileEditor *m_editor;
    CallScope m_loads;
    std::optional<Error> m_loadError;
    bool m_isVisited = false;
    PageHeader *m_header;
    MessageBar *m_message;
    IdentityCard *m_identity;
    ChangesCard *m_changes;
    EmptyState *m_empty;
    BusyState *m_loading;
    PageScroll *m_scroll;
};

} // namespace latchkey::ui
