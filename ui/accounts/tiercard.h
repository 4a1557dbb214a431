#pragma once

#include "api/plans.h"
#include "base/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class Card;
class ChoiceBox;
class FormField;
class MessageBar;

/// Which plan somebody has, and another one for them.
class TierCard final : public QWidget
{
    Q_OBJECT

public:
    explicit TierCard(QWidget *parent = nullptr);

    void tell(api::Tier tier, bool isChanging, bool isUsable);
    /// For servers where nobody can change it.
    void setChangeable(bool isChangeable);
    void setError(const std::optional<Error> &error);
    /// As it is, and nothing went wrong.
    void begin();

Q_SIGNALS:
    void setRequested(latchkey::api::Tier tier);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void settle();
    void retranslate();

    std::optional<api::Tier> m_tier;
    bool m_isChanging = false;
    bool m_isUsable = false;
    Card *m_card;
    QLabel *m_now;
    QWidget *m_form;
    MessageBar *m_message;
    ChoiceBox *m_choice;
    FormField *m_field;
    QPushButton *m_set;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
