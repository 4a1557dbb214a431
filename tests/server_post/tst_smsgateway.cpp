#include "server/carriers/smsgateway.h"
#include "support/postoffice.h"
#include "support/testrunner.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Outcome = CarryOutcome::Kind;
using Method = SmsGatewaySettings::Method;
using BodyForm = SmsGatewaySettings::BodyForm;

namespace {

const QString evil = u"\"code\" 493817 & \\ 验证码 {to}\n"_s;

struct Gateway
{
    PostOffice office;
    SmsGatewaySettings settings;
    int left = 0;
    bool mayLeave = true;

    Gateway()
    {
        settings.url = u"http://127.0.0.1:%1/send"_s.arg(office.gateway());
        settings.headers = {Secret(u"Authorization: Bearer k-1"_s)};
        settings.doneWithin = 5s;
    }

    CarryOutcome carry()
    {
        SmsGateway gateway(settings);
        return gateway.carry(Sms{u"+14104350691"_s, Secret(evil)}, u"pst_1"_s,
                             [this] {
                                 ++left;
                                 return mayLeave;
                             },
                             {});
    }
};

} // namespace

class SmsGatewayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asAForm()
    {
        Gateway gateway;
        QCOMPARE(gateway.carry().kind, Outcome::Sent);
        QCOMPARE(gateway.left, 1);
        const auto got = gateway.office.next().value();
        QCOMPARE(got["method"_L1].toString(), u"POST"_s);
        const auto headers = got["headers"_L1].toObject();
        QCOMPARE(headers["authorization"_L1].toString(), u"Bearer k-1"_s);
        QCOMPARE(headers["content-type"_L1].toString(), u"application/x-www-form-urlencoded"_s);
        const QUrlQuery body(got["body"_L1].toString());
        QCOMPARE(body.queryItemValue(u"to"_s, QUrl::FullyDecoded), u"+14104350691"_s);
        QCOMPARE(body.queryItemValue(u"text"_s, QUrl::FullyDecoded), evil);
    }

    void asJson()
    {
        Gateway gateway;
        gateway.settings.method = Method::Put;
        gateway.settings.bodyForm = BodyForm::Json;
        gateway.settings.body = u"{\"messages\": [{\"to\": \"{to}\", \"body\": \"{text}\"}]}"_s;
        QCOMPARE(gateway.carry().kind, Outcome::Sent);
        const auto got = gateway.office.next().value();
        QCOMPARE(got["method"_L1].toString(), u"PUT"_s);
        const auto message = QJsonDocument::fromJson(got["body"_L1].toString().toUtf8())
                                 .object()["messages"_L1]
                                 .toArray()[0]
                                 .toObject();
        QCOMPARE(message["to"_L1].toString(), u"+14104350691"_s);
        QCOMPARE(message["body"_L1].toString(), evil);
    }

    void inTheAddress()
    {
        Gateway gateway;
        gateway.settings.method = Method::Get;
        gateway.settings.url += u"?number={to}&message={text}"_s;
        QCOMPARE(gateway.carry().kind, Outcome::Sent);
        const auto got = gateway.office.next().value();
        QCOMPARE(got["method"_L1].toString(), u"GET"_s);
        QCOMPARE(got["body"_L1].toString(), QString());
        const QUrlQuery query(QUrl(got["path"_L1].toString()));
        QCOMPARE(query.queryItemValue(u"number"_s, QUrl::FullyDecoded), u"+14104350691"_s);
        QCOMPARE(query.queryItemValue(u"message"_s, QUrl::FullyDecoded), evil);
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("202") << QByteArray("202") << Outcome::Sent;
        QTest::newRow("redirected") << QByteArray("302") << Outcome::Refused;
        QTest::newRow("no such number") << QByteArray("400") << Outcome::Refused;
        QTest::newRow("wrong key") << QByteArray("401") << Outcome::Unavailable;
        QTest::newRow("too many") << QByteArray("429") << Outcome::Later;
        QTest::newRow("failed") << QByteArray("500") << Outcome::Uncertain;
        QTest::newRow("busy") << QByteArray("503") << Outcome::Unavailable;
        QTest::newRow("cut") << QByteArray("cut") << Outcome::Uncertain;
        QTest::newRow("hang") << QByteArray("hang") << Outcome::Uncertain;
    }
    void answers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Outcome, outcome);
        Gateway gateway;
        gateway.settings.doneWithin = 500ms;
        gateway.office.tell("answer text " + answer);
        const auto got = gateway.carry();
        QVERIFY2(got.kind == outcome, qPrintable(got.why));
        QVERIFY(!got.why.contains("493817"_L1));
        QVERIFY(gateway.office.next());
        QCOMPARE(gateway.office.untold(), 0);
    }

    void nobodyThere()
    {
        Gateway gateway;
        gateway.settings.url = u"http://127.0.0.1:1/send"_s;
        QCOMPARE(gateway.carry().kind, Outcome::Unavailable);
        QCOMPARE(gateway.left, 0);
        gateway.settings.url = u"file:///etc/passwd"_s;
        QCOMPARE(gateway.carry().kind, Outcome::Unavailable);
    }

    void whatMayNotLeaveStays()
    {
        Gateway gateway;
        gateway.mayLeave = false;
        QCOMPARE(gateway.carry().kind, Outcome::Stopped);
        QCOMPARE(gateway.office.untold(), 0);
    }
};

LATCHKEY_TEST(SmsGatewayTest)

#include "tst_smsgateway.moc"
