#include "settings/settingspage.h"

#include "kit/pageheader.h"
#include "kit/scale.h"
#include "settings/appearancecard.h"
#include "settings/diagnosticscard.h"
#include "settings/networkcard.h"
#include "settings/profilescard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace latchkey::ui {

SettingsPage::SettingsPage(const SettingsParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader)
{
    auto *profiles = new ProfilesCard(parts.accounts);
    connect(profiles, &ProfilesCard::addRequested, this, &SettingsPage::addProfileRequested);

    auto *column = new QWidget;
    column->setMaximumWidth(pageWidth);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    layout->setSpacing(space::large);
    for (QWidget *part :
         QList<QWidget *>{m_header, profiles, new AppearanceCard(parts.preferences),
                          new NetworkCard(parts.preferences), new DiagnosticsCard(parts)})
        layout->addWidget(part);
    layout->addStretch(1);

    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(column, 1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(middle);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    retranslate();
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
