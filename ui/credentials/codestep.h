#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <QWidget>

#include <functional>
#include <optional>

class QPushButton;
class QVBoxLayout;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class CodeWays;
}

namespace latchkey::ui {

class BusyIndicator;
class CodeForm;

/// A step of a form that is nothing but a code. Six digits go on by themselves.
class CodeStep final : public QWidget
{
    Q_OBJECT

public:
    /// The ways outlive the step.
    CodeStep(account::CodeWays &ways, const Clock &clock, QWidget *parent = nullptr);

    CodeForm &form() { return *m_form; }
    /// Between the code and the buttons.
    void addOption(QWidget *option);
    void setTexts(const QString &submit, const QString &back);
    void setBusy(bool isBusy);
    /// The server wants to be left alone for a while.
    void setHeld(bool isHeld);
    void setError(const std::optional<Error> &error);
    void focusFirst();

Q_SIGNALS:
    void submitted(const latchkey::Secret &code);
    void backRequested();
    void messagesWanted();

private:
    bool canSubmit() const;
    void submit();
    void settle();

    bool m_isBusy = false;
    bool m_isHeld = false;
    CodeForm *m_form;
    QVBoxLayout *m_options;
    QPushButton *m_submit;
    QPushButton *m_back;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
