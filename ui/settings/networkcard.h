#pragma once

#include "settings/preferencecard.h"

namespace latchkey::account {
class Proxies;
}

namespace latchkey::ui {

class ChoiceBox;
class FormField;
class ProxyForm;

/// How servers are reached.
class NetworkCard final : public PreferenceCard
{
    Q_OBJECT

public:
    NetworkCard(account::PreferencesStore &preferences, account::Proxies &proxies,
                QWidget *parent = nullptr);

protected:
    void showCurrent() override;
    void retranslate() override;

private:
    ProxyForm *m_proxy;
    ChoiceBox *m_retries;
    FormField *m_retriesField;
};

} // namespace latchkey::ui
