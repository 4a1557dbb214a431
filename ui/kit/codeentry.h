#pragma once

#include "base/secret.h"

#include <QWidget>

class QLineEdit;

namespace latchkey::ui {

class CodeField;
class FormField;

/// Six digits, or one of the recovery codes in their place, as whoever shows it wants. Six digits
/// submit themselves once.
class CodeEntry final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeEntry(QWidget *parent = nullptr);

    void setRecovery(bool isRecovery);
    bool isRecovery() const { return m_isRecovery; }
    Secret code() const;
    bool isComplete() const;
    void setBusy(bool isBusy);
    /// Next to what is typed into; what stands there can be typed over, or sent again.
    void setError(const QString &words);
    void allowAgain();
    void clear();
    void clearDigits();
    void focusFirst();

Q_SIGNALS:
    void submitted();
    /// What is typed, or which of the two is asked for.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_isRecovery = false;
    CodeField *m_digits;
    QLineEdit *m_recovery;
    FormField *m_digitsField;
    FormField *m_recoveryField;
};

} // namespace latchkey::ui
