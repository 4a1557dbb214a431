#pragma once

#include "account/profile.h"
#include "api/sessions.h"

namespace latchkey::ui {
class MainWindow;
}

/// What is asked for in one place and done on the page of another.
namespace latchkey::app::errands {

void openSession(ui::MainWindow &window, const api::SessionId &id);
void answerSignIn(ui::MainWindow &window, const account::ProfileId &id);
void choosePassword(ui::MainWindow &window, const account::ProfileId &id);
void addAuthenticator(ui::MainWindow &window, const account::ProfileId &id);
void verifyEmail(ui::MainWindow &window);
void verifyPhone(ui::MainWindow &window);
void setLock(ui::MainWindow &window);
void help(ui::MainWindow &window, const QString &email);

} // namespace latchkey::app::errands
