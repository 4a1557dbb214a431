#pragma once

#include "account/proofbyprovider.h"
#include "kit/helderror.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace latchkey::account {
class IdentityStore;
}

namespace latchkey::ui {

class BrowserPanel;
class MessageBar;
class ProviderButtons;

/// Asks above the page for a visit to an identity provider, because something waits for that proof.
class VisitPanel final : public QFrame
{
    Q_OBJECT

public:
    /// Both outlive the panel.
    VisitPanel(account::Account &account, const account::IdentityStore &identities,
               QWidget *parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void declined();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void follow();
    void showError();
    void retranslate();

    const account::IdentityStore &m_identities;
    account::ProofByProvider m_proof;
    HeldError m_error;
    bool m_wasAway = false;
    QLabel *m_why;
    MessageBar *m_message;
    BrowserPanel *m_browser;
    ProviderButtons *m_providers;
    QPushButton *m_cancel;
};

} // namespace latchkey::ui
