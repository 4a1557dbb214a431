#pragma once

#include "base/error.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class FormField;

/// First step of signing in: who it is.
class EmailStep final : public QWidget
{
    Q_OBJECT

public:
    explicit EmailStep(QWidget *parent = nullptr);

    void setEmail(const QString &email);
    QString email() const;
    void setBusy(bool isBusy);
    void setHeld(bool isHeld);
    void setFieldError(const QString &words);
    void focusFirst();

Q_SIGNALS:
    void submitted(const QString &email);

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();
    void settle();

    bool m_isBusy = false;
    bool m_isHeld = false;
    QLineEdit *m_email;
    FormField *m_field;
    QPushButton *m_continue;
};

} // namespace latchkey::ui
