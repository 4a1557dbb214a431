#pragma once

#include "base/secret.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class CodeField;
class FormField;

/// Six digits, or one of the recovery codes in their place. Six digits submit themselves once.
class CodeEntry final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeEntry(QWidget *parent = nullptr);

    void setDigitsOffered(bool isOffered);
    void setRecoveryOffered(bool isOffered);
    bool isRecovery() const { return m_isRecovery; }
    Secret code() const;
    bool isComplete() const;
    void setBusy(bool isBusy);
    /// Next to what is typed into; what stands there can be typed over, or sent again.
    void setError(const QString &words);
    void allowAgain();
    void clear();
    void focusFirst();

Q_SIGNALS:
    void submitted();
    /// What is typed, or which of the two is asked for.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setRecovery(bool isRecovery);
    void settle();
    void retranslate();

    bool m_isRecovery = false;
    bool m_areDigitsOffered = true;
    bool m_isRecoveryOffered = true;
    CodeField *m_digits;
    QLineEdit *m_recovery;
    FormField *m_digitsField;
    FormField *m_recoveryField;
    QPushButton *m_other;
};

} // namespace latchkey::ui
