#pragma once

#include "account/profileeditor.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace latchkey::ui {

class AvatarDisc;
class Card;
class FormField;

/// Who the person is here, and in which language the server writes: what of it can be changed in
/// one go.
class IdentityCard final : public QWidget
{
    Q_OBJECT

public:
    explicit IdentityCard(QWidget *parent = nullptr);

    void tell(const account::ProfileEditor &editor);

Q_SIGNALS:
    void nameEdited(const QString &name);
    void userNameEdited(const QString &name);
    void emailEdited(const QString &email);
    void languageChosen(latchkey::api::Language language);
    void submitted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();

    Card *m_card;
    AvatarDisc *m_disc;
    QLineEdit *m_name;
    QLineEdit *m_userName;
    QLineEdit *m_email;
    QComboBox *m_language;
    FormField *m_nameField;
    FormField *m_userNameField;
    FormField *m_emailField;
    FormField *m_languageField;
    bool m_canLackUserName = true;
};

} // namespace latchkey::ui
