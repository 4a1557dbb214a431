#include "settings/appearancecard.h"

#include "kit/choicebox.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int asSystem = -1;

} // namespace

AppearanceCard::AppearanceCard(account::PreferencesStore &preferences, QWidget *parent)
    : PreferenceCard(preferences, parent)
    , m_language(new ChoiceBox)
    , m_languageField(new FormField(m_language, this))
    , m_theme(new ChoiceBox)
    , m_themeField(new FormField(m_theme, this))
    , m_density(new ChoiceBox)
    , m_densityField(new FormField(m_density, this))
{
    using account::Density;
    using account::Theme;
    m_language->addChoice(asSystem, [] { return tr("As the system"); });
    // Each in itself: whoever can't read the present language must find theirs.
    m_language->addChoice(static_cast<int>(api::Language::English), [] { return u"English"_s; });
    m_language->addChoice(static_cast<int>(api::Language::Chinese), [] { return u"简体中文"_s; });
    m_theme->addChoice(static_cast<int>(Theme::System), [] { return tr("As the system"); });
    m_theme->addChoice(static_cast<int>(Theme::Light), [] { return tr("Light"); });
    m_theme->addChoice(static_cast<int>(Theme::Dark), [] { return tr("Dark"); });
    m_theme->addChoice(static_cast<int>(Theme::HighContrast), [] { return tr("High contrast"); });
    m_density->addChoice(static_cast<int>(Density::Comfortable), [] { return tr("Comfortable"); });
    m_density->addChoice(static_cast<int>(Density::Compact), [] { return tr("Compact"); });

    for (FormField *field : {m_languageField, m_themeField, m_densityField}) {
        field->setMaximumWidth(formWidth);
        card().body()->addWidget(field);
    }
    connect(m_language, &ChoiceBox::picked, this, [this](int value) {
        change([value](account::Preferences &preferences) {
            preferences.language =
                value == asSystem ? std::nullopt : std::optional(static_cast<api::Language>(value));
        });
    });
    connect(m_theme, &ChoiceBox::picked, this, [this](int value) {
        change([value](auto &preferences) { preferences.theme = static_cast<Theme>(value); });
    });
    connect(m_density, &ChoiceBox::picked, this, [this](int value) {
        change([value](auto &preferences) { preferences.density = static_cast<Density>(value); });
    });
    AppearanceCard::showCurrent();
    AppearanceCard::retranslate();
}

void AppearanceCard::showCurrent()
{
    m_language->choose(current().language ? static_cast<int>(*current().language) : asSystem);
    m_theme->choose(static_cast<int>(current().theme));
    m_density->choose(static_cast<int>(current().density));
}

void AppearanceCard::retranslate()
{
    card().setTitle(tr("Appearance"));
    m_languageField->setLabel(tr("&Language"));
    m_themeField->setLabel(tr("&Colours"));
    m_densityField->setLabel(tr("&Density"));
}

} // namespace latchkey::ui
