#pragma once

#include "api/plans.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace latchkey::ui {

class Card;
class SubtleText;

/// Which tier the account is in, and how much of what that allows is used.
class PlanCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanCard(QWidget *parent = nullptr);

    /// Where an address can be verified in Profile, who is unverified is sent there.
    void follow(const api::Plan &plan, bool isVerifiedInProfile);

protected:
    void changeEvent(QEvent *event) override;

private:
    static QWidget *makeRow(const api::Meter &meter);
    void retranslate();

    api::Plan m_plan;
    bool m_isVerifiedInProfile = false;
    Card *m_card;
    QLabel *m_tier;
    SubtleText *m_hint;
    QVBoxLayout *m_rows;
};

} // namespace latchkey::ui
