#pragma once

#include "account/profilesettings.h"
#include "settings/settingsparts.h"

#include <QWidget>

class QLineEdit;

namespace latchkey::ui {

class CertificateForm;
class ChoiceBox;
class FormField;
class KeepingForm;
class MessageBar;
class ProxyForm;
class RetryForm;

/// What is set for one profile on this computer.
class ProfileDetails final : public QWidget
{
    Q_OBJECT

public:
    ProfileDetails(const account::ProfileId &id, const SettingsParts &parts,
                   QWidget *parent = nullptr);

    void showCurrent();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tell(const Result<Nothing> &done);
    void retranslate();

    account::ProfileId m_id;
    account::Accounts &m_accounts;
    account::ProfileSettings m_settings;
    MessageBar *m_failed;
    QLineEdit *m_label;
    FormField *m_labelField;
    ChoiceBox *m_version;
    FormField *m_versionField;
    RetryForm *m_retries;
    KeepingForm *m_keeping;
    ProxyForm *m_proxy;
    CertificateForm *m_certificate;
};

} // namespace latchkey::ui
