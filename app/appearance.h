#pragma once

#include "shell/translator.h"

class QApplication;

namespace latchkey::account {
class PreferencesStore;
}

namespace latchkey::app {

/// The theme and the language that were chosen, worn and spoken by the whole program.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Appearance(QApplication &application, const account::PreferencesStore &preferences,
               QObject *parent = nullptr);

    /// Once the preferences were read; each later change is worn as it comes.
    void wear();

Q_SIGNALS:
    /// For what is no widget, and hears nothing of it otherwise.
    void localeChanged();

private:
    QApplication &m_application;
    const account::PreferencesStore &m_preferences;
    ui::Translator m_translator;
};

} // namespace latchkey::app
