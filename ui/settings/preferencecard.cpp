#include "settings/preferencecard.h"

#include "kit/messagebar.h"

#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

PreferenceCard::PreferenceCard(account::PreferencesStore &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_card(new Card(this))
    , m_message(new MessageBar(this))
{
    m_message->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_card->body()->addWidget(m_message);
    connect(&preferences, &account::PreferencesStore::changed, this, [this] { showCurrent(); });
}

void PreferenceCard::change(const std::function<void(account::Preferences &)> &act)
{
    account::Preferences changed = m_preferences.current();
    act(changed);
    const auto written = m_preferences.set(changed);
    m_message->setVisible(!written);
    if (!written) {
        m_message->show(MessageBar::Kind::Warning,
                        tr("This holds until the program ends, but it could not be saved."));
    }
}

void PreferenceCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace latchkey::ui
