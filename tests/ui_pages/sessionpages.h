#pragma once

#include "access/accesspage.h"
#include "account/factorstore.h"
#include "apisessions/apisessionspage.h"
#include "home/homepage.h"
#include "pagestage.h"

#include <QComboBox>

namespace latchkey::test {

/// Where an account is open: at home, in its list, and to programs.
class SessionPages
{
public:
    static QStringList names()
    {
        return {u"access"_s,  u"home"_s,   u"apisessions"_s,
                u"apinone"_s, u"apinew"_s, u"apisecret"_s};
    }
    static QStringList scrolling()
    {
        return {u"access"_s, u"home"_s, u"apisessions"_s, u"apinew"_s, u"apisecret"_s};
    }

    static QWidget *make(const QString &page, PageStage &stage, account::Account &account)
    {
        if (page == "home"_L1)
            return home(stage, account);
        return page.startsWith("api"_L1) ? apiSessions(page, stage, account)
                                         : access(page, stage, account);
    }

private:
    static api::User me()
    {
        api::User me = Stage::user(u"Ada Lovelace"_s, 2);
        me.role = api::Role::Admin;
        return me;
    }

    static QWidget *access(const QString &page, PageStage &stage, account::Account &account)
    {
        account::SessionStore &store = *stage.accounts.sessions(account.id());
        auto *made = stage.show(new ui::AccessPage(account, store, stage.clock, stage.toast));
        QList<api::Session> sessions = stage.sample() << report(stage);
        sessions[2].proof = api::Proof::SmsCode;
        sessions[3].end->reinstatableUntil = stage.clock.now() + 9s;
        stage.serve(sessions, me());
        made->select(sessions.at(page == "ended"_L1 ? 3 : 2).id);
        press(made, u"End all others"_s);
        return made;
    }

    static QWidget *home(PageStage &stage, account::Account &account)
    {
        auto *made = stage.show(new ui::HomePage(
            account, *stage.accounts.sessions(account.id()), *stage.accounts.factors(account.id()),
            *stage.accounts.identities(account.id()), stage.clock, stage.toast));
        stage.serve(stage.sample() << report(stage), me());
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
        auto *made = stage.show(new ui::ApiSessionsPage(
            account, *stage.accounts.apiSessions(account.id()),
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
};

} // namespace latchkey::test
