#pragma once

#include "account/profile.h"
#include "api/sessions.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Accounts;
class PreferencesStore;
} // namespace latchkey::account

namespace latchkey::ui {
class DesktopNotices;
class MainWindow;
class SessionActs;
class SignInNotices;
} // namespace latchkey::ui

namespace latchkey::app {

/// What becomes of "Was it you?" outside of the pages: on the desktop, and after a no, for then
/// somebody else knows the password.
class SignInNews final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    SignInNews(account::Accounts &accounts, const account::PreferencesStore &preferences,
               const Clock &clock, ui::MainWindow &window, QObject *parent = nullptr);

    void setVeiled(bool isVeiled);
    void retranslate();
    /// The password is another, or nobody can change it here.
    void stopUrging(const account::ProfileId &id);

Q_SIGNALS:
    void frontWanted(const QByteArray &activation);
    void newPasswordRequested(const latchkey::account::ProfileId &id);

private:
    void follow(const account::ProfileId &id);
    void answer(const account::ProfileId &id, const api::SessionId &session, api::Verdict verdict);
    void open(const account::ProfileId &id, const QByteArray &activation);
    void urgeNewPassword(const account::ProfileId &id);
    void settleUrging(const account::ProfileId &id);
    ui::SessionActs *acts(const account::ProfileId &id);

    account::Accounts &m_accounts;
    const Clock &m_clock;
    ui::MainWindow &m_window;
    ui::DesktopNotices *m_desktop;
    ui::SignInNotices *m_notices;
    QHash<account::ProfileId, QSet<api::SessionId>> m_disowned;
    QHash<account::ProfileId, QPointer<ui::SessionActs>> m_acts; ///< each belongs to its store
};

} // namespace latchkey::app
