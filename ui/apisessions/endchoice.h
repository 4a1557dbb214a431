#pragma once

#include "base/clock.h"

#include <QWidget>

#include <optional>

namespace latchkey::ui {

class ChoiceBox;
class FormField;
class MessageBar;

/// When an API session shall end. That it never does is the last choice, and warned of.
class EndChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit EndChoice(const Clock &clock, QWidget *parent = nullptr);

    /// Nothing chosen yet but what most want.
    void begin();
    /// What there is already, which may stay as it is.
    void begin(const std::optional<Timestamp> &present);

    bool isKept() const;
    bool isNever() const;
    /// From now; nothing where it is kept, or never comes.
    std::optional<Timestamp> moment() const;
    void setLabel(const QString &label);
    void setReadOnly(bool isReadOnly);
    void setError(const QString &words);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void settle();

    const Clock &m_clock;
    std::optional<Timestamp> m_present;
    ChoiceBox *m_choice;
    FormField *m_field;
    MessageBar *m_warning;
};

} // namespace latchkey::ui
