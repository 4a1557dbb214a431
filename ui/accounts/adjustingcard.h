#pragma once

#include "base/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class Card;
class FormField;
class MessageBar;

/// Somebody's credits, and what gives them some or takes some away, with the reason.
class AdjustingCard final : public QWidget
{
    Q_OBJECT

public:
    /// What was typed, and not sent yet.
    struct Draft
    {
        QString amount = {};
        QString cause = {};
    };

    explicit AdjustingCard(QWidget *parent = nullptr);

    void tell(qint64 balance, bool isChanging, bool isUsable);
    /// For servers where nobody can change them.
    void setChangeable(bool isChangeable);
    void showError(const Error &error);
    /// With what was typed before; and nothing went wrong.
    void begin(const Draft &draft);
    Draft draft() const;
    bool isTyped() const;

Q_SIGNALS:
    /// Less than none takes them away.
    void adjustRequested(qint64 amount, const QString &cause);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void submit(int sign);
    void tellError();
    void settle();
    void retranslate();

    qint64 m_balance = 0;
    bool m_isChanging = false;
    bool m_isUsable = false;
    std::optional<Error> m_error;
    Card *m_card;
    QLabel *m_credits;
    QWidget *m_form;
    MessageBar *m_message;
    QLineEdit *m_amount;
    FormField *m_amountField;
    QLineEdit *m_cause;
    FormField *m_causeField;
    QPushButton *m_give;
    QPushButton *m_take;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
