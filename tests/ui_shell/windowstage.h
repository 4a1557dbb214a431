#pragma once

#include "account/plainhashing.h"
#include "account/preferences.h"
#include "account/proxies.h"
#include "account/stage.h"
#include "firststart/firststartpage.h"
#include "firststart/signinagainpage.h"
#include "kit/mnemonic.h"
#include "settings/settingspage.h"
#include "shell/mainwindow.h"
#include "shell/windowmemory.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::test {

/// The window over accounts whose server is the test; its pages are line edits.
class WindowStage
{
public:
    WindowStage() { preferences.load().value(); }

    ui::PageEntry page(const QString &id, const QString &title)
    {
        ui::PageEntry entry;
        entry.id = id;
        entry.title = [title] { return title; };
        entry.icon = id;
        entry.make = [this](QWidget *parent) {
            ++made;
            return new QLineEdit(parent);
        };
        entry.hasUnsaved = [this](const QWidget *) { return hasUnsaved; };
        return entry;
    }

    ui::FirstStartParts firstStart()
    {
        return {.accounts = stage.accounts,
                .startOwnServer = [this] { return ownServer.call(); },
                .makeSignIn =
                    [](account::SignInFlow &flow, QWidget *parent) {
                        auto *edit = new QLineEdit(parent);
                        edit->setObjectName(u"signIn"_s);
                        QObject::connect(edit, &QLineEdit::returnPressed, &flow, [edit, &flow] {
                            if (flow.step() == account::SignInFlow::Step::Email)
                                flow.submitEmail(edit->text());
                            else
                                flow.submitPassword(Secret(edit->text()));
                        });
                        return edit;
                    },
                .makeSignUp =
                    [](account::SignUpFlow &, QWidget *parent) {
                        auto *edit = new QLineEdit(parent);
                        edit->setObjectName(u"signUp"_s);
                        return edit;
                    },
                .isSignUpTyped =
                    [](const QWidget *form) {
                        return !qobject_cast<const QLineEdit *>(form)->text().isEmpty();
                    }};
    }

    ui::SettingsParts settings() { return {stage.accounts, preferences, proxies, lock, {}}; }

    std::unique_ptr<ui::MainWindow> window()
    {
        ui::PageEntry settingsPage = page(u"settings"_s, u"Settings"_s);
        settingsPage.make = [this](QWidget *parent) {
            return new ui::SettingsPage(settings(), parent);
        };
        settingsPage.carryOut = [](QWidget *one) {
            static_cast<ui::SettingsPage *>(one)->carryOut();
        };
        auto window = std::make_unique<ui::MainWindow>(ui::WindowParts{
            .accounts = stage.accounts,
            .memory = memory,
            .pagesOf =
                [this](account::Account &) {
                    return QList{page(u"home"_s, u"Home"_s), page(u"profile"_s, u"Profile"_s),
                                 page(u"sessions"_s, u"Sessions"_s)};
                },
            .programPages = {settingsPage},
            .makeFirstStart =
                [this](auto finished, QWidget *parent) {
                    auto *first = new ui::FirstStartPage(firstStart(), parent);
                    QObject::connect(first, &ui::FirstStartPage::finished, first,
                                     [finished](const account::ProfileId &id) { finished(id); });
                    QObject::connect(first, &ui::FirstStartPage::left, first,
                                     [finished] { finished({}); });
                    QObject::connect(first, &ui::FirstStartPage::unsavedChanged, first, [first] {
                        if (auto *whole = qobject_cast<ui::MainWindow *>(first->window()))
                            whole->settleUnsaved();
                    });
                    return first;
                },
            .firstStartHasUnsaved =
                [](const QWidget *page) {
                    return static_cast<const ui::FirstStartPage *>(page)->hasUnsaved();
                },
            .makeSignInAgain =
                [this](const account::ProfileId &id, auto finished, QWidget *parent) {
                    auto *again = new ui::SignInAgainPage(id, firstStart(), parent);
                    QObject::connect(again, &ui::SignInAgainPage::finished, again, finished);
                    return again;
                }});
        window->show();
        QApplication::setActiveWindow(window.get());
        window->openWhereItWas();
        return window;
    }

    static QPushButton *button(QWidget *root, const QString &name)
    {
        for (QPushButton *button : root->findChildren<QPushButton *>()) {
            if (button->isVisible() &&
                (ui::withoutMnemonic(button->text()) == name || button->accessibleName() == name))
                return button;
        }
        return nullptr;
    }

    static bool says(QWidget &root, const QString &words)
    {
        for (const QLabel *label : root.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }

    Stage stage;
    ui::WindowMemory memory{stage.dir.filePath(u"window.ini"_s)};
    account::PreferencesStore preferences{stage.dir.filePath(u"preferences.json"_s)};
    account::Proxies proxies{preferences, stage.keeping};
    account::AppLock lock{stage.dir.filePath(u"lock.json"_s), stage.clock, stage.alarm,
                          plainHashing()};
    CallSource<QUrl> ownServer;
    int made = 0;
    bool hasUnsaved = false;
};

} // namespace latchkey::test
