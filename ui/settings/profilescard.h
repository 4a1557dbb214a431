#pragma once

#include "account/profile.h"
#include "settings/settingsparts.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace latchkey::ui {

class Card;
class ProfileRow;

/// Every profile of this person, and a way to add one.
class ProfilesCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ProfilesCard(const SettingsParts &parts, QWidget *parent = nullptr);

    void carryOut();

Q_SIGNALS:
    void addRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(const account::ProfileId &id);
    void removeRow(const account::ProfileId &id);
    void showCurrent();
    void retranslate();

    SettingsParts m_parts;
    Card *m_card;
    QVBoxLayout *m_list;
    QList<ProfileRow *> m_rows;
    QLabel *m_none;
    QPushButton *m_add;
};

} // namespace latchkey::ui
