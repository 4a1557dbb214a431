#include "errands.h"

#include "access/accesspage.h"
#include "help/helppage.h"
#include "home/homepage.h"
#include "profile/profilepage.h"
#include "security/securitypage.h"
#include "settings/settingspage.h"
#include "shell/mainwindow.h"

#include <algorithm>

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

/// Each profile that was open has one of its own; null where that can't be opened.
template <class Page>
Page *shown(ui::MainWindow &window, const QString &id)
{
    window.openPage(id);
    const QList<Page *> pages = window.findChildren<Page *>();
    const auto found = std::ranges::find_if(pages, &QWidget::isVisible);
    return found == pages.end() ? nullptr : *found;
}

} // namespace

void errands::openSession(ui::MainWindow &window, const api::SessionId &id)
{
    if (auto *page = shown<ui::AccessPage>(window, u"access"_s))
        page->select(id);
}

void errands::answerSignIn(ui::MainWindow &window, const account::ProfileId &id)
{
    window.openProfile(id);
    if (auto *page = shown<ui::HomePage>(window, u"home"_s))
        page->showQuestions();
}

void errands::choosePassword(ui::MainWindow &window, const account::ProfileId &id)
{
    window.openProfile(id);
    if (auto *page = shown<ui::SecurityPage>(window, u"security"_s))
        page->choosePassword();
}

void errands::addAuthenticator(ui::MainWindow &window, const account::ProfileId &id)
{
    window.openProfile(id);
    if (auto *page = shown<ui::SecurityPage>(window, u"security"_s))
        page->addFactor(api::Factor::Totp);
}

void errands::verifyEmail(ui::MainWindow &window)
{
    if (auto *page = shown<ui::ProfilePage>(window, u"profile"_s))
        page->showEmail();
}

void errands::verifyPhone(ui::MainWindow &window)
{
    if (auto *page = shown<ui::ProfilePage>(window, u"profile"_s))
        page->showPhone();
}

void errands::setLock(ui::MainWindow &window)
{
    if (auto *page = shown<ui::SettingsPage>(window, u"settings"_s))
        page->showLock();
}

void errands::help(ui::MainWindow &window, const QString &email)
{
    if (auto *page = shown<ui::HelpPage>(window, u"help"_s))
        page->lookFor(email);
}

} // namespace latchkey::app
