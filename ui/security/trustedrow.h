#pragma once

#include "api/factors.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class SubtleText;

/// A device that is not asked for the second factor.
class TrustedRow final : public QWidget
{
    Q_OBJECT

public:
    explicit TrustedRow(QWidget *parent = nullptr);

    void tell(const api::TrustedDevice &device, Timestamp now, bool isUsable);

Q_SIGNALS:
    void forgotten();

private:
    QLabel *m_title;
    SubtleText *m_detail;
    QPushButton *m_forget;
};

} // namespace latchkey::ui
