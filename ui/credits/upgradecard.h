#pragma once

#include "base/error.h"

#include <QWidget>

#include <optional>

namespace latchkey::ui {

class Card;
class TypedConfirmation;

/// The step to a higher tier, which nobody can take back: its name is typed.
class UpgradeCard final : public QWidget
{
    Q_OBJECT

public:
    explicit UpgradeCard(QWidget *parent = nullptr);

    void follow(bool isUpgrading, bool isUsable);
    void setError(const std::optional<Error> &error);

Q_SIGNALS:
    void upgradeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Card *m_card;
    TypedConfirmation *m_confirmation;
};

} // namespace latchkey::ui
