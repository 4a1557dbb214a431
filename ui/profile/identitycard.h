#pragma once

#include "api/user.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace latchkey::ui {

class AvatarDisc;
class Card;
class FormField;

/// Who the person is here, and in which language the server writes.
class IdentityCard final : public QWidget
{
    Q_OBJECT

public:
    explicit IdentityCard(QWidget *parent = nullptr);

    void setName(const QString &name);
    void setUserName(const QString &name);
    void setLanguage(api::Language language);
    void setReadOnly(bool isReadOnly);
    void setNameError(const QString &words);
    void setUserNameError(const QString &words);

Q_SIGNALS:
    void nameEdited(const QString &name);
    void userNameEdited(const QString &name);
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
    QComboBox *m_language;
    FormField *m_nameField;
    FormField *m_userNameField;
    FormField *m_languageField;
};

} // namespace latchkey::ui
