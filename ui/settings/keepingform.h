#pragma once

#include "account/profile.h"
#include "base/result.h"

#include <QWidget>

class QPushButton;

namespace latchkey::account {
class Account;
class ProfileSettings;
class SecretKeeping;
} // namespace latchkey::account

namespace latchkey::ui {

class ChoiceBox;
class FormField;
class PasswordEdit;

/// Where a profile's session is kept, and moving it elsewhere. The encrypted file asks for its
/// passphrase first, unless it is open.
class KeepingForm final : public QWidget
{
    Q_OBJECT

public:
    KeepingForm(account::Account &account, account::ProfileSettings &settings,
                account::SecretKeeping &keeping, QWidget *parent = nullptr);

    void showCurrent();

protected:
    void changeEvent(QEvent *event) override;

private:
    void pick(account::KeepingPlace place);
    void openFile();
    void move(account::KeepingPlace place);
    bool isAsking() const;
    QString placeWords(account::KeepingPlace place) const;
    void retranslate();

    account::Account &m_account;
    account::ProfileSettings &m_settings;
    account::SecretKeeping &m_keeping;
    bool m_isMoving = false;
    ChoiceBox *m_place;
    FormField *m_placeField;
    PasswordEdit *m_passphrase;
    FormField *m_passphraseField;
    PasswordEdit *m_repeat;
    FormField *m_repeatField;
    QPushButton *m_keep;
};

} // namespace latchkey::ui
