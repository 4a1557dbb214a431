#pragma once

#include "account/factorstore.h"
#include "kit/codefield.h"
#include "pagestage.h"
#include "securityparts.h"

#include <QMenu>

namespace latchkey::test {

/// What protects an account, in each of its stages.
class SecurityPages
{
public:
    static QStringList names()
    {
        return {u"security"_s, u"unprotected"_s, u"scan"_s, u"codes"_s, u"bymail"_s, u"bytext"_s};
    }
    static QStringList scrolling()
    {
        return {u"security"_s, u"unprotected"_s, u"scan"_s, u"codes"_s, u"bytext"_s};
    }

    static QWidget *make(const QString &page, PageStage &stage, account::Account &account)
    {
        stage.window.resize(1000, 900);
        auto *made = stage.show(new ui::SecurityPage(securityParts(stage, account)));
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
                    {.id = api::FactorId(u"f1"_s), .sent = stage.sent(u"+14104350691"_s)});
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
        QTest::keyClicks(made->findChild<ui::CodeField *>(), u"123456"_s);
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

private:
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
};

} // namespace latchkey::test
