#pragma once

#include "account/connectflow.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class CertificateView;
class FormField;
class WirePanel;

/// The address of a server, looked at while it is typed: who answers there, and who vouches for it.
class ConnectPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectPanel(account::ConnectFlow &flow, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A server was found and the person goes on with it.
    void chosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void checkSoon();
    void checkNow();
    void goOn();
    void goOnWith(const std::optional<account::WireChoice> &wire);
    void show(account::ConnectFlow::Step step);
    void showFound();
    void showUntrusted();
    QString securityWords() const;
    void retranslate();

    account::ConnectFlow &m_flow;
    QTimer m_pause;
    QLineEdit *m_address;
    FormField *m_field;
    QLabel *m_progress;
    QWidget *m_found;
    QLabel *m_server;
    QLabel *m_api;
    QLabel *m_security;
    WirePanel *m_wire;
    QWidget *m_untrusted;
    QLabel *m_certificate;
    CertificateView *m_shown;
    QPushButton *m_trust;
    QPushButton *m_continue;
};

} // namespace latchkey::ui
