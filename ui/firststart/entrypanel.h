#pragma once

#include "firststart/firststartparts.h"
#include "firststart/snugstack.h"

#include <QTimer>

namespace latchkey::ui {

class KeepSecretPanel;

/// One way into an account: its form, and after it the question where the session is kept, which is
/// asked only where the keychain can't.
class EntryPanel final : public SnugStack
{
    Q_OBJECT

public:
    EntryPanel(std::unique_ptr<account::SignInFlow> flow, const FirstStartParts &parts,
               QWidget *parent = nullptr);
    EntryPanel(std::unique_ptr<account::SignUpFlow> flow, const FirstStartParts &parts,
               QWidget *parent = nullptr);
    ~EntryPanel() override;

    /// Asks the server, and would enter when it says yes.
    bool isBusy() const;
    /// The form is done with; there is a session, and going back would end it.
    bool isKeeping() const;
    /// The person is asked where it shall be kept.
    bool isChoosing() const;
    /// A form for signing up holds what would be lost without it.
    bool hasUnsaved() const;

    /// Ends what is under way; `cancelled` follows.
    void cancel();

Q_SIGNALS:
    /// `hasUnsaved` may say something else now.
    void unsavedChanged();
    void keepingChanged();
    void entered(const latchkey::account::ProfileId &profile);
    /// The person left the form; its flow is at its end.
    void cancelled();

private:
    template <class Flow>
    void host(Flow &flow, QWidget *form);
    template <class Flow>
    void follow(Flow &flow);
    void showKeeping();

    std::unique_ptr<account::SignInFlow> m_signIn;
    std::unique_ptr<account::SignUpFlow> m_signUp;
    QTimer m_patience;               ///< a keychain that answers at once needs no panel
    std::function<bool()> m_isTyped; ///< empty for signing in: that is typed again at once
    KeepSecretPanel *m_keeping = nullptr;
};

} // namespace latchkey::ui
