#pragma once

#include "api/describe.h"
#include "base/secret.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace latchkey {
struct Error;
}

namespace latchkey::ui {

class BusyIndicator;
class Card;
class FormField;
class MessageBar;
class NewPasswordField;
class PasswordEdit;

/// Another password, in place. What was typed stays until the server took it.
class PasswordCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordCard(QWidget *parent = nullptr);

    void setPolicy(const api::PasswordPolicy &policy);
    /// What makes a password easy to guess: what the person is called.
    void setAboutThePerson(const QStringList &about);
    /// There is one to change, unless told otherwise. `canBeSet`: a code that is mailed does that.
    void setPassword(bool isSet, bool canBeSet);
    /// Whether the present one is, to show who they are: it is, unless told otherwise.
    void setCurrentAsked(bool isAsked);
    /// Whether other sessions are asked about: they are, unless told otherwise.
    void setOthersOffered(bool areOffered);
    void setBusy(bool isBusy);
    void showError(const Error &error);
    void clear();
    void focusFirst();

Q_SIGNALS:
    void submitted(const latchkey::Secret &current, const latchkey::Secret &next, bool keepOthers);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void submit();
    void arrange();
    void settle();
    void retranslate();

    api::PasswordPolicy m_policy;
    QStringList m_about;
    bool m_isBusy = false;
    bool m_isSet = true;
    bool m_canBeSet = false;
    bool m_isCurrentAsked = true;
    bool m_areOthersOffered = true;
    Card *m_card;
    QLabel *m_none;
    MessageBar *m_message;
    PasswordEdit *m_current;
    FormField *m_currentField;
    NewPasswordField *m_next;
    QCheckBox *m_keepOthers;
    QPushButton *m_change;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
