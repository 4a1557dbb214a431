#include "settings/settingspage.h"

#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "settings/appearancecard.h"
#include "settings/diagnosticscard.h"
#include "settings/lockcard.h"
#include "settings/networkcard.h"
#include "settings/noticescard.h"
#include "settings/profilescard.h"

#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

SettingsPage::SettingsPage(const SettingsParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader)
    , m_scroll(new PageScroll)
    , m_profiles(new ProfilesCard(parts))
    , m_lock(new LockCard(parts.lock))
{
    connect(m_profiles, &ProfilesCard::addRequested, this, &SettingsPage::addProfileRequested);

    for (QWidget *part : QList<QWidget *>{m_profiles, m_lock, new NoticesCard(parts.preferences),
                                          new AppearanceCard(parts.preferences),
                                          new NetworkCard(parts.preferences, parts.proxies),
                                          new DiagnosticsCard(parts)})
        m_scroll->column()->addWidget(part);
    m_scroll->column()->addStretch(1);
    PageScroll::layOut(this, m_header)->addWidget(m_scroll, 1);
    retranslate();
}

void SettingsPage::carryOut()
{
    m_profiles->carryOut();
}

void SettingsPage::showLock()
{
    m_scroll->ensureWidgetVisible(m_lock);
    m_lock->focusFirst();
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
