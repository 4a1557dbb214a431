#pragma once

#include "account/preferences.h"
#include "kit/card.h"

#include <functional>

namespace latchkey::ui {

class MessageBar;

/// A card whose controls show the preferences and change them.
class PreferenceCard : public QWidget
{
    Q_OBJECT

public:
    explicit PreferenceCard(account::PreferencesStore &preferences, QWidget *parent = nullptr);

protected:
    Card &card() const { return *m_card; }
    const account::Preferences &current() const { return m_preferences.current(); }
    /// Holds at once, also when it can't be written; then the card says so.
    void change(const std::function<void(account::Preferences &)> &act);
    virtual void showCurrent() = 0;
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    account::PreferencesStore &m_preferences;
    Card *m_card;
    MessageBar *m_message;
};

} // namespace latchkey::ui
