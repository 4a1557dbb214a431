#pragma once

#include "kit/codefield.h"
#include "pagestage.h"
#include "profile/profilepage.h"

namespace latchkey::test {

/// Who somebody is, and how they are reached.
class ProfilePages
{
public:
    static QStringList names()
    {
        return {u"profile"_s, u"conflict"_s, u"contacts"_s, u"newemail"_s, u"newphone"_s};
    }
    static QStringList scrolling() { return {u"contacts"_s, u"newphone"_s}; }

    static QWidget *make(const QString &page, PageStage &stage, account::Account &account)
    {
        if (page != "profile"_L1 && page != "conflict"_L1)
            return contacts(page, stage, account);
        auto *made = stage.show(new ui::ProfilePage(account, stage.clock, stage.toast));
        api::User me = Stage::user(u"Ada Lovelace"_s, 2);
        me.role = api::Role::Admin;
        stage.serve(stage.sample(), me);
        type(made, u"Name"_s, u"Countess of Lovelace"_s);
        if (page == "conflict"_L1) {
            account.learn(Stage::user(u"Ada King"_s, 3));
            settle();
        }
        return made;
    }

private:
    static QWidget *contacts(const QString &page, PageStage &stage, account::Account &account)
    {
        stage.window.resize(1000, 900);
        auto *made = stage.show(new ui::ProfilePage(account, stage.clock, stage.toast));
        api::User me = Stage::user(u"Ada Lovelace"_s, 2);
        if (page != "contacts"_L1) {
            me.emailVerified = true;
            me.phone = u"+14104350691"_s;
        }
        stage.serve(stage.sample(), me);
        if (page == "contacts"_L1) {
            press(made, u"Verify the e-mail address"_s);
            stage.answer<api::StartEmailVerification>(stage.sent(me.email));
        } else if (page == "newemail"_L1) {
            press(made, u"Change the e-mail address"_s);
            type(made, u"New e-mail address"_s, u"ada@lovelace.example"_s);
            press(made, u"Send the code"_s);
            stage.answer<api::StartEmailChange>(stage.sent(u"ada@lovelace.example"_s));
            QTest::keyClicks(made->findChild<ui::CodeField *>(), u"123"_s);
        } else {
            press(made, u"Change the phone"_s);
            type(made, u"Phone number"_s, u"435-0691"_s);
            press(made, u"Send the code"_s);
            stage.refuse(Error::rejected(u"phoneNeedsCountry"_s, u"phone"_s));
        }
        return made;
    }
};

} // namespace latchkey::test
