#pragma once

#include "kit/helderror.h"
#include "security/codespaper.h"

#include <QWidget>

class QPushButton;

namespace latchkey::account {
class FactorEnrolment;
}

namespace latchkey::ui {

class BeginStep;
class BusyIndicator;
class Card;
class CodeStep;
class CodesView;
class MessageBar;
class Printing;
class ScanStep;

/// A second factor is added, step by step, in the page.
class EnrolmentCard final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the card.
    EnrolmentCard(account::FactorEnrolment &enrolment, const Clock &clock, Printing &printing,
                  QWidget *parent = nullptr);

    void setHeading(const codespaper::Heading &heading) { m_heading = heading; }
    /// Where codes would be sent; nothing where that has to be verified first.
    void setTarget(const std::optional<QString> &target);
    /// Of the own server, which sends nothing anywhere.
    void setMessagesOffered(bool isOffered);
    void focusFirst();

Q_SIGNALS:
    void messagesWanted();
    /// To where the address or the phone is verified.
    void targetRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *proveStep();
    QWidget *codesStep();
    void listen();
    void follow();
    void showStep();
    void showError();
    void retranslate();

    account::FactorEnrolment &m_enrolment;
    codespaper::Heading m_heading;
    HeldError m_error;
    QWidget *m_current = nullptr;
    Card *m_card;
    MessageBar *m_message;
    BeginStep *m_begin;
    ScanStep *m_scan;
    QPushButton *m_back;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
    CodeStep *m_sent = nullptr; ///< in place of the scan, where codes are sent
    QWidget *m_prove;
    CodesView *m_codes;
    QPushButton *m_makeCodes;
    QWidget *m_codesStep;
};

} // namespace latchkey::ui
