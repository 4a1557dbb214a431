#pragma once

#include "accounts/accountmodel.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QListView;

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class AccountBody;
class AccountPane;
class AccountSearch;
class EmptyState;
class MessageBar;
class PageHeader;
class SubtleText;
class Toast;

/// For administrators: every account of the server, and the chosen one beside them.
class AccountsPage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    AccountsPage(account::Account &account, const Clock &clock, Toast &toast,
                 QWidget *parent = nullptr);

    /// F5.
    void refresh();
    bool hasUnsavedChanges() const;

Q_SIGNALS:
    void unsavedChanged();
    /// Elsewhere: somebody is locked out.
    void helpRequested(const QString &email);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *content();
    void listen();
    void follow();
    void followList();
    void choose();
    void tellCount();
    void tellNone();
    void tellMessage();
    void tryAgain();
    void retranslate();

    account::Account &m_account;
    account::AccountDirectory *m_directory;
    AccountModel m_model;
    QTimer m_minute; ///< tells the times anew
    bool m_isVisited = false;
    PageHeader *m_header;
    MessageBar *m_message;
    AccountSearch *m_search;
    QListView *m_list;
    SubtleText *m_count;
    AccountPane *m_pane;
    QWidget *m_both;
    EmptyState *m_none;
    AccountBody *m_body;
    QAction *m_find;
};

} // namespace latchkey::ui
