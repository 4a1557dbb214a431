#include "appearance.h"

#include "account/preferences.h"
#include "kit/spokenbuttons.h"
#include "kit/theme.h"

#include <QApplication>

namespace latchkey::app {

namespace {

ui::Theme themeOf(account::Theme theme)
{
    switch (theme) {
    case account::Theme::System:
        return ui::Theme::System;
    case account::Theme::Light:
        return ui::Theme::Light;
    case account::Theme::Dark:
        return ui::Theme::Dark;
    case account::Theme::HighContrast:
        return ui::Theme::HighContrast;
    }
    Q_UNREACHABLE();
}

QLocale localeOf(const std::optional<api::Language> &language)
{
    if (!language)
        return QLocale::system();
    return *language == api::Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                               : QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace

Appearance::Appearance(QApplication &application, const account::PreferencesStore &preferences,
                       QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_preferences(preferences)
{
    ui::speakButtonsPlainly();
    connect(&preferences, &account::PreferencesStore::changed, this, &Appearance::wear);
}

void Appearance::wear()
{
    const QLocale before;
    const account::Preferences &preferences = m_preferences.current();
    ui::applyTheme(m_application, themeOf(preferences.theme),
                   preferences.density == account::Density::Compact);
    m_translator.speak(localeOf(preferences.language));
    if (QLocale() != before)
        Q_EMIT localeChanged();
}

} // namespace latchkey::app
