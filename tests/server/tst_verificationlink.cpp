#include "member.h"
#include "postbag.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray refused(const QByteArray &response)
{
    return quoted("{'code':400,'response':'") + response + "\"}";
}

const QByteArray verified = quoted("{'code':200,'response':'email verified'}");
const QByteArray unknown = refused("failed to validate email verification token");

/// Ada joins on Temporal's wire at a server that browsers find.
struct Joining
{
    Postbag post;
    Stand stand;

    explicit Joining(const QString &publicAddress = u"https://accounts.example.org"_s)
        : stand([&](server::ServerConfig &config) { config.publicAddress = publicAddress; },
                post.carriers())
    {}

    Answer get(const QByteArray &path) const { return Browser(stand.port()).ask("GET", path); }

    /// What her mail says.
    QString join(const QByteArray &name = "ada")
    {
        const Answer joined =
            Browser(stand.port())
                .post("/temporal/v2/auth/register",
                      quoted("{'username':'") + name + quoted("','email_address':'") + name +
                          quoted("@example.com','password':'") + goodPassword + "\"}");
        return joined.status == 200 ? post.next().plain.revealText() : QString();
    }
    /// Below the server's address.
    QByteArray link(const QByteArray &name = "ada")
    {
        static const QRegularExpression address(u"https://accounts\\.example\\.org(/\\S+)"_s);
        return address.match(join(name)).captured(1).toLatin1();
    }
    QByteArray tier() const
    {
        Browser asking(stand.port());
        const Answer begun =
            asking.post("/temporal/v2/auth/login",
                        quoted("{'username':'ada','password':'") + goodPassword + "\"}");
        asking.token = textIn(begun.json(), "token");
        return textIn(
            asking.ask("GET", "/temporal/v2/account/usage").json().value(u"response"_s).toObject(),
            "Tier");
    }
};

} // namespace

