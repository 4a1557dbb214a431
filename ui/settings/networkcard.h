#pragma once

#include "settings/preferencecard.h"

class QLineEdit;
class QSpinBox;

namespace latchkey::ui {

class ChoiceBox;
class FormField;

/// How servers are reached.
class NetworkCard final : public PreferenceCard
{
    Q_OBJECT

public:
    explicit NetworkCard(account::PreferencesStore &preferences, QWidget *parent = nullptr);

protected:
    void showCurrent() override;
    void retranslate() override;

private:
    void takeProxy();
    void showProxyFields();

    ChoiceBox *m_kind;
    FormField *m_kindField;
    QLineEdit *m_host;
    FormField *m_hostField;
    QSpinBox *m_port;
    FormField *m_portField;
    QLineEdit *m_user;
    FormField *m_userField;
    ChoiceBox *m_retries;
    FormField *m_retriesField;
};

} // namespace latchkey::ui
