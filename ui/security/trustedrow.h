#pragma once

#include "api/factors.h"

#include <QWidget>

class QPushButton;

namespace latchkey::ui {

class ElidedLabel;
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
    ElidedLabel *m_title;
    SubtleText *m_detail;
    QPushButton *m_forget;
};

} // namespace latchkey::ui
