#pragma once

#include "../account/browser.h"
#include "../account/foreignstage.h"
#include "account/identitystore.h"
#include "kit/scale.h"
#include "pagestage.h"
#include "providers/providerspage.h"
#include "securityparts.h"
#include "signin/signinpage.h"

namespace latchkey::test {

/// The pages on which identity providers are, each with something on it.
class IdentityPages
{
public:
    static QStringList names()
    {
        return {u"byprovider"_s,   u"led"_s,
                u"browser"_s,      u"nobrowser"_s,
                u"unlinked"_s,     u"mailed"_s,
                u"identities"_s,   u"connecting"_s,
                u"seen"_s,         u"providers"_s,
                u"noproviders"_s,  u"addprovider"_s,
                u"editprovider"_s, u"removeprovider"_s,
                u"pagecode"_s,     u"idtoken"_s};
    }
    static QStringList scrolling()
    {
        return {u"identities"_s,  u"connecting"_s,   u"seen"_s,          u"providers"_s,
                u"addprovider"_s, u"editprovider"_s, u"removeprovider"_s};
    }

    QWidget *make(const QString &page, PageStage &stage)
    {
        stage.providers = {acme(), acme(u"p2"_s, u"Google"_s),
                           acme(u"p3"_s, u"The Federated Institutes of Applied Horticulture and "
                                         "Botany"_s.left(60))};
        if (page == "identities"_L1 || page == "connecting"_L1 || page == "seen"_L1)
            return security(page, stage);
        if (page.endsWith("providers"_L1) || page.endsWith("eprovider"_L1) ||
            page == "addprovider"_L1 || page == "editprovider"_L1)
            return settings(page, stage);
        if (page == "pagecode"_L1 || page == "idtoken"_L1)
            return handOver(page, stage);
        return signIn(page, stage);
    }

private:
    /// Where the server's API leads no browser back.
    QWidget *handOver(const QString &page, PageStage &stage)
    {
        m_flow = stage.accounts.signInFlow(serverBy(u"wingspan"_s), {}, u"Demo"_s);
        auto *made = stage.show(new ui::SignInPage(*m_flow, stage.clock));
        made->setGeometry(ui::space::huge, ui::space::huge, ui::formWidth, 640);
        if (page == "idtoken"_L1) {
            press(made, u"Continue with Google"_s);
            return made;
        }
        m_flow->submitEmail(u"ada@staff.example"_s);
        say(stage, 200, R"({"authenticationStrategy":"SingleSignOn",
            "authenticationUrl":"https://sso.example/sign-in/p1"})");
        press(made, u"Continue with sso.example"_s);
        return made;
    }

    QWidget *signIn(const QString &page, PageStage &stage)
    {
        using api::SignInWay;
        m_flow = stage.accounts.signInFlow(Stage::server(), {}, u"Demo"_s);
        auto *made = stage.show(new ui::SignInPage(*m_flow, stage.clock));
        made->setGeometry(ui::space::huge, ui::space::huge, ui::formWidth, 640);
        stage.describe();
        Browser browser(stage);
        if (page == "byprovider"_L1)
            return made;
        if (page == "browser"_L1 || page == "nobrowser"_L1 || page == "unlinked"_L1) {
            stage.hasBrowser = page != "nobrowser"_L1;
            press(made, u"Continue with Acme"_s);
            browser.send();
            if (page != "unlinked"_L1)
                return made;
            browser.bring("state=st1&code=c1");
            stage.refuse(Error::of(Error::Kind::Conflict, u"identityUnlinked"_s));
        }
        type(made, u"E-mail or user name"_s, u"ada@example.com"_s);
        press(made, u"Continue"_s);
        const bool isLed = page == "led"_L1;
        stage.answer<api::IdentifyUser>(
            {.ways = isLed ? QList{SignInWay::Provider, SignInWay::Password, SignInWay::EmailCode}
                           : QList{SignInWay::Password, SignInWay::EmailCode, SignInWay::Provider},
             .provider = acme()});
        if (page != "mailed"_L1)
            return made;
        press(made, u"E-mail me a code instead"_s);
        stage.answer<api::SignInByEmail>(
            {.id = api::SignInId(u"sgn1"_s), .sent = stage.sent(u"ada@example.com"_s)});
        return made;
    }

    static QWidget *security(const QString &page, PageStage &stage)
    {
        stage.window.resize(1000, 900);
        account::Account &account = stage.open(stage.sample());
        auto *made = stage.show(new ui::SecurityPage(securityParts(stage, account)));
        stage.identities = {{.id = api::IdentityId(u"i1"_s),
                             .provider = acme(),
                             .name = u"ada.lovelace@acme.example"_s,
                             .linkedAt = stage.ago(60min * 24 * 90),
                             .lastUsedAt = stage.ago(25min)},
                            {.id = api::IdentityId(u"i2"_s),
                             .provider = stage.providers.at(1),
                             .name = u"countess@example.net"_s,
                             .linkedAt = stage.ago(2min)}};
        stage.serve(stage.sample(), Stage::user(u"Ada"_s, 2));
        if (page == "identities"_L1)
            return made;
        press(made, u"Connect Google"_s);
        Browser browser(stage);
        browser.send();
        if (page == "seen"_L1) {
            browser.bring("state=st1&code=c1");
            stage.answer<api::ShowVisit>(
                {.provider = stage.providers.at(1), .name = u"ada.lovelace@example.net"_s});
        }
        return made;
    }

    static QWidget *settings(const QString &page, PageStage &stage)
    {
        stage.window.resize(1000, 900);
        account::Account &account = stage.open(stage.sample());
        auto *made = stage.show(new ui::ProvidersPage(account, stage.toast));
        QList<api::Provider> providers{{.id = api::ProviderId(u"p1"_s),
                                        .name = u"Acme"_s,
                                        .issuer = u"https://login.acme.example/realms/staff"_s,
                                        .clientId = u"latchkey"_s,
                                        .hasSecret = true,
                                        .domains = {u"acme.example"_s, u"acme.test"_s},
                                        .makesAccounts = true},
                                       {.id = api::ProviderId(u"p2"_s),
                                        .kind = api::ProviderKind::Google,
                                        .name = u"Google"_s,
                                        .issuer = u"https://accounts.google.com"_s,
                                        .clientId = u"123.apps.googleusercontent.com"_s,
                                        .isOn = false}};
        const bool isEmpty = page == "noproviders"_L1 || page == "addprovider"_L1;
        stage.answer<api::ListProviders>(
            {.providers = isEmpty ? QList<api::Provider>() : providers});
        if (page == "addprovider"_L1) {
            press(made, u"Add a provider"_s);
            type(made, u"Name"_s, u"House"_s);
            type(made, u"Address of the provider (issuer)"_s, u"https://login.house.example"_s);
            type(made, u"Client ID"_s, u"latchkey"_s);
            press(made, u"Add"_s);
            stage.refuse(Error::rejected(u"notAProvider"_s, u"issuer"_s));
        } else if (page == "editprovider"_L1) {
            press(made, u"Change Acme"_s);
        } else if (page == "removeprovider"_L1) {
            press(made, u"Remove Acme"_s);
        }
        return made;
    }

    std::unique_ptr<account::SignInFlow> m_flow;
};

} // namespace latchkey::test
