#pragma once

#include "kit/keyedrows.h"
#include "security/trustedrow.h"

class QLabel;

namespace latchkey::account {
class FactorStore;
}

namespace latchkey::ui {

class Card;
class Toast;

/// Devices that are not asked for the second factor, and the way to ask them again.
class TrustedCard final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the card.
    TrustedCard(account::FactorStore &store, const Clock &clock, Toast &toast,
                QWidget *parent = nullptr);

    void follow(bool isUsable);

protected:
    void changeEvent(QEvent *event) override;

private:
    void forget(const api::TrustedDeviceId &id);
    void retranslate();

    account::FactorStore &m_store;
    const Clock &m_clock;
    Toast &m_toast;
    bool m_isUsable = false;
    Card *m_card;
    QLabel *m_what;
    KeyedRows<api::TrustedDeviceId, TrustedRow> m_rows;
};

} // namespace latchkey::ui
