#pragma once

#include "settings/preferencecard.h"

namespace latchkey::ui {

class ChoiceBox;
class FormField;

/// Language, colours and how close things stand.
class AppearanceCard final : public PreferenceCard
{
    Q_OBJECT

public:
    explicit AppearanceCard(account::PreferencesStore &preferences, QWidget *parent = nullptr);

protected:
    void showCurrent() override;
    void retranslate() override;

private:
    ChoiceBox *m_language;
    FormField *m_languageField;
    ChoiceBox *m_theme;
    FormField *m_themeField;
    ChoiceBox *m_density;
    FormField *m_densityField;
};

} // namespace latchkey::ui
