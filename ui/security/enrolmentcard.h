#pragma once

#include "security/codespaper.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::account {
class TotpEnrolment;
}

namespace latchkey::ui {

class BusyIndicator;
class Card;
class CodeField;
class CodesView;
class FormField;
class MessageBar;
class QrView;
class SecretText;

/// An authenticator is added, step by step, in the page.
class EnrolmentCard final : public QWidget
{
    Q_OBJECT

public:
    /// The enrolment outlives the card.
    explicit EnrolmentCard(account::TotpEnrolment &enrolment, QWidget *parent = nullptr);

    void setHeading(const codespaper::Heading &heading) { m_heading = heading; }
    void focusFirst();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *nameStep();
    QWidget *scanStep();
    QWidget *codesStep();
    void follow();
    void showStep();
    void showError();
    void retranslate();

    account::TotpEnrolment &m_enrolment;
    codespaper::Heading m_heading;
    QWidget *m_current = nullptr;
    Card *m_card;
    MessageBar *m_message;

    QLabel *m_what;
    QLineEdit *m_name;
    FormField *m_nameField;
    QPushButton *m_next;
    QPushButton *m_cancelName;
    BusyIndicator *m_busyName;
    QWidget *m_nameStep;

    QrView *m_qr;
    QLabel *m_scan;
    QLabel *m_byHand;
    SecretText *m_secret;
    CodeField *m_code;
    FormField *m_codeField;
    QPushButton *m_back;
    QPushButton *m_cancelScan;
    BusyIndicator *m_busyScan;
    QWidget *m_scanStep;

    CodesView *m_codes;
    QPushButton *m_makeCodes;
    QWidget *m_codesStep;
};

} // namespace latchkey::ui
