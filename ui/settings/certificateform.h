#pragma once

#include "account/connections.h"
#include "base/result.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace latchkey::account {
class Account;
class ProfileSettings;
} // namespace latchkey::account

namespace latchkey::ui {

class CertificateView;
class MessageBar;
class SubtleText;

/// How a profile's server proves who it is, and a look at what it shows now: where that changed,
/// the person may trust it anew.
class CertificateForm final : public QWidget
{
    Q_OBJECT

public:
    CertificateForm(account::Account &account, account::ProfileSettings &settings,
                    QWidget *parent = nullptr);
    ~CertificateForm() override;

    void showCurrent();

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();
    void trust();
    void forget();
    void take(const Result<Nothing> &done);
    QString standingWords() const;
    QString seenWords() const;
    /// Another one than what is trusted, where trusting it can mend anything.
    bool isToBeTrusted() const;
    void retranslate();

    account::Account &m_account;
    account::ProfileSettings &m_settings;
    std::optional<account::ServerCertificate> m_trusted;
    std::optional<account::ServerCertificate> m_seen; ///< what the server showed last
    std::optional<Error> m_error;
    Call<account::ServerCertificate> m_looking;
    SubtleText *m_title;
    SubtleText *m_standing;
    CertificateView *m_trustedView;
    MessageBar *m_failed;
    SubtleText *m_seenWords;
    CertificateView *m_seenView;
    QPushButton *m_look;
    QPushButton *m_trust;
    QPushButton *m_forget;
};

} // namespace latchkey::ui
