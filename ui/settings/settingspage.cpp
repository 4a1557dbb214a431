#include "settings/settingspage.h"

#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "settings/appearancecard.h"
#include "settings/diagnosticscard.h"
#include "settings/networkcard.h"
#include "settings/profilescard.h"

#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

SettingsPage::SettingsPage(const SettingsParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader)
    , m_profiles(new ProfilesCard(parts))
{
    connect(m_profiles, &ProfilesCard::addRequested, this, &SettingsPage::addProfileRequested);

    auto *scroll = new PageScroll;
    for (QWidget *part : QList<QWidget *>{m_profiles, new AppearanceCard(parts.preferences),
                                          new NetworkCard(parts.preferences, parts.proxies),
                                          new DiagnosticsCard(parts)})
        scroll->column()->addWidget(part);
    scroll->column()->addStretch(1);
    PageScroll::layOut(this, m_header)->addWidget(scroll, 1);
    retranslate();
}

void SettingsPage::carryOut()
{
    m_profiles->carryOut();
}

void SettingsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsPage::retranslate()
{
    setAccessibleName(tr("Settings"));
    m_header->setTitle(tr("Settings"));
    m_header->setSubtitle(tr("For the whole program. Each change holds at once."));
}

} // namespace latchkey::ui
