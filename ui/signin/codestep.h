#pragma once

#include "api/signingin.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class CodeField;
class FormField;

/// Third step of signing in, where the account asks for one thing more.
class CodeStep final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeStep(QWidget *parent = nullptr);

    void setChallenge(const api::Challenge &challenge);
    void setBusy(bool isBusy);
    void setHeld(bool isHeld);
    void setFieldError(const QString &words);
    void focusFirst();
    void clear();

Q_SIGNALS:
    void submitted(latchkey::api::Factor factor, const latchkey::Secret &code);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    api::Factor factor() const;
    void showFactor();
    void submit();
    void retranslate();
    void settle();

    QList<api::Factor> m_factors;
    bool m_isBusy = false;
    bool m_isHeld = false;
    QLabel *m_what;
    QComboBox *m_factor;
    QLabel *m_factorLabel;
    CodeField *m_code;
    QLineEdit *m_recoveryCode;
    FormField *m_codeField;
    FormField *m_recoveryField;
    QPushButton *m_back;
    QPushButton *m_continue;
};

} // namespace latchkey::ui
