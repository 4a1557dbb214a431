#include "settings/noticescard.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace latchkey::ui {

NoticesCard::NoticesCard(account::PreferencesStore &preferences, QWidget *parent)
    : PreferenceCard(preferences, parent)
    , m_signIns(new QCheckBox)
{
    card().body()->addWidget(m_signIns);
    // Not clicked: what assistive technology does counts too.
    connect(m_signIns, &QCheckBox::toggled, this, [this](bool isOn) {
        change([isOn](account::Preferences &preferences) { preferences.signInNotices = isOn; });
    });
    NoticesCard::showCurrent();
    NoticesCard::retranslate();
}

void NoticesCard::showCurrent()
{
    const QSignalBlocker quiet(m_signIns);
    m_signIns->setChecked(current().signInNotices);
}

void NoticesCard::retranslate()
{
    card().setTitle(tr("Notifications"));
    m_signIns->setText(tr("Ask on the desktop \"Was it you?\" when somebody signs in elsewhere"));
}

} // namespace latchkey::ui
