#pragma once

#include "account/profile.h"
#include "base/error.h"
#include "settings/settingsparts.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace latchkey::ui {

class AvatarDisc;
class ProfileDetails;
class SubtleText;

/// A profile in the settings, and below it what is set for it alone. Removing it waits a while in
/// which it can be taken back.
class ProfileRow final : public QWidget
{
    Q_OBJECT

public:
    ProfileRow(const account::ProfileId &id, const SettingsParts &parts, QWidget *parent = nullptr);

    const account::ProfileId &id() const { return m_id; }
    bool isLeaving() const { return m_left.count() > 0; }
    /// Does not wait any longer where it is leaving.
    void carryOut();
    void showCurrent();

protected:
    void changeEvent(QEvent *event) override;

private:
    void unfold(bool isOpen);
    void leave();
    void tick();
    void remove();
    void stay();
    QString placeWords(account::KeepingPlace place) const;

    account::ProfileId m_id;
    SettingsParts m_parts;
    QTimer m_second;
    std::chrono::seconds m_left{};
    std::optional<Error> m_trouble; ///< why it is still here
    AvatarDisc *m_disc;
    QLabel *m_name;
    SubtleText *m_where;
    QPushButton *m_more;
    QPushButton *m_act;
    QVBoxLayout *m_column;
    ProfileDetails *m_details = nullptr;
};

} // namespace latchkey::ui