/// The link in Temporal's mail, which shows that its address is somebody's own.
class VerificationLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoOpensItIsVerifiedHoweverOften()
    {
        Joining ada;
        const QByteArray link = ada.link();
        QVERIFY(link.startsWith("/temporal/v2/account/email/verify/ada/"));
        QCOMPARE(link.count('.'), 2);
        QCOMPARE(ada.tier(), QByteArray("unverified"));
        for (int i = 0; i < 6; ++i) { // a code that is typed may be tried 5 times
            const Answer opened = ada.get(link);
            QCOMPARE(opened.status, 200);
            QCOMPARE(opened.body, verified);
        }
        QCOMPARE(ada.tier(), QByteArray("free"));
    }

    /// Programs that look through mails open links as browsers do.
    void aBrowserIsAskedFirst()
    {
        Joining ada;
        const QByteArray link = ada.link();
        Browser browser(ada.stand.port());
        const Browser::Fields asHtml{{"Accept", "text/html,*/*;q=0.8"}};
        const Answer opened = browser.ask("GET", link, {}, asHtml);
        QCOMPARE(opened.status, 200);
        QCOMPARE(opened.field("Content-Type"), QByteArray("text/html; charset=utf-8"));
        QCOMPARE(opened.field("Referrer-Policy"), QByteArray("same-origin"));
        QVERIFY(opened.body.contains("<form method=\"post\">"));
        QCOMPARE(ada.tier(), QByteArray("unverified"));
        const Answer meant = browser.ask("POST", link, {}, asHtml);
        QCOMPARE(meant.status, 200);
        QVERIFY(meant.body.contains("confirmed"));
        QCOMPARE(ada.tier(), QByteArray("free"));
        QCOMPARE(browser.ask("POST", link).body, verified);
        const Answer forged = browser.ask("POST", link.chopped(4) + "AAAA", {}, asHtml);
        QCOMPARE(forged.body, refused("signature is invalid"));
    }

    void itsMailHasNoCode()
    {
        Joining ada;
        const QString words = ada.join();
        QVERIFY(words.contains(u"Open this link"_s));
        QVERIFY(!words.contains(u"Enter this code"_s));
    }

    void itIsGoodForADay()
    {
        Joining ada;
        const QByteArray link = ada.link();
        ada.stand.clock.advance(24h - 1s);
        QCOMPARE(ada.get(link).body, verified);
        ada.stand.clock.advance(1s);
        const Answer late = ada.get(link);
        QCOMPARE(late.status, 400);
        QCOMPARE(late.body, refused("token is expired"));
    }

    void itIsOnePersons()
    {
        Joining ada;
        const QByteArray link = ada.link();
        const Answer other = ada.get(QByteArray(link).replace("/ada/", "/grace/"));
        QCOMPARE(other.status, 400);
        QCOMPARE(other.body, refused("username from claim does not match expected user of grace"));
        QCOMPARE(ada.tier(), QByteArray("unverified"));
    }

    void whatNobodyHereSignedIsRefused()
    {
        Joining ada;
        const QByteArray link = ada.link();
        const QList<QByteArray> parts = link.split('.');
        const QByteArray unsigned_ = parts.at(0) + '.' + parts.at(1) + '.';
        const QByteArray other = parts.at(0) + '.' + parts.at(1) + ".AAAA";
        for (const QByteArray &forged : {unsigned_, other})
            QCOMPARE(ada.get(forged).body, refused("signature is invalid"));
        for (const char *none : {"nonsense", "123456", "a.b.c"})
            QCOMPARE(ada.get(QByteArray("/temporal/v2/account/email/verify/ada/") + none).body,
                     unknown);
        QCOMPARE(ada.tier(), QByteArray("unverified"));
    }

    void anAddressThatWasLeftIsNotVerified()
    {
        Joining ada;
        const QByteArray link = ada.link();
        ada.stand.change("UPDATE users SET email = 'new@example.com', email_key = "
                         "'new@example.com'");
        const Answer opened = ada.get(link);
        QCOMPARE(opened.status, 400);
        QCOMPARE(opened.body, unknown);
    }

    void guessesAreCounted()
    {
        Joining ada;
        const QByteArray link = ada.link().chopped(4) + "AAAA";
        QCOMPARE(ada.get(link).body, refused("signature is invalid"));
        for (int i = 0; i < 20; ++i)
            ada.get(link);
        // Nobody looks at one for a while.
        QCOMPARE(ada.get(link).body, unknown);
    }

    void whereTheNameSaysMoreThanANameACodeIsSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("an address") << u"win.example.net"_s;
        QTest::newRow("a sentence") << u"Your account was hacked"_s;
        QTest::newRow("as long as one") << u"call-"_s.repeated(7);
        QTest::newRow("letters that look like others") << u"аda"_s;
    }
    void whereTheNameSaysMoreThanANameACodeIsSent()
    {
        QFETCH(const QString, name);
        Joining ada;
        const Answer joined =
            Browser(ada.stand.port())
                .post("/temporal/v2/auth/register",
                      quoted("{'username':'") + name.toUtf8() +
                          quoted("','email_address':'grace@example.com','password':'") +
                          goodPassword + "\"}");
        QCOMPARE(joined.status, 200);
        const QString words = ada.post.next().plain.revealText();
        QVERIFY(words.contains(u"Enter this code"_s));
        QVERIFY(!words.contains(u"Open this link"_s));
        QVERIFY(!words.contains(name));
    }

    void whereBrowsersFindNothingACodeIsSent()
    {
        Joining ada(QString{});
        const QString words = ada.join();
        QVERIFY(words.contains(u"Enter this code"_s));
        static const QRegularExpression code(u"\\b[0-9]{6}\\b"_s);
        const QByteArray said = code.match(words).captured(0).toLatin1();
        QCOMPARE(ada.get("/temporal/v2/account/email/verify/ada/" + said).body, verified);
    }
};

LATCHKEY_TEST(VerificationLinkTest)

#include "tst_verificationlink.moc"
