#pragma once

#include "account/profile.h"
#include "base/error.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace latchkey::account {
class Accounts;
}

namespace latchkey::ui {

class AvatarDisc;
class SubtleText;

/// A profile in the settings. Removing it waits a while in which it can be taken back.
class ProfileRow final : public QWidget
{
    Q_OBJECT

public:
    ProfileRow(const account::ProfileId &id, account::Accounts &accounts,
               QWidget *parent = nullptr);

    const account::ProfileId &id() const { return m_id; }
    bool isLeaving() const { return m_left.count() > 0; }
    void showCurrent();

protected:
    void changeEvent(QEvent *event) override;

private:
    void leave();
    void tick();
    void stay();
    QString placeWords(account::KeepingPlace place) const;

    account::ProfileId m_id;
    account::Accounts &m_accounts;
    QTimer m_second;
    std::chrono::seconds m_left{};
    std::optional<Error> m_trouble; ///< why it is still here
    AvatarDisc *m_disc;
    QLabel *m_name;
    SubtleText *m_where;
    QPushButton *m_act;
};

} // namespace latchkey::ui
