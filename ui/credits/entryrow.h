#pragma once

#include "api/credits.h"

#include <QWidget>

class QLabel;

namespace latchkey::ui {

class SubtleText;

/// One movement of credits: how many, why and by whom, and what there was afterwards.
class EntryRow final : public QWidget
{
    Q_OBJECT

public:
    explicit EntryRow(QWidget *parent = nullptr);

    void tell(const api::CreditEntry &entry, Timestamp now);

private:
    QLabel *m_cause;
    SubtleText *m_detail;
    QLabel *m_amount;
    SubtleText *m_balance;
};

} // namespace latchkey::ui
