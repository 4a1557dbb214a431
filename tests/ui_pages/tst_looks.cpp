#include "access/accesspage.h"
#include "account/authorizationstore.h"
#include "account/creditstore.h"
#include "account/factorstore.h"
#include "account/grantstore.h"
#include "account/organisationstore.h"
#include "account/recoveryflow.h"
#include "administratorpages.h"
#include "apisessions/apisessionspage.h"
#include "authorizations/authorizationspage.h"
#include "credits/creditspage.h"
#include "grants/grantspage.h"
#include "help/helppage.h"
#include "home/homepage.h"
#include "identitypages.h"
#include "kit/codefield.h"
#include "kit/letters.h"
#include "kit/scale.h"
#include "kit/theme.h"
#include "organisation/organisationpage.h"
#include "pagestage.h"
#include "profile/profilepage.h"
#include "security/securitypage.h"
#include "signin/signinpage.h"
#include "signup/signuppage.h"
#include "support/testrunner.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTranslator>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

/// Every page with something on it: its words fit, in each theme. Where LATCHKEY_SHOTS names a
/// folder the pictures are left there for people to look at.
class LooksTest : public QObject
{
    Q_OBJECT

    static QStringList sharing()
    {
        return {u"sharing"_s,    u"nosharing"_s, u"sharenew"_s,    u"sharechange"_s, u"children"_s,
                u"nochildren"_s, u"childnew"_s,  u"childacting"_s, u"childleave"_s};
    }

private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, Theme::Light); }

    void everyPage_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<bool>("isDark");
        for (const QString &page :
             IdentityPages::names() + AdministratorPages::names() + sharing() +
                 QStringList{u"access"_s,      u"home"_s,        u"profile"_s,   u"conflict"_s,
                             u"security"_s,    u"unprotected"_s, u"scan"_s,      u"codes"_s,
                             u"signin"_s,      u"code"_s,        u"sentcode"_s,  u"toomany"_s,
                             u"recovery"_s,    u"nomail"_s,      u"reset"_s,     u"givencode"_s,
                             u"reminded"_s,    u"takeback"_s,    u"recovered"_s, u"signup"_s,
                             u"signupcode"_s,  u"contacts"_s,    u"newemail"_s,  u"newphone"_s,
                             u"bymail"_s,      u"bytext"_s,      u"help"_s,      u"helpnone"_s,
                             u"apisessions"_s, u"apinone"_s,     u"apinew"_s,    u"apisecret"_s,
                             u"helpacting"_s,  u"grants"_s,      u"nogrants"_s,  u"givegrant"_s,
                             u"credits"_s}) {
            QTest::addRow("%s light", qPrintable(page)) << page << false;
            QTest::addRow("%s dark", qPrintable(page)) << page << true;
        }
    }

    void everyPage()
    {
        QFETCH(const QString, page);
        QFETCH(const bool, isDark);
        applyTheme(*qApp, isDark ? Theme::Dark : Theme::Light);
        PageStage stage;
        QWidget *const widget = make(page, stage);
        QVERIFY(widget);
        settle();
        for (const auto *button : widget->findChildren<QPushButton *>()) {
            if (button->isVisibleTo(widget) && !button->text().isEmpty())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                         qPrintable(button->text()));
        }
        keep(stage.window, page + (isDark ? u"-dark"_s : u"-light"_s));
    }

    void noLetterStandsTwiceOnAPage_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<bool>("isChinese");
        for (const QString &page :
             IdentityPages::names() + AdministratorPages::names() + sharing() +
                 QStringList{u"access"_s,    u"ended"_s,       u"home"_s,        u"profile"_s,
                             u"conflict"_s,  u"security"_s,    u"unprotected"_s, u"scan"_s,
                             u"codes"_s,     u"signin"_s,      u"code"_s,        u"sentcode"_s,
                             u"toomany"_s,   u"recovery"_s,    u"nomail"_s,      u"reset"_s,
                             u"givencode"_s, u"reminded"_s,    u"takeback"_s,    u"recovered"_s,
                             u"signup"_s,    u"signupcode"_s,  u"contacts"_s,    u"newemail"_s,
                             u"newphone"_s,  u"bymail"_s,      u"bytext"_s,      u"help"_s,
                             u"helpnone"_s,  u"apisessions"_s, u"apinone"_s,     u"apinew"_s,
                             u"apisecret"_s, u"helpacting"_s,  u"grants"_s,      u"nogrants"_s,
                             u"givegrant"_s, u"credits"_s}) {
            QTest::addRow("%s English", qPrintable(page)) << page << false;
            QTest::addRow("%s Chinese", qPrintable(page)) << page << true;
        }
    }

    void noLetterStandsTwiceOnAPage()
    {
        QFETCH(const QString, page);
        QFETCH(const bool, isChinese);
        PageStage stage;
        const QWidget *const widget = make(page, stage);
        QTranslator words;
        if (isChinese) {
            QVERIFY(words.load(u":/i18n/latchkey_zh_CN.qm"_s));
            QCoreApplication::installTranslator(&words);
            settle();
            keep(stage.window, page + u"-chinese"_s);
        }
        const Letters letters(*widget);
        QVERIFY2(letters.twice().isEmpty(), qPrintable(letters.twice()));
        QVERIFY(letters.count() > 0);
    }

    void aNarrowWindowScrollsDownAlone_data()
    {
        QTest::addColumn<QString>("page");
        for (const QString &page :
             IdentityPages::scrolling() + AdministratorPages::scrolling() + sharing() +
                 QStringList{u"home"_s, u"contacts"_s, u"newphone"_s, u"security"_s,
                             u"unprotected"_s, u"scan"_s, u"codes"_s, u"bytext"_s, u"help"_s,
                             u"helpacting"_s, u"grants"_s, u"nogrants"_s, u"givegrant"_s,
                             u"apisessions"_s, u"apinew"_s, u"apisecret"_s, u"credits"_s})
            QTest::addRow("%s", qPrintable(page)) << page;
    }

    /// As it is where everything is drawn twice as large.
    void aNarrowWindowScrollsDownAlone()
    {
        QFETCH(const QString, page);
        PageStage stage;
        QTranslator words;
        QVERIFY(words.load(u":/i18n/latchkey_zh_CN.qm"_s));
        QWidget *const widget = make(page, stage);
        QCoreApplication::installTranslator(&words);
        stage.window.resize(420, 430);
        widget->setGeometry(stage.window.rect());
        settle();
        keep(stage.window, page + u"-narrow"_s);
        const auto *scroll = widget->findChild<QScrollArea *>();
        QVERIFY(scroll && scroll->isVisible());
        QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    }

