#pragma once

#include "api/describe.h"
#include "base/error.h"
#include "base/secret.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace latchkey::ui {

class FormField;
class PasswordEdit;
class StrengthMeter;

/// A password that is to be one, and how hard it is to guess.
class NewPasswordField final : public QWidget
{
    Q_OBJECT

public:
    explicit NewPasswordField(QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setPolicy(const api::PasswordPolicy &policy);
    /// What makes a password easy to guess: what the person is called.
    void setAboutThePerson(const QStringList &about);
    Secret secret() const;
    bool isEmpty() const;
    void clear();
    void setReadOnly(bool isReadOnly);
    void setError(const std::optional<Error> &error);

Q_SIGNALS:
    void textChanged();
    void submitted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void judge();
    void retranslate();

    api::PasswordPolicy m_policy;
    QStringList m_about;
    QTimer m_pause; ///< between two judgements
    PasswordEdit *m_password;
    FormField *m_field;
    StrengthMeter *m_strength;
};

} // namespace latchkey::ui
