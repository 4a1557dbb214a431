#pragma once

#include "api/factors.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace latchkey::account {
class FactorStore;
}

namespace latchkey::ui {

class Card;
class SubtleText;
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
    struct Row
    {
        QPointer<QWidget> whole;
        QLabel *title;
        SubtleText *detail;
        QPushButton *forget;
    };

    Row makeRow(const api::TrustedDeviceId &id);
    void tell(const Row &row, const api::TrustedDevice &device) const;
    void forget(const api::TrustedDeviceId &id);
    void retranslate();

    account::FactorStore &m_store;
    const Clock &m_clock;
    Toast &m_toast;
    bool m_isUsable = false;
    Card *m_card;
    QLabel *m_what;
    QVBoxLayout *m_rows;
    QHash<api::TrustedDeviceId, Row> m_byId;
};

} // namespace latchkey::ui
