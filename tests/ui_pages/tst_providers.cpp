#include "account/account.h"
#include "kit/choicebox.h"
#include "pagestage.h"
#include "providers/domainsline.h"
#include "providers/providerspage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;

namespace {

api::Provider house()
{
    return {.id = api::ProviderId(u"p1"_s),
            .name = u"House"_s,
            .issuer = u"https://login.house.example"_s,
            .clientId = u"latchkey"_s,
            .hasSecret = true,
            .domains = {u"house.example"_s}};
}

struct Open
{
    explicit Open(const QList<api::Provider> &providers = {})
        : account(stage.open(stage.sample()))
        , page(stage.show(new ProvidersPage(account, stage.toast)))
    {
        stage.answer<api::ListProviders>({.providers = providers});
    }

    void fill()
    {
        press(page, u"Add a provider"_s);
        type(page, u"Name"_s, u"House"_s);
        type(page, u"Address of the provider (issuer)"_s, u"https://login.house.example"_s);
        type(page, u"Client ID"_s, u"latchkey"_s);
    }

    PageStage stage;
    account::Account &account;
    ProvidersPage *page;
};

} // namespace

class ProvidersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsOne()
    {
        Open open;
        QVERIFY(says(open.page, u"Everybody signs in with what this server knows"_s));
        open.fill();
        QVERIFY(says(open.page, u"http://127.0.0.1/latchkey"_s));
        QVERIFY(open.page->hasUnsavedChanges());
        type(open.page, u"Client secret"_s, u"sesame"_s);
        type(open.page, u"Domains"_s, u"house.example, @Garden.example"_s);
        QVERIFY(press(open.page, u"Make accounts for people it knows"_s));
        QVERIFY(press(open.page, u"Add"_s));
        const QByteArray body = open.stage.asked().body;
        QVERIFY(body.contains("\"kind\":\"openId\"") && body.contains("sesame"));
        QVERIFY(body.contains("[\"house.example\",\"garden.example\"]"));
        QVERIFY(body.contains("\"makesAccounts\":true"));
        open.stage.answer<api::AddProvider>(house());
        QVERIFY(says(open.page, u"https://login.house.example"_s));
        QVERIFY(!named<QLineEdit>(open.page, u"Client ID"_s));
        QVERIFY(!open.page->hasUnsavedChanges());
        QVERIFY(open.stage.toast.text().contains(u"sign in by House now"_s));
    }

    void whatIsMissingIsToldBesideIt()
    {
        Open open;
        press(open.page, u"Add a provider"_s);
        QVERIFY(press(open.page, u"Add"_s));
        QVERIFY(says(open.page, u"Please fill this in."_s));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(open.page, u"Name"_s));
        QCOMPARE(open.stage.line(), QByteArray());
    }

    void whatIsRefusedIsToldBesideIt_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("line");
        const QString issuer = u"Address of the provider (issuer)"_s;
        QTest::newRow("invalid") << u"issuerInvalid"_s << u"issuer"_s << issuer;
        QTest::newRow("mismatch") << u"issuerMismatch"_s << u"issuer"_s << issuer;
        QTest::newRow("none") << u"notAProvider"_s << u"issuer"_s << issuer;
        QTest::newRow("unreachable") << u"providerUnreachable"_s << QString() << issuer;
        QTest::newRow("exists") << u"providerExists"_s << QString() << issuer;
        QTest::newRow("domain") << u"domainInvalid"_s << u"domains.1"_s << u"Domains"_s;
        QTest::newRow("client") << u"tooLong"_s << u"clientId"_s << u"Client ID"_s;
    }

    void whatIsRefusedIsToldBesideIt()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, field);
        QFETCH(const QString, line);
        Open open;
        open.fill();
        press(open.page, u"Add"_s);
        open.stage.refuse(Error::rejected(code, field));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(open.page, line));
        QCOMPARE(named<QLineEdit>(open.page, u"Name"_s)->text(), u"House"_s);
        QVERIFY(named<QAbstractButton>(open.page, u"Add"_s)->isEnabled());
    }

    void ofGoogleTheAddressIsKnown()
    {
        Open open;
        open.fill();
        auto *kind = open.page->findChild<ChoiceBox *>();
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        auto *issuer = named<QLineEdit>(open.page, u"Address of the provider (issuer)"_s);
        QCOMPARE(issuer->text(), u"https://accounts.google.com"_s);
        QVERIFY(issuer->isReadOnly());
        press(open.page, u"Add"_s);
        QVERIFY(open.stage.asked().body.contains("\"kind\":\"google\""));
        open.stage.refuse(Error::rejected(u"clientRefused"_s, {}));
        QTest::keyClick(kind, Qt::Key_Up);
        QCOMPARE(issuer->text(), u"https://login.house.example"_s);
        QVERIFY(!issuer->isReadOnly());
    }

    void changesWhatWasChanged()
    {
        Open open({house()});
        QVERIFY(press(open.page, u"Change House"_s));
        QVERIFY(named<QLineEdit>(open.page, u"Address of the provider (issuer)"_s)->isReadOnly());
        QVERIFY(says(open.page, u"Leave this empty to keep it"_s));
        type(open.page, u"Name"_s, u"Home"_s);
        QVERIFY(press(open.page, u"Save"_s));
        QCOMPARE(open.stage.line(), QByteArray("PATCH /v1/providers/p1"));
        QCOMPARE(open.stage.asked().body, QByteArray("{\"name\":\"Home\"}"));
        api::Provider home = house();
        home.name = u"Home"_s;
        open.stage.answer<api::EditProvider>(home);
        QVERIFY(says(open.page, u"Home"_s));
        QVERIFY(!named<QLineEdit>(open.page, u"Client ID"_s));
        QVERIFY(press(open.page, u"Change Home"_s));
        QVERIFY(press(open.page, u"Save"_s)); // nothing was
        QCOMPARE(open.stage.line(), QByteArray());
    }

    void takesTheSecretAwayWhereThatIsMeant()
    {
        Open open({house()});
        QVERIFY(press(open.page, u"Change House"_s));
        QVERIFY(press(open.page, u"Use no client secret any more"_s));
        QVERIFY(press(open.page, u"Save"_s));
        QCOMPARE(open.stage.asked().body, QByteArray("{\"clientSecret\":\"\"}"));
    }

    void switchesOffAndOn()
    {
        Open open({house()});
        QVERIFY(says(open.page, u"On: people can sign in by it."_s));
        QVERIFY(press(open.page, u"Switch House off"_s));
        QCOMPARE(open.stage.asked().body, QByteArray("{\"isOn\":false}"));
        api::Provider off = house();
        off.isOn = false;
        open.stage.answer<api::EditProvider>(off);
        QVERIFY(says(open.page, u"Off: nobody signs in by it."_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Switch House on"_s));
    }

    void removesOneAfterSayingWhatThatMeans()
    {
        Open open({house()});
        QVERIFY(press(open.page, u"Remove House"_s));
        QVERIFY(says(open.page, u"Nobody will sign in by House any more"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        settle();
        QCOMPARE(open.stage.line(), QByteArray());
        press(open.page, u"Remove House"_s);
        QVERIFY(press(open.page, u"Remove the provider"_s));
        open.stage.answer<api::RemoveProvider>({});
        QVERIFY(says(open.page, u"Everybody signs in with what this server knows"_s));
    }

    void escLosesNothingButTheForm()
    {
        Open open({house()});
        press(open.page, u"Add a provider"_s);
        QTest::keyClick(named<QLineEdit>(open.page, u"Name"_s), Qt::Key_Escape);
        settle();
        QCOMPARE(QApplication::focusWidget(),
                 static_cast<QWidget *>(named<QAbstractButton>(open.page, u"Add a provider"_s)));
    }

    void aLoadThatFailsIsTriedAgain()
    {
        PageStage stage;
        account::Account &account = stage.open(stage.sample());
        auto *page = stage.show(new ProvidersPage(account, stage.toast));
        stage.refuse(Error::of(Kind::Forbidden, u"roleTooLow"_s));
        QVERIFY(says(page, u"could not be loaded"_s));
    }

    void domainsAreReadAsTheyAreTyped()
    {
        QCOMPARE(domainsline::read(u" a.example,B.example  @c.example；a.example "_s),
                 (QList<QString>{u"a.example"_s, u"b.example"_s, u"c.example"_s}));
        QCOMPARE(domainsline::read({}), QList<QString>());
        QCOMPARE(domainsline::written({u"a.example"_s, u"b.example"_s}), u"a.example, b.example"_s);
    }
};

LATCHKEY_TEST(ProvidersTest)
#include "tst_providers.moc"
