#pragma once

#include "account/recoveryflow.h"
#include "account/signupflow.h"
#include "kit/codefield.h"
#include "kit/scale.h"
#include "pagestage.h"
#include "signin/signinpage.h"
#include "signup/signuppage.h"

namespace latchkey::test {

/// The pages that lead to an account, each with something on it.
class EntryPages
{
public:
    static QStringList names()
    {
        return {u"signin"_s,    u"code"_s,   u"sentcode"_s,  u"toomany"_s,  u"recovery"_s,
                u"nomail"_s,    u"reset"_s,  u"givencode"_s, u"reminded"_s, u"takeback"_s,
                u"recovered"_s, u"signup"_s, u"signupcode"_s};
    }

    QWidget *make(const QString &page, PageStage &stage)
    {
        if (page == "signup"_L1)
            return makeSignUp(stage);
        return page == "signupcode"_L1 ? makeSignUpCode(stage) : makeSignIn(page, stage);
    }

private:
    QWidget *makeSignIn(const QString &page, PageStage &stage)
    {
        m_signIn = stage.accounts.signInFlow(Stage::server(), {}, u"Demo"_s);
        auto *made = asForm(stage.show(new ui::SignInPage(*m_signIn, stage.clock)));
        stage.describe();
        type(made, u"E-mail or user name"_s, u"ada@example.com"_s);
        press(made, u"Continue"_s);
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        const QStringList asking{u"code"_s, u"sentcode"_s, u"toomany"_s};
        if (page != "signin"_L1 && !asking.contains(page)) {
            recover(page, made, stage);
            return made;
        }
        type(made, u"Password"_s, u"wrong"_s);
        press(made, u"Sign in"_s);
        if (page == "signin"_L1) {
            stage.refuse(Error::of(Error::Kind::Unauthorized, u"wrongCredentials"_s));
            return made;
        }
        using api::Factor;
        stage.answer<api::SignIn>(
            {.challenge = api::Challenge{.id = api::ChallengeId(u"c1"_s),
                                         .factors = {Factor::Totp, Factor::EmailCode,
                                                     Factor::SmsCode, Factor::RecoveryCode}}});
        if (page == "code"_L1)
            return made;
        m_signIn->codeWays().choose(page == "toomany"_L1 ? Factor::SmsCode : Factor::EmailCode);
        if (page == "sentcode"_L1) {
            stage.answer<api::SendChallengeCode>(stage.sent(u"a•••@example.org"_s));
            return made;
        }
        Error many = Error::of(Error::Kind::RateLimited, u"tooManyCodes"_s);
        many.retryAfter = 40min;
        stage.refuse(many);
        return made;
    }

    /// As wide as first start shows it.
    template <class Page>
    static Page *asForm(Page *page)
    {
        page->setGeometry(ui::space::huge, ui::space::huge, ui::formWidth, 640);
        return page;
    }

    static void recover(const QString &page, QWidget *made, PageStage &stage)
    {
        press(made, u"Forgot your password?"_s);
        stage.answer<api::DescribeServer>({.name = u"Demo"_s, .sendsMail = page != "nomail"_L1});
        if (page == "recovery"_L1 || page == "nomail"_L1)
            return;
        if (page == "givencode"_L1) {
            press(made, u"I already have a code"_s);
            return;
        }
        if (page == "takeback"_L1) {
            press(made, u"My e-mail address was changed, and it wasn't me"_s);
            return;
        }
        if (page == "reminded"_L1) {
            press(made, u"Which e-mail do I sign in with?"_s);
            press(made, u"Send the mail"_s);
            stage.answer<api::RemindUserName>({});
            return;
        }
        press(made, u"Send the code"_s);
        stage.answer<api::RequestPasswordReset>({.id = api::ResetId(u"r1"_s),
                                                 .resendAt = stage.clock.now() + 60s,
                                                 .expiresAt = stage.clock.now() + 5min});
        for (auto *field : made->findChildren<ui::CodeField *>()) {
            if (field->isVisibleTo(made))
                QTest::keyClicks(field, u"123456"_s);
        }
        type(made, u"New password"_s, u"violet teapot 42"_s);
        QTest::qWait(200);
        if (page == "reset"_L1)
            return;
        press(made, u"Set the new password"_s);
        stage.answer<api::ResetPassword>({});
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
    }

    QWidget *makeSignUp(PageStage &stage)
    {
        m_signUp = stage.accounts.signUpFlow(
            Stage::server(),
            {.name = u"Demo"_s, .firstAccountPending = true, .setupCodeRequired = true});
        auto *made = stage.show(new ui::SignUpPage(*m_signUp, stage.clock));
        type(made, u"Name"_s, u"Ada Lovelace"_s);
        type(made, u"E-mail"_s, u"ada"_s);
        type(made, u"Password"_s, u"correct horse"_s);
        QTest::qWait(200);
        press(made, u"Create account"_s);
        return made;
    }

    QWidget *makeSignUpCode(PageStage &stage)
    {
        m_signUp = stage.accounts.signUpFlow(Stage::server(), {.name = u"Demo"_s});
        auto *made = asForm(stage.show(new ui::SignUpPage(*m_signUp, stage.clock)));
        type(made, u"Name"_s, u"Ada Lovelace"_s);
        type(made, u"E-mail"_s, u"ada@example.com"_s);
        type(made, u"Password"_s, u"violet teapot 42 harbour"_s);
        press(made, u"Create account"_s);
        stage.answer<api::SignUp>({{},
                                   api::PendingSignUp{.id = api::SignUpId(u"p1"_s),
                                                      .sent = stage.sent(u"ada@example.com"_s)}});
        return made;
    }

    std::unique_ptr<account::SignInFlow> m_signIn;
    std::unique_ptr<account::SignUpFlow> m_signUp;
};

} // namespace latchkey::test
