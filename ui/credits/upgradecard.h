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
    void build();
    bool isNameTyped() const;
    void submit();
    void settle();
    void retranslate();

    bool m_isUpgrading = false;
    bool m_isUsable = true;
    Card *m_card;
    QLabel *m_text;
    MessageBar *m_message;
    QLineEdit *m_name;
    FormField *m_nameField;
    QPushButton *m_upgrade;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
