#pragma once

#include "account/providersettings.h"
#include "kit/keyedrows.h"
#include "providers/providerrow.h"

namespace latchkey::ui {

class AccountBody;
class Card;
class EmptyState;
class MessageBar;
class PageHeader;
class PageScroll;
class ProviderForm;
class Toast;

/// For administrators: by which identity providers people sign in to this server.
class ProvidersPage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    ProvidersPage(account::Account &account, Toast &toast, QWidget *parent = nullptr);

    /// F5.
    void refresh();
    bool hasUnsavedChanges() const;

Q_SIGNALS:
    void unsavedChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void listen();
    void follow();
    void followProviders();
    void tellMessage();
    void beginAdding();
    void leaveForm();
    void add(const api::AddProvider &wanted);
    ProviderRow *makeRow(const api::ProviderId &id);
    void edit(const api::EditProvider &wanted);
    void remove(const api::ProviderId &id);
    void retranslate();

    account::Account &m_account;
    Toast &m_toast;
    account::ProviderSettings *m_settings;
    bool m_isVisited = false;
    bool m_isAdding = false;
    PageHeader *m_header;
    QPushButton *m_add;
    MessageBar *m_message;
    Card *m_adding;
    ProviderForm *m_form;
    Card *m_list;
    KeyedRows<api::ProviderId, ProviderRow> m_rows;
    EmptyState *m_none;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
