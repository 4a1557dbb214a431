#pragma once

#include "settings/preferencecard.h"

class QCheckBox;

namespace latchkey::ui {

/// What is told on the desktop, while the window is elsewhere.
class NoticesCard final : public PreferenceCard
{
    Q_OBJECT

public:
    explicit NoticesCard(account::PreferencesStore &preferences, QWidget *parent = nullptr);

protected:
    void showCurrent() override;
    void retranslate() override;

private:
    QCheckBox *m_signIns;
};

} // namespace latchkey::ui