private:
    QWidget *make(const QString &page, PageStage &stage)
    {
        static const QStringList entering{
            u"signin"_s, u"code"_s,      u"sentcode"_s, u"toomany"_s,  u"recovery"_s, u"nomail"_s,
            u"reset"_s,  u"givencode"_s, u"reminded"_s, u"takeback"_s, u"recovered"_s};
        if (IdentityPages::names().contains(page))
            return m_identityPages.make(page, stage);
        if (entering.contains(page))
            return makeSignIn(page, stage);
        if (page == "signupcode"_L1)
            return makeSignUpCode(stage);
        if (page == "signup"_L1) {
            m_signUp = stage.accounts.signUpFlow(
                Stage::server(),
                {.name = u"Demo"_s, .firstAccountPending = true, .setupCodeRequired = true});
            auto *made = stage.show(new SignUpPage(*m_signUp, stage.clock));
            type(made, u"Name"_s, u"Ada Lovelace"_s);
            type(made, u"E-mail"_s, u"ada"_s);
            type(made, u"Password"_s, u"correct horse"_s);
            QTest::qWait(200);
            press(made, u"Create account"_s);
            return made;
        }
        account::Account &account = stage.open(stage.sample());
        if (AdministratorPages::names().contains(page))
            return AdministratorPages::make(page, stage, account);
        account::SessionStore &store = *stage.accounts.sessions(account.id());
        api::User me = Stage::user(u"Ada Lovelace"_s, 2);
        me.role = api::Role::Admin;
        QWidget *made = nullptr;
        if (page == "access"_L1 || page == "ended"_L1) {
            auto *access = stage.show(new AccessPage(account, store, stage.clock, stage.toast));
            QList<api::Session> sessions = stage.sample() << report(stage);
            sessions[2].proof = api::Proof::SmsCode;
            sessions[3].end->reinstatableUntil = stage.clock.now() + 9s;
            stage.serve(sessions, me);
            access->select(sessions.at(page == "ended"_L1 ? 3 : 2).id);
            press(access, u"End all others"_s);
            made = access;
        } else if (page == "home"_L1) {
            made = stage.show(new HomePage(account, store, *stage.accounts.factors(account.id()),
                                           *stage.accounts.identities(account.id()), stage.clock,
                                           stage.toast));
            stage.serve(stage.sample() << report(stage), me);
        } else if (page == "security"_L1 || page == "unprotected"_L1 || page == "scan"_L1 ||
                   page == "codes"_L1 || page == "bymail"_L1 || page == "bytext"_L1) {
            made = security(page, stage, account);
        } else if (page.startsWith("api"_L1)) {
            made = apiSessions(page, stage, account);
        } else if (page.startsWith("help"_L1)) {
            made = help(page, stage, account);
        } else if (page.endsWith("grants"_L1) || page == "givegrant"_L1) {
            made = grants(page, stage, account);
        } else if (page == "credits"_L1) {
            made = credits(stage, account);
        } else if (page.contains("shar"_L1)) {
            made = authorizations(page, stage, account);
        } else if (sharing().contains(page)) {
            made = organisation(page, stage, account);
        } else if (page == "contacts"_L1 || page == "newemail"_L1 || page == "newphone"_L1) {
            made = contacts(page, stage, account);
        } else {
            made = stage.show(new ProfilePage(account, stage.clock, stage.toast));
            stage.serve(stage.sample(), me);
            type(made, u"Name"_s, u"Countess of Lovelace"_s);
            if (page == "conflict"_L1) {
                account.learn(Stage::user(u"Ada King"_s, 3));
                settle();
            }
        }
        return made;
    }

    static api::CodeSent sent(const PageStage &stage, const QString &to)
    {
        return {
            .to = to, .resendAt = stage.clock.now() + 43s, .expiresAt = stage.clock.now() + 5min};
    }

    static QWidget *contacts(const QString &page, PageStage &stage, account::Account &account)
    {
        stage.window.resize(1000, 900);
        auto *made = stage.show(new ProfilePage(account, stage.clock, stage.toast));
        api::User me = Stage::user(u"Ada Lovelace"_s, 2);
        if (page != "contacts"_L1) {
            me.emailVerified = true;
            me.phone = u"+14104350691"_s;
        }
        stage.serve(stage.sample(), me);
        if (page == "contacts"_L1) {
            press(made, u"Verify the e-mail address"_s);
            stage.answer<api::StartEmailVerification>(sent(stage, me.email));
        } else if (page == "newemail"_L1) {
            press(made, u"Change the e-mail address"_s);
            type(made, u"New e-mail address"_s, u"ada@lovelace.example"_s);
            press(made, u"Send the code"_s);
            stage.answer<api::StartEmailChange>(sent(stage, u"ada@lovelace.example"_s));
            QTest::keyClicks(made->findChild<CodeField *>(), u"123"_s);
        } else {
            press(made, u"Change the phone"_s);
            type(made, u"Phone number"_s, u"435-0691"_s);
            press(made, u"Send the code"_s);
            stage.refuse(Error::rejected(u"phoneNeedsCountry"_s, u"phone"_s));
        }
        return made;
    }

    /// As it stands among all sessions.
    static api::Session report(const PageStage &stage)
    {
        api::Session session = stage.device(u"a3"_s, u"Yearly report"_s, 60min * 24 * 210);
        session.kind = api::SessionKind::Api;
        session.device.program.clear();
        session.device.system.clear();
        session.lastActiveAt = stage.ago(60min * 24 * 97);
        session.expiresAt = api::never;
        session.proof = api::Proof::Session;
        session.reviewed = true;
        return session;
    }

    static api::ApiSession program(const PageStage &stage, const QString &id,
                                   const QList<QString> &labels, int daysOld)
    {
        const Timestamp made = stage.ago(60min * 24 * daysOld);
        return {.id = api::SessionId(id),
                .labels = labels,
                .createdAt = made,
                .secretMadeAt = made,
                .lastUsedAt = stage.ago(25min),
                .lastUsedFrom = u"192.0.2.17"_s,
                .expiresAt = stage.clock.now() + 24h * 60};
    }

    static QWidget *apiSessions(const QString &page, PageStage &stage, account::Account &account)
    {
        stage.window.resize(1000, 900);
        auto *made = stage.show(
            new ApiSessionsPage(account, *stage.accounts.apiSessions(account.id()),
                                *stage.accounts.sessions(account.id()), stage.clock, stage.toast));
        api::ApiSession backup = program(stage, u"a1"_s, {u"Backup at night"_s}, 21);
        api::ApiSession build =
            program(stage, u"a2"_s, {u"Build machine"_s, u"team: billing"_s}, 83);
        build.expiresAt = stage.clock.now() + 24h * 3;
        api::ApiSession report = program(stage, u"a3"_s, {u"Yearly report"_s}, 210);
        report.expiresAt.reset();
        report.lastUsedAt = stage.ago(60min * 24 * 97);
        api::ApiSession gone = program(stage, u"a4"_s, {u"Old import"_s}, 40);
        gone.end = api::SessionEnd{.at = stage.ago(60min * 24 * 2),
                                   .reason = api::EndReason::EndedByOwner,
                                   .by = api::SessionId(u"s2"_s)};
        if (page == "apinone"_L1 || page == "apinew"_L1) {
            stage.answer<api::ListApiSessions>({});
            settle();
        } else {
            stage.answer<api::ListApiSessions>({.sessions = {backup, build, report, gone}});
            settle();
        }
        if (page == "apinew"_L1) {
            press(made, u"New API session"_s);
            type(made, u"Labels"_s, u"Backup at night, team: billing"_s);
            QTest::keyClick(named<QComboBox>(made, u"Ends"_s), Qt::Key_End);
            settle();
        } else if (page == "apisecret"_L1) {
            press(made, u"New secret for Backup at night"_s);
            press(made, u"Make a new secret"_s);
            stage.answer<api::RotateApiSession>(
                {backup, Secret(u"lk_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3TQtQq"_s)});
            settle();
        }
        return made;
    }

    static QWidget *credits(PageStage &stage, account::Account &account)
    {
        stage.window.resize(1000, 900);
        auto *made = stage.show(new CreditsPage(account, *stage.accounts.credits(account.id()),
                                                stage.clock, stage.toast));
        const api::CreditEntry given{.id = api::CreditEntryId(u"c1"_s),
                                     .amount = 10'000'464'996'297,
                                     .balance = 10'000'464'996'297,
                                     .cause = u"A present from the house"_s,
                                     .by = api::UserId(u"u2"_s),
                                     .byName = u"Grace Hopper"_s,
                                     .at = stage.ago(60min * 24 * 3)};
        api::CreditEntry taken = given;
        taken.id = api::CreditEntryId(u"c2"_s);
        taken.amount = -2'500'000;
        taken.balance += taken.amount;
        taken.cause = u"What was given twice by mistake, in a cause that takes two lines"_s;
        taken.at = stage.ago(7min);
        api::Plan plan{.tier = api::Tier::Free, .meters = api::metersOf(api::Tier::Free)};
        plan.meters[0].used = 2 * api::gibibyte;
        plan.meters[2].used = 99;
        stage.answer<api::ShowCredits>({.balance = taken.balance});
        stage.answer<api::ShowPlan>(plan);
        stage.answer<api::ListCreditEntries>({.entries = {taken, given}, .next = u"c1"_s});
        type(made, u"Type “Paid” to confirm"_s, u"Pai"_s);
        return made;
    }

    static QWidget *grants(const QString &page, PageStage &stage, account::Account &account)
    {
        auto *made = stage.show(new GrantsPage(account, *stage.accounts.grants(account.id()),
                                               stage.clock, stage.toast));
        const auto grant = [&stage](const QString &id, const QString &giver,
                                    const QString &receiver, api::GrantState state) {
            return api::Grant{.id = api::GrantId(id),
                              .giver = {.id = api::UserId(u"u2"_s), .name = giver},
                              .receiver = {.id = api::UserId(u"u3"_s), .name = receiver},
                              .package = api::Package::Professional,
                              .tier = api::PackageTier::Premium,
                              .state = state,
                              .createdAt = stage.ago(60min * 24 * 20),
                              .updatedAt = stage.ago(60min * 24 * 2)};
        };
        const QString ada = u"Ada Lovelace"_s;
        const bool isEmpty = page == "nogrants"_L1;
        stage.answer<api::ListReceivedGrants>(
            {.grants = isEmpty ? QList<api::Grant>()
                               : QList{grant(u"g1"_s, u"Mary Somerville"_s, ada,
                                             api::GrantState::Active)}});
        stage.answer<api::ListGivenGrants>(
            {.grants = isEmpty
                           ? QList<api::Grant>()
                           : QList{grant(u"g2"_s, ada, u"Grace Hopper"_s, api::GrantState::Pending),
                                   grant(u"g3"_s, ada, u"Charles Babbage"_s,
                                         api::GrantState::Cancelled)}});
        if (page == "givegrant"_L1) {
            press(made, u"Give a subscription"_s);
            press(made, u"Give it"_s);
        }
        return made;
    }

    static QWidget *authorizations(const QString &page, PageStage &stage, account::Account &account)
    {
        auto *made = stage.show(new AuthorizationsPage(
            account, *stage.accounts.authorizations(account.id()), stage.clock, stage.toast));
        const api::UserCard ada = api::cardOf(Stage::user(u"Ada Lovelace"_s));
        const auto person = [](const QString &id, const QString &name) {
            return api::UserCard{.id = api::UserId(id), .name = name};
        };
        const api::Authorization given{.id = api::AuthorizationId(u"a1"_s),
                                       .giver = ada,
                                       .receiver = person(u"u2"_s, u"Grace Hopper"_s),
                                       .action = api::AccessAction::Write,
                                       .createdAt = stage.ago(60min * 24 * 20)};
        api::Authorization second = given;
        second.id = api::AuthorizationId(u"a2"_s);
        second.scope = api::AccessScope::Sessions;
        second.action = api::AccessAction::Read;
        const api::Authorization received{.id = api::AuthorizationId(u"a3"_s),
                                          .giver = person(u"u3"_s, u"Mary Somerville"_s),
                                          .receiver = ada,
                                          .createdAt = stage.ago(7min)};
        stage.answer<api::ListAuthorizations>(
            {.authorizations = page == "nosharing"_L1 ? QList<api::Authorization>()
                                                      : QList{given, second, received}});
        if (page == "sharenew"_L1) {
            press(made, u"Let somebody in"_s);
            press(made, u"Give access"_s);
        } else if (page == "sharechange"_L1) {
            press(made, u"Change what Grace Hopper may do: See and change your profile"_s);
            press(made, u"Give back what Mary Somerville lets you do: See their profile"_s);
        } else if (page == "sharing"_L1) {
            press(made, u"Look into what Mary Somerville shows you: See their profile"_s);
            stage.answer<api::ShowAccount>(Stage::user(u"Mary Somerville"_s));
        }
        return made;
    }

    static QWidget *organisation(const QString &page, PageStage &stage, account::Account &account)
    {
        auto *made =
            stage.show(new OrganisationPage(account, *stage.accounts.organisation(account.id()),
                                            stage.accounts.acting(), stage.clock, stage.toast));
        const auto child = [&stage](const QString &id, const QString &name) {
            api::ChildAccount child{.user = Stage::user(name),
                                    .madeAt = stage.ago(60min * 24 * 20)};
            child.user.id = api::UserId(id);
            child.user.email = id + u".who.has.a.long.address@mathematics.example.com"_s;
            return child;
        };
        const bool isEmpty = page == "nochildren"_L1;
        stage.answer<api::ListChildAccounts>(
            {.accounts = isEmpty ? QList<api::ChildAccount>()
                                 : QList{child(u"u2"_s, u"Grace Hopper"_s),
                                         child(u"u3"_s, u"Charles Babbage"_s)}});
        api::Organisation organisation;
        if (!isEmpty)
            organisation.parent =
                api::UserCard{.id = api::UserId(u"u9"_s), .name = u"Mary Somerville"_s};
        stage.answer<api::ShowOrganisation>(organisation);
        if (page == "childnew"_L1) {
            press(made, u"Make an account"_s);
            press(made, u"Make the account"_s);
        } else if (page == "childacting"_L1) {
            for (const QString &name : {u"Grace Hopper"_s, u"Charles Babbage"_s})
                press(made, u"Act in the account of %1…"_s.arg(name));
            type(made, u"Reason"_s, u"Ticket"_s);
        } else if (page == "childleave"_L1) {
            press(made, u"Leave Mary Somerville…"_s);
        }
        return made;
    }

    static QWidget *help(const QString &page, PageStage &stage, account::Account &account)
    {
        auto *made =
            stage.show(new HelpPage(account, stage.accounts.acting(), stage.clock, stage.toast));
        if (page == "helpnone"_L1)
            return made;
        api::HelpedAccount found{.user = Stage::user(u"Grace Hopper"_s)};
        found.user.email = u"grace@example.com"_s;
        found.user.emailVerified = true;
        found.user.createdAt = stage.ago(60min * 24 * 20);
        found.lock = api::Lock{.failures = 7, .until = stage.clock.now() + 43s};
        found.reset = api::StartedReset{.state = api::ResetState::Sent,
                                        .startedAt = stage.ago(7min),
                                        .expiresAt = stage.clock.now() + 24h};
        type(made, u"E-mail address of the account"_s, found.user.email);
        press(made, u"Find the account"_s);
        stage.answer<api::FindAccount>(found);
        if (page == "helpacting"_L1) {
            api::User me = Stage::user(u"Ada Lovelace"_s, 2);
            me.role = api::Role::Admin;
            account.learn(me);
            settle();
            press(made, u"Act on behalf of Grace Hopper…"_s);
            type(made, u"Reason"_s, u"Ticket"_s);
        }
        return made;
    }

    /// By the menu of kinds.
    static void addFactor(const QWidget *page, const QString &kind)
    {
        for (const auto *menu : page->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->text() == kind)
                    action->trigger();
            }
        }
        settle();
    }

    static QWidget *security(const QString &page, PageStage &stage, account::Account &account)
    {
        stage.window.resize(1000, 900);
        auto *made = stage.show(new SecurityPage(account, *stage.accounts.factors(account.id()),
                                                 *stage.accounts.identities(account.id()),
                                                 stage.clock, stage.toast));
        const bool isFilled = page == "security"_L1;
        api::Factors factors;
        QList<api::TrustedDevice> devices;
        if (isFilled) {
            factors.factors = {{.id = api::FactorId(u"f1"_s),
                                .name = u"My phone"_s,
                                .addedAt = stage.ago(60min * 24 * 90),
                                .lastUsedAt = stage.ago(25min)},
                               {.id = api::FactorId(u"f2"_s),
                                .kind = api::Factor::SmsCode,
                                .name = u"Codes as texts"_s,
                                .addedAt = stage.ago(60min * 24 * 2)},
                               {.id = api::FactorId(u"f3"_s),
                                .kind = api::Factor::EmailCode,
                                .name = u"My mailbox"_s,
                                .addedAt = stage.ago(60min * 24 * 2)}};
            factors.recoveryCodes =
                api::RecoveryCodesLeft{.left = 2, .madeAt = stage.ago(60min * 24 * 90)};
            devices = {{.id = api::TrustedDeviceId(u"d1"_s),
                        .device = {.label = u"Studio desktop"_s},
                        .address = u"192.0.2.17"_s,
                        .trustedAt = stage.ago(60min * 24 * 4),
                        .expiresAt = stage.clock.now() + 24h * 26}};
        }
        const auto serve = [&] {
            stage.factors = factors;
            stage.devices = devices;
            api::User me = Stage::user(u"Ada"_s, 2);
            me.emailVerified = true;
            me.phone = u"+14104350691"_s;
            account.learn(me);
            stage.serve(stage.sample(), me);
        };
        serve();
        if (page == "security"_L1 || page == "unprotected"_L1)
            return made;
        if (page == "bymail"_L1 || page == "bytext"_L1) {
            addFactor(made, page == "bymail"_L1 ? u"Codes by e-mail"_s : u"Codes as texts"_s);
            if (page == "bytext"_L1) {
                press(made, u"Send the first code"_s);
                stage.answer<api::EnrolCodes>(
                    {.id = api::FactorId(u"f1"_s), .sent = sent(stage, u"+14104350691"_s)});
            }
            return made;
        }
        addFactor(made, u"Authenticator app"_s);
        type(made, u"Name of the authenticator"_s, u"My phone"_s);
        press(made, u"Continue"_s);
        const QString secret = u"JBSWY3DPEHPK3PXPKRUGS4ZANFZSAYJA"_s;
        stage.answer<api::EnrolTotp>(
            {.id = api::FactorId(u"f1"_s),
             .secret = Secret(secret),
             .uri = Secret(
                 u"otpauth://totp/Demo:ada%40example.com?secret=%1&issuer=Demo"_s.arg(secret))});
        if (page == "scan"_L1)
            return made;
        QTest::keyClicks(made->findChild<CodeField *>(), u"123456"_s);
        stage.answer<api::ActivateFactor>(Stage::signedIn(u"lk-token-2"_s));
        factors.factors = {{.id = api::FactorId(u"f1"_s), .name = u"My phone"_s}};
        stage.answer<api::ListFactors>(factors);
        stage.answer<api::ListTrustedDevices>({});
        QList<Secret> codes;
        for (int i = 0; i < 10; ++i)
            codes << Secret(u"7K%1QX-M3%2HD"_s.arg(i).arg(9 - i));
        stage.answer<api::MakeRecoveryCodes>({.codes = codes});
        serve();
        return made;
    }

    QWidget *makeSignIn(const QString &page, PageStage &stage)
    {
        m_signIn = stage.accounts.signInFlow(Stage::server(), {}, u"Demo"_s);
        auto *made = asForm(stage.show(new SignInPage(*m_signIn, stage.clock)));
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
            stage.answer<api::SendChallengeCode>(sent(stage, u"a•••@example.org"_s));
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
        page->setGeometry(space::huge, space::huge, formWidth, 640);
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
        for (auto *field : made->findChildren<CodeField *>()) {
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

    QWidget *makeSignUpCode(PageStage &stage)
    {
        m_signUp = stage.accounts.signUpFlow(Stage::server(), {.name = u"Demo"_s});
        auto *made = asForm(stage.show(new SignUpPage(*m_signUp, stage.clock)));
        type(made, u"Name"_s, u"Ada Lovelace"_s);
        type(made, u"E-mail"_s, u"ada@example.com"_s);
        type(made, u"Password"_s, u"violet teapot 42 harbour"_s);
        press(made, u"Create account"_s);
        stage.answer<api::SignUp>({{},
                                   api::PendingSignUp{.id = api::SignUpId(u"p1"_s),
                                                      .sent = sent(stage, u"ada@example.com"_s)}});
        return made;
    }

    static void keep(QWidget &window, const QString &name)
    {
        const QString folder = qEnvironmentVariable("LATCHKEY_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(window.grab().save(QDir(folder).filePath(name + u".png"_s)));
    }

    std::unique_ptr<account::SignInFlow> m_signIn;
    std::unique_ptr<account::SignUpFlow> m_signUp;
    IdentityPages m_identityPages;
};

LATCHKEY_TEST(LooksTest)
#include "tst_looks.moc"
