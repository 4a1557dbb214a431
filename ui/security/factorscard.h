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
class FactorRow;
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
    void follow(bool isUsable);
    void focusAdd();

Q_SIGNALS:
    void addRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void rename(const api::FactorId &id, const QString &name);
    void remove(const api::FactorId &id);
    void retranslate();

    account::FactorStore &m_store;
    const Clock &m_clock;
    Toast &m_toast;
    bool m_isUsable = false;
    Card *m_card;
    QLabel *m_what;
    QVBoxLayout *m_rows;
    QHash<api::FactorId, QPointer<FactorRow>> m_byId;
    QPushButton *m_add;
};

} // namespace latchkey::ui
