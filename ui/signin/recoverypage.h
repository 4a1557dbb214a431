#pragma once

#include "kit/helderror.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace latchkey::account {
class RecoveryFlow;
}

namespace latchkey::ui {

class FormStep;
class LineStep;
class MessageBar;
class PageHeader;
class ResetStep;

/// The way back into an account whose password is lost, step by step, as its flow says.
class RecoveryPage final : public QWidget
{
    Q_OBJECT

public:
    /// The flow outlives the page.
    RecoveryPage(account::RecoveryFlow &flow, const Clock &clock, QWidget *parent = nullptr);

    /// Shows itself anew, with the address that the flow begins with.
    void enter();

Q_SIGNALS:
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void listen();
    void follow();
    void showStep();
    void focusFirst();
    QWidget *stepWidget() const;
    QList<FormStep *> steps() const;
    void showState();
    void showError();
    QString titleWords() const;
    QString leadWords() const;
    void retranslate();

    account::RecoveryFlow &m_flow;
    HeldError m_error;
    PageHeader *m_header;
    MessageBar *m_state; ///< what was reached, or why it can't be
    MessageBar *m_message;
    LineStep *m_email;
    ResetStep *m_reset;
    LineStep *m_remind;
    LineStep *m_takeBack;
    QPushButton *m_back; ///< where a step has none beside its own button
    QWidget *m_links;
    QPushButton *m_haveCode;
    QPushButton *m_toRemind;
    QPushButton *m_toTakeBack;
    QPushButton *m_messages;
};

} // namespace latchkey::ui
