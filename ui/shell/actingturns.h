#pragma once

#include "account/profile.h"
#include "kit/countdown.h"

class QAction;

namespace latchkey::account {
class Accounts;
}

namespace latchkey::ui {

class MainWindow;

/// Takes the window to the account that an administrator begins to act in, says above every page
/// for how long, and takes it back to their own.
class ActingTurns final : public QObject
{
    Q_OBJECT

public:
    /// Is the window's, as the action is.
    ActingTurns(MainWindow &window, account::Accounts &accounts, QAction &end);

    /// Another profile is in front, or there is more, or less, that would be lost.
    void settle();
    /// The window closes: no session stays behind that nobody can come back to.
    void endAll();

private:
    std::optional<account::Profile> current() const;
    QString unsavedPage(const account::ProfileId &id) const;
    bool isOver(const account::ProfileId &id) const;
    void end();
    void endAnyway();
    void takeOver(const account::ProfileId &id);
    void leave(const account::Profile &profile, const QString &words);
    void tell();
    bool isPressing() const;
    QString words() const;
    QString actWords() const;

    MainWindow &m_window;
    account::Accounts &m_accounts;
    QAction &m_end;
    Countdown m_time;
    bool m_isAsked = false; ///< whether to end it though something would be lost
};

} // namespace latchkey::ui
