#pragma once

#include "settings/settingsparts.h"

#include <QWidget>

class QVBoxLayout;

namespace latchkey::ui {

class LockCard;
class PageHeader;
class PageScroll;
class ProfilesCard;

/// What the person sets for the whole program. Each change holds at once.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(const SettingsParts &parts, QWidget *parent = nullptr);

    /// Removes at once what was to be removed in some seconds.
    void carryOut();
    /// To where the program's lock is set.
    void showLock();

Q_SIGNALS:
    void addProfileRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    PageHeader *m_header;
    PageScroll *m_scroll;
    ProfilesCard *m_profiles;
    LockCard *m_lock;
};

} // namespace latchkey::ui
