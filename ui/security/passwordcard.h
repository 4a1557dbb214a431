#pragma once

#include "api/describe.h"
#include "base/secret.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QPushButton;

namespace latchkey {
struct Error;
}

namespace latchkey::ui {

class BusyIndicator;
class Card;
class FormField;
class MessageBar;
class PasswordEdit;
class StrengthMeter;

/// Another password, in place. What was typed stays until the server took it.
class PasswordCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordCard(QWidget *parent = nullptr);

    void setPolicy(const api::PasswordPolicy &policy);
    /// What makes a password easy to guess: what the person is called.
    void setAboutThePerson(const QStringList &about) { m_about = about; }
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
    void judge();
    void submit();
    void settle();
    void retranslate();

    api::PasswordPolicy m_policy;
    QStringList m_about;
    bool m_isBusy = false;
    QTimer m_pause; ///< between two judgements
    Card *m_card;
    MessageBar *m_message;
    PasswordEdit *m_current;
    PasswordEdit *m_next;
    FormField *m_currentField;
    FormField *m_nextField;
    StrengthMeter *m_strength;
    QCheckBox *m_keepOthers;
    QPushButton *m_change;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
