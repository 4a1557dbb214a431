#pragma once

#include "accounts/accountmodel.h"

#include "sessions/accountpage.h"

class QAction;
class QListView;

namespace latchkey::ui {

class AccountPane;
class AccountSearch;
class EmptyState;
class SubtleText;
class Toast;

/// For administrators: every account of the server, and the chosen one beside them.
class AccountsPage final : public AccountPage
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    AccountsPage(account::Account &account, const Clock &clock, Toast &toast,
                 QWidget *parent = nullptr);

    void refresh() override;
    bool hasUnsavedChanges() const;

Q_SIGNALS:
    void unsavedChanged();
    /// Elsewhere: somebody is locked out.
    void helpRequested(const QString &email);

protected:
    void follow() override;
    void tryAgain() override;
    void retranslate() override;

private:
    void buildList();
    void listen();
    const std::optional<Error> &problem() const;
    void followList();
    void choose();
    void tellCount();
    void tellNone();

    account::AccountDirectory *m_directory;
    AccountModel m_model;
    AccountSearch *m_search;
    QListView *m_list;
    SubtleText *m_count;
    AccountPane *m_pane;
    QWidget *m_both;
    EmptyState *m_none;
    QAction *m_find;
};

} // namespace latchkey::ui
