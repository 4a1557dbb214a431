#include "oathtool.h"
#include "postbag.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Told
{
    Postbag post;
    Stand stand{{}, post.carriers()};
    QByteArray token = stand.signUp("ada");

    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        Browser asking(stand.port());
        asking.token = token;
        return asking.ask(method, path, body);
    }
    /// Signs in from that device; the session that began.
    QJsonObject from(const QByteArray &program)
    {
        const QByteArray body = quoted("{'login':'ada@example.com','password':'") + goodPassword +
                                quoted("','device':{'label':'','program':'") + program +
                                quoted("','system':'Moon','mark':'what is kept by ") + program +
                                quoted("'}}");
        const Answer answer = Browser(stand.port()).post("/v1/session", body);
        return answer.json()[u"signedIn"_s].toObject()[u"session"_s].toObject();
    }
    /// Says of a session that it is one's own; the status of the answer.
    int mine(const QJsonObject &session) const
    {
        const QByteArray id = session[u"id"_s].toString().toLatin1();
        return ask("POST", "/v1/sessions/" + id + "/review", quoted("{'verdict':'mine'}")).status;
    }
    QByteArray enrol()
    {
        const auto enrolled = ask("POST", "/v1/factors/totp", quoted("{'name':'Phone'}")).json();
        secret = enrolled[u"secret"_s].toString().toLatin1();
        const QByteArray id = enrolled[u"id"_s].toString().toLatin1();
        const Answer activated =
            ask("POST", "/v1/factors/" + id + "/activate",
                quoted("{'code':'") + oathtool(secret, stand.clock.now()) + "\"}");
        token = activated.json()[u"token"_s].toString().toLatin1();
        return id;
    }

    QByteArray secret;
};

} // namespace

class NewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeviceStaysKnownWhateverItIsCalled()
    {
        Told ada;
        const QJsonObject fresh = ada.from("Lynx 9");
        QCOMPARE(ada.mine(fresh), 200);
        const QByteArray id = fresh[u"id"_s].toString().toLatin1();
        QCOMPARE(ada.ask("PATCH", "/v1/sessions/" + id, quoted("{'label':'Laptop'}")).status, 200);
        QCOMPARE(ada.from("Lynx 9")[u"reviewed"_s].toBool(), true);
    }

    void whoSaysWhatAKnownDeviceSaysIsTold()
    {
        Told ada;
        QCOMPARE(ada.mine(ada.from("Lynx 9")), 200);
        ada.post.next();
        const QByteArray body =
            quoted("{'login':'ada@example.com','password':'") + goodPassword +
            quoted("','device':{'label':'','program':'Lynx 9','system':'Moon'}}");
        const Answer answer = Browser(ada.stand.port()).post("/v1/session", body);
        const auto begun = answer.json()[u"signedIn"_s].toObject()[u"session"_s].toObject();
        QCOMPARE(begun[u"reviewed"_s].toBool(), false);
        QVERIFY(!begun[u"device"_s].toObject().contains(u"mark"_s));
        QCOMPARE(ada.post.next().to, u"ada@example.com"_s);
        QCOMPARE(ada.stand.rows(u"sessions WHERE device_mark LIKE '%kept by%'"_s), qint64(0));
    }

    void aNewDeviceIsTold()
    {
        Told ada;
        const QJsonObject fresh = ada.from("Lynx 9");
        QCOMPARE(fresh[u"reviewed"_s].toBool(), false);
        const server::Mail mail = ada.post.next();
        QCOMPARE(mail.to, u"ada@example.com"_s);
        QVERIFY(mail.plain.revealText().contains(u"Lynx 9, Moon"_s));
        QVERIFY(mail.plain.revealText().contains(u"127.0.0.1"_s));
        // Until somebody says who that was, the next is asked about as well, but told no more.
        const QJsonObject second = ada.from("Lynx 9");
        QCOMPARE(second[u"reviewed"_s].toBool(), false);
        QCOMPARE(ada.mine(second), 200);
        QCOMPARE(ada.from("Lynx 9")[u"reviewed"_s].toBool(), true);
        // As at sign-up.
        QVERIFY(!ada.stand.signIn("ada").isEmpty());
        QCOMPARE(ada.stand.rows(u"post"_s), 1);
    }

    void aDeviceThatWasNotMineIsNewAgain()
    {
        Told ada;
        const QByteArray id = ada.from("Lynx 9")[u"id"_s].toString().toLatin1();
        ada.post.next();
        QCOMPARE(ada.ask("POST", "/v1/sessions/" + id + "/review", quoted("{'verdict':'notMine'}"))
                     .status,
                 200);
        QCOMPARE(ada.from("Lynx 9")[u"reviewed"_s].toBool(), false);
        ada.post.next();
        QCOMPARE(ada.stand.rows(u"post"_s), 2);
    }

    void aDeviceIsForgottenAfterNinetyDays()
    {
        Told ada;
        QCOMPARE(ada.mine(ada.from("Lynx 9")), 200);
        ada.post.next();
        ada.stand.clock.advance(24h * 89);
        QCOMPARE(ada.from("Lynx 9")[u"reviewed"_s].toBool(), true);
        ada.stand.clock.advance(24h * 91);
        QCOMPARE(ada.from("Lynx 9")[u"reviewed"_s].toBool(), false);
        ada.post.next();
    }

    void aNewPasswordIsTold()
    {
        Told ada;
        const QByteArray body = quoted("{'keepOthers':false,'next':'four quiet walruses dance 9',"
                                       "'current':'") +
                                goodPassword + quoted("'}");
        QCOMPARE(ada.ask("POST", "/v1/me/password", body).status, 200);
        QVERIFY(ada.post.next().subject.contains(u"password"_s));
        QCOMPARE(ada.stand.rows(u"post"_s), 1);
    }

    void factorsAreTold()
    {
        Told ada;
        const QByteArray id = ada.enrol();
        const server::Mail added = ada.post.next();
        QVERIFY(added.plain.revealText().contains(u"Phone"_s));
        // One that never was active nobody was told of.
        const auto waiting =
            ada.ask("POST", "/v1/factors/totp", quoted("{'name':'Tablet'}")).json();
        QCOMPARE(ada.ask("DELETE", "/v1/factors/" + waiting[u"id"_s].toString().toLatin1()).status,
                 204);
        QCOMPARE(ada.ask("DELETE", "/v1/factors/" + id).status, 204);
        const server::Mail removed = ada.post.next();
        QVERIFY(removed.plain.revealText().contains(u"Phone"_s));
        QVERIFY(removed.subject != added.subject);
        QCOMPARE(ada.stand.rows(u"post"_s), 2);
    }

    void eachRecoveryCodeIsTold()
    {
        Told ada;
        ada.enrol();
        ada.post.next();
        const QJsonArray codes =
            ada.ask("POST", "/v1/recovery-codes", "{}").json()[u"codes"_s].toArray();
        QCOMPARE(codes.size(), 10);
        QVERIFY(ada.post.next().subject.contains(u"recovery codes"_s)); // that they were made
        for (int used = 1; used <= 2; ++used) {
            const Answer proven = ada.ask("POST", "/v1/session/proof/code",
                                          quoted("{'factor':'recoveryCode','code':'") +
                                              codes.at(used - 1).toString().toLatin1() + "\"}");
            QCOMPARE(proven.status, 200);
            ada.token = proven.json()[u"token"_s].toString().toLatin1();
            QVERIFY(ada.post.next().plain.revealText().contains(u"left: %1"_s.arg(10 - used)));
            QCOMPARE(ada.stand.rows(u"post"_s), 2 + used);
            ada.stand.clock.advance(1s);
        }
    }
};

LATCHKEY_TEST(NewsTest)

#include "tst_news.moc"
