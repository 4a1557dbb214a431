#pragma once

#include "account/profile.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;

namespace latchkey::ui {

class ChoiceBox;
class FormField;

/// How often and how long something that failed is asked for again.
class RetryForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RetryForm(QWidget *parent = nullptr);

    void setChoice(const account::RetryChoice &choice);

Q_SIGNALS:
    void chosen(const latchkey::account::RetryChoice &choice);

protected:
    void changeEvent(QEvent *event) override;

private:
    void take();
    void showFields();
    void retranslate();

    account::RetryChoice m_choice;
    ChoiceBox *m_strategy;
    FormField *m_strategyField;
    QDoubleSpinBox *m_first;
    FormField *m_firstField;
    QDoubleSpinBox *m_longest;
    FormField *m_longestField;
    QDoubleSpinBox *m_factor;
    FormField *m_factorField;
    QDoubleSpinBox *m_altogether;
    FormField *m_altogetherField;
    QCheckBox *m_lost;
};

} // namespace latchkey::ui
