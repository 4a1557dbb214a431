#pragma once

#include "account/profile.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace latchkey::account {
class Proxies;
}

namespace latchkey::ui {

class ChoiceBox;
class FormField;
class PasswordEdit;

/// One choice of a proxy, and the password of its user there.
class ProxyForm final : public QWidget
{
    Q_OBJECT

public:
    enum class Of {
        Program,
        Profile, ///< may follow the program
    };

    ProxyForm(Of of, account::Proxies &proxies, QWidget *parent = nullptr);

    /// What is in force. A choice that is not whole yet stays as it was typed.
    void setChoice(const account::ProxyChoice &choice);

Q_SIGNALS:
    void chosen(const latchkey::account::ProxyChoice &choice);

protected:
    void changeEvent(QEvent *event) override;

private:
    void listen();
    void take();
    void takePassword();
    void showFields();
    QString passwordWords() const;
    void retranslate();

    const Of m_of;
    account::Proxies &m_proxies;
    account::ProxyChoice m_choice;
    std::optional<account::KeepingPlace> m_keptIn; ///< the password that was typed last
    ChoiceBox *m_kind;
    FormField *m_kindField;
    QLineEdit *m_host;
    FormField *m_hostField;
    QSpinBox *m_port;
    FormField *m_portField;
    QLineEdit *m_user;
    FormField *m_userField;
    PasswordEdit *m_password;
    FormField *m_passwordField;
    QPushButton *m_forget;
};

} // namespace latchkey::ui
