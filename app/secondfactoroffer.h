#pragma once

#include "account/profile.h"

#include <QObject>

namespace latchkey::account {
class Accounts;
}

namespace latchkey::ui {
class MainWindow;
}

namespace latchkey::app {

/// First start ends with it, and nobody has to take it.
class SecondFactorOffer final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    SecondFactorOffer(const account::Accounts &accounts, ui::MainWindow &window,
                      QObject *parent = nullptr);

    /// Where it can be had, and there is none yet.
    void make(const account::ProfileId &id);
    void take(const account::ProfileId &id);

private:
    void look(const account::ProfileId &id);
    void tell(const account::ProfileId &id);

    const account::Accounts &m_accounts;
    ui::MainWindow &m_window;
};

} // namespace latchkey::app
