#pragma once

#include "account/account.h"
#include "accounts/accountspage.h"
#include "pagestage.h"
#include "runningserver/serverpage.h"

#include <QListView>

namespace latchkey::test {

/// What administrators look after: accounts, and the server itself.
class AdministratorPages
{
public:
    static QStringList names() { return {u"accounts"_s, u"accountend"_s, u"server"_s}; }
    static QStringList scrolling() { return {u"server"_s}; }

    static QWidget *make(const QString &page, PageStage &stage, account::Account &account)
    {
        stage.window.resize(1000, 900);
        api::User me = Stage::user(u"Ada Lovelace"_s, 2);
        me.role = api::Role::Admin;
        account.learn(me);
        return page == "server"_L1 ? server(stage, account) : accounts(page, stage, account);
    }

private:
    static QWidget *server(PageStage &stage, account::Account &account)
    {
        auto *made = stage.show(new ui::ServerPage(account, stage.toast));
        stage.answer<api::ShowServerSettings>({.signUpOpen = false});
        stage.answer<api::ShowFigures>(
            {.version = u"0.1.0"_s, .users = 1234, .sessions = 5678, .sessionsBegun = 90});
        return made;
    }

    static QWidget *accounts(const QString &page, PageStage &stage, account::Account &account)
    {
        auto *made = stage.show(new ui::AccountsPage(account, stage.clock, stage.toast));
        stage.answer<api::ListAccounts>({.users = everybody(stage), .next = {}});
        auto *list = made->findChild<QListView *>();
        list->setCurrentIndex(list->model()->index(1, 0));
        stage.answer<api::ShowAccountCredits>(
            {.balance = 2'500'000,
             .plan = {.tier = api::Tier::Paid, .meters = api::metersOf(api::Tier::Paid)}});
        if (page == "accountend"_L1)
            press(made, u"Delete the account of Grace Hopper…"_s);
        return made;
    }

    static QList<api::User> everybody(const PageStage &stage)
    {
        QList<api::User> all;
        for (const QString &name :
             {u"Ada Lovelace"_s, u"Grace Hopper"_s, u"王小明"_s, u"Katherine Johnson"_s}) {
            api::User one = Stage::user(name);
            one.id = api::UserId(u"u%1"_s.arg(all.size()));
            one.role = all.isEmpty() ? api::Role::Admin : api::Role::User;
            one.createdAt = stage.ago(60min * 24 * 12 * (all.size() + 1));
            all << one;
        }
        return all;
    }
};

} // namespace latchkey::test
