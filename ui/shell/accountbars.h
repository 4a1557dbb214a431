#pragma once

#include <QObject>

namespace latchkey::account {
class Account;
class SecretKeeping;
enum class KeepingTrouble;
} // namespace latchkey::account

namespace latchkey::ui {

class BarStack;

/// Tells above a profile's pages how things stand between the program and its account.
class AccountBars final : public QObject
{
    Q_OBJECT

public:
    AccountBars(account::Account &account, account::SecretKeeping &keeping, BarStack &bars,
                QObject *parent = nullptr);

Q_SIGNALS:
    void signInRequested();
    /// The token may be fetched now: try again.
    void unlockRequested();

private:
    static QString keepingWords(account::KeepingTrouble trouble);
    void tellState();
    void tellOffline();
    void tellSignedOut();
    void tellLocked();
    void askForProof();
    void askForPassphrase();

    account::Account &m_account;
    account::SecretKeeping &m_keeping;
    BarStack &m_bars;
};

} // namespace latchkey::ui
