#pragma once

#include "kit/keyedrows.h"
#include "security/identityrow.h"

class QLabel;

namespace latchkey::account {
class IdentityStore;
}

namespace latchkey::ui {

class BrowserPanel;
class Card;
class MessageBar;
class ProviderButtons;
class Question;
class Toast;

/// Accounts elsewhere that sign in to this one, and the way to connect another.
class IdentitiesCard final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the card.
    IdentitiesCard(account::IdentityStore &store, const Clock &clock, Toast &toast,
                   QWidget *parent = nullptr);

    /// As the server says.
    void setProviders(const QList<api::ProviderCard> &providers);
    void follow(bool isUsable);
    /// Whether there is anything to see or to connect.
    bool isNeeded() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectTo(const api::ProviderCard &provider);
    void remove(const api::IdentityId &id);
    void followConnecting();
    void focusConnecting();
    void retranslate();

    account::IdentityStore &m_store;
    const Clock &m_clock;
    Toast &m_toast;
    bool m_isUsable = false;
    enum class Connecting { No, Away, Asked };
    Connecting m_connecting = Connecting::No; ///< as it was shown last
    Card *m_card;
    QLabel *m_what;
    KeyedRows<api::IdentityId, IdentityRow> m_rows;
    MessageBar *m_message;
    BrowserPanel *m_browser;
    Question *m_seen; ///< whether whom a provider saw is meant
    ProviderButtons *m_providers;
};

} // namespace latchkey::ui
