#pragma once

#include "api/user.h"
#include "base/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class Card;
class TypedConfirmation;

/// The end of an account, with what goes with it. Whoever wants it types what the account signs in
/// with.
class AccountEndCard final : public QWidget
{
    Q_OBJECT

public:
    enum class By { Owner, Administrator };

    /// The account that asks for it, which outlives the card.
    AccountEndCard(By by, const account::Account &account, QWidget *parent = nullptr);

    void tell(const api::User &user, bool isEnding, bool isUsable);
    void setError(const std::optional<Error> &error);
    /// Nobody has asked for it yet.
    void begin() { ask(false); }

Q_SIGNALS:
    void endRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask(bool isAsking);
    void settle();
    QString kept() const;
    QString whatGoes() const;
    QString whatItMeans() const;
    void retranslate();

    const By m_by;
    const account::Account &m_account;
    api::User m_user;
    bool m_isEnding = false;
    bool m_isUsable = false;
    Card *m_card;
    QLabel *m_what;
    QPushButton *m_open;
    TypedConfirmation *m_confirmation;
};

} // namespace latchkey::ui
