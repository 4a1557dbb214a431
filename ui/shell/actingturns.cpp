#include "shell/actingturns.h"

#include "account/accounts.h"
#include "account/actingonbehalf.h"
#include "kit/toast.h"
#include "shell/barstack.h"
#include "shell/mainwindow.h"
#include "shell/pageset.h"
#include "shell/profiledesk.h"

#include <QAction>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::Profile;
using account::ProfileId;

namespace {

const QString actingBar = u"acting"_s;
constexpr std::chrono::minutes lastMinutes{3};

} // namespace

ActingTurns::ActingTurns(MainWindow &window, account::Accounts &accounts, QAction &end)
    : QObject(&window)
    , m_window(window)
    , m_accounts(accounts)
    , m_end(end)
    , m_time(accounts.surroundings().clock)
{
    const account::ActingOnBehalf *acting = &accounts.acting();
    connect(acting, &account::ActingOnBehalf::began, &window, &MainWindow::openProfile);
    connect(acting, &account::ActingOnBehalf::over, this, &ActingTurns::takeOver);
    connect(&m_end, &QAction::triggered, this, &ActingTurns::end);
    connect(&m_time, &Countdown::ticked, this, &ActingTurns::tell);
}

std::optional<Profile> ActingTurns::current() const
{
    const auto profile = m_accounts.profiles().find(m_window.currentProfile());
    return profile && profile->acting ? profile : std::nullopt;
}

QString ActingTurns::unsavedPage(const ProfileId &id) const
{
    const ProfileDesk *desk = m_window.desk(id);
    return desk ? desk->pages().unsavedPage() : QString();
}

bool ActingTurns::isOver(const ProfileId &id) const
{
    return m_accounts.account(id)->state().isSignedOut();
}

void ActingTurns::settle()
{
    const auto profile = current();
    m_end.setEnabled(profile.has_value());
    m_isAsked = m_isAsked && profile && !unsavedPage(profile->id).isEmpty();
    if (!profile) {
        m_time.stop();
        m_window.bars().withdraw(actingBar);
    } else if (isOver(profile->id)) {
        m_time.stop();
        tell();
    } else {
        m_time.start(profile->acting->until);
    }
}

void ActingTurns::endAll()
{
    const QList<Profile> passing = m_accounts.profiles().passing();
    for (const Profile &profile : passing)
        m_accounts.acting().end(profile.id);
}

/// In place, so that whoever is on its button stays there.
void ActingTurns::tell()
{
    BarStack &bars = m_window.bars();
    if (!current())
        return;
    if (!bars.holds(actingBar))
        bars.tell({.id = actingBar,
                   .kind = MessageBar::Kind::Warning,
                   .text = [this] { return words(); },
                   .acts = {{[this] { return actWords(); }, [this] { endAnyway(); }}}});
    else if (bars.bar(actingBar)->text() != words())
        bars.retell(actingBar, isPressing() ? BarStack::Telling::Aloud : BarStack::Telling::Quiet);
}

/// Else another minute is no news.
bool ActingTurns::isPressing() const
{
    return m_isAsked || !m_time.isRunning() || m_time.left() <= lastMinutes;
}

QString ActingTurns::words() const
{
    const auto profile = current();
    if (!profile)
        return {};
    const QString name = profile->title();
    if (isOver(profile->id))
        return tr("Acting on behalf of %1 is over. What you changed here was not saved.",
                  "%1 is a person")
            .arg(name);
    if (m_isAsked)
        return tr("What you changed here on behalf of %1 is not saved.", "%1 is a person")
            .arg(name);
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(m_time.left()).count();
    return tr("Acting on behalf of %1, %n minute(s) left.", "%1 is a person",
              static_cast<int>(minutes))
        .arg(name);
}

QString ActingTurns::actWords() const
{
    const auto profile = current();
    if (profile && isOver(profile->id))
        return tr("Leave without saving");
    return m_isAsked ? tr("End without saving") : tr("End acting");
}

/// By its key, which alone loses nothing, however often it is pressed.
void ActingTurns::end()
{
    const auto profile = current();
    if (!profile)
        return;
    const QString unsaved = unsavedPage(profile->id);
    if (unsaved.isEmpty()) {
        leave(*profile, tr("You are back in your own account."));
        return;
    }
    m_isAsked = true;
    m_window.openPage(unsaved);
    tell();
}

void ActingTurns::endAnyway()
{
    const auto profile = current();
    if (profile && (m_isAsked || isOver(profile->id)))
        leave(*profile, tr("You are back in your own account."));
    else
        end();
}

/// Its session ended by itself, or somebody ended it. What was typed there can still be read.
void ActingTurns::takeOver(const ProfileId &id)
{
    const auto profile = m_accounts.profiles().find(id);
    if (!profile)
        return;
    if (!unsavedPage(id).isEmpty()) {
        settle();
        return;
    }
    const bool isTime = m_accounts.surroundings().clock.now() >= profile->acting->until;
    const QString words = isTime ? tr("Your time to act on behalf of %1 is over.", "%1 is a person")
                                 : tr("The session on behalf of %1 has ended.", "%1 is a person");
    leave(*profile, words.arg(profile->title()));
}

void ActingTurns::leave(const Profile &profile, const QString &words)
{
    m_isAsked = false;
    if (m_window.currentProfile() == profile.id)
        m_window.openProfile(profile.acting->by);
    m_window.toast().say(words);
    m_accounts.acting().end(profile.id);
}

} // namespace latchkey::ui
