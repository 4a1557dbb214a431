#pragma once

#include "account/providersettings.h"
#include "kit/keyedrows.h"
#include "providers/providerrow.h"
#include "sessions/listpage.h"

namespace latchkey::ui {

class Card;
class ProviderForm;

/// For administrators: by which identity providers people sign in to this server.
class ProvidersPage final : public ListPage
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    ProvidersPage(account::Account &account, Toast &toast, QWidget *parent = nullptr);

    void refresh() override;
    bool hasUnsavedChanges() const override;

protected:
    void follow() override;
    void retranslate() override;

private:
    void take(const api::AddProvider &wanted);
    ProviderRow *makeRow(const api::ProviderId &id);
    void edit(const api::EditProvider &wanted);
    void remove(const api::ProviderId &id);

    account::ProviderSettings *m_settings;
    ProviderForm *m_form;
    Card *m_list;
    KeyedRows<api::ProviderId, ProviderRow> m_rows;
};

} // namespace latchkey::ui
