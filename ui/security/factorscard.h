#pragma once

#include "api/factors.h"
#include "api/user.h"
#include "kit/keyedrows.h"
#include "security/factorrow.h"

class QAction;
class QLabel;
class QMenu;
class QPushButton;

namespace latchkey::account {
class FactorStore;
}

namespace latchkey::ui {

class Card;
class Toast;

/// What is asked for besides the password, by name.
class FactorsCard final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the card.
    FactorsCard(account::FactorStore &store, const Clock &clock, Toast &toast,
                QWidget *parent = nullptr);

    /// `isUsable`: the server can be reached.
    void follow(const std::optional<api::User> &user, bool isUsable);
    /// Whether codes can be sent to this account at all.
    void setCodesOffered(bool areOffered);
    /// What is asked for first: a password, unless told otherwise; or a sign-in at one of those.
    void setWaysIn(bool hasPassword, const QStringList &providers);
    void focusAdd();

Q_SIGNALS:
    void addRequested(latchkey::api::Factor kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildMenu();
    void tellMenu();
    void rename(const api::FactorId &id, const QString &name);
    void remove(const api::FactorId &id);
    QString whatWords() const;
    void retranslate();

    account::FactorStore &m_store;
    const Clock &m_clock;
    Toast &m_toast;
    std::optional<api::User> m_user;
    bool m_areCodesOffered = true;
    bool m_hasPassword = true;
    QStringList m_providers;
    Card *m_card;
    QLabel *m_what;
    KeyedRows<api::FactorId, FactorRow> m_rows;
    QPushButton *m_add;
    QMenu *m_kinds;
};

} // namespace latchkey::ui
