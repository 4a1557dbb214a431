#include "home.h"
#include "serveoptions.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::app;
using namespace Qt::StringLiterals;

namespace {

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &text,
                QFile::Permissions who = QFile::ReadOwner | QFile::WriteOwner)
{
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    file.setPermissions(who);
    return file.fileName();
}

} // namespace

class PostOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSentByItself()
    {
        const test::Home home;
        const auto config = std::get<server::ServerConfig>(readServeOptions({}));
        QVERIFY(!config.smtp);
        QVERIFY(!config.smsGateway);
    }

    void allOfIt()
    {
        const test::Home home;
        const QTemporaryDir folder;
        const QByteArray text =
            "name = Ours\n"
            "mail-host = smtp.example.org\nmail-port = 2525\nmail-security = tls\n"
            "mail-user = mailer\nmail-from = post@example.org\nmail-password-file = " +
            written(folder, u"password"_s, "secret words\n").toUtf8() +
            "\nsms-url = https://sms.example.org/to/{to}?key=1\nsms-method = put\n"
            "sms-form = json\nsms-body = {\"text\": \"{text}\"}\nsms-timeout = 7\n"
            "sms-header-file = " +
            written(folder, u"headers"_s, "Authorization: Bearer k\n\nX-Kind: code\n").toUtf8() +
            '\n';
        const auto read =
            readServeOptions({u"--config"_s, written(folder, u"server.conf"_s, text)});
        const auto *wrong = std::get_if<QString>(&read);
        QVERIFY2(!wrong, wrong ? qPrintable(*wrong) : "");
        const auto &config = std::get<server::ServerConfig>(read);
        QCOMPARE(config.smtp->host, u"smtp.example.org"_s);
        QCOMPARE(config.smtp->port, 2525);
        QCOMPARE(config.smtp->security, server::SmtpSettings::Security::Tls);
        QCOMPARE(config.smtp->user, u"mailer"_s);
        QVERIFY(config.smtp->password.matches(Secret(u"secret words"_s)));
        QCOMPARE(config.smtp->from.address, u"post@example.org"_s);
        QCOMPARE(config.smtp->from.name, u"Ours"_s);
        QCOMPARE(config.smsGateway->method, server::SmsGatewaySettings::Method::Put);
        QCOMPARE(config.smsGateway->body, u"{\"text\": \"{text}\"}"_s);
        QCOMPARE(config.smsGateway->headers.size(), 2u);
        QVERIFY(config.smsGateway->headers[1].matches(Secret(u"X-Kind: code"_s)));
        QCOMPARE(config.smsGateway->doneWithin, std::chrono::seconds(7));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("said");
        const QString host = u"--mail-host=smtp.example.org"_s;
        const QString from = u"--mail-from=post@example.org"_s;
        const QString url = u"--sms-url=https://sms.example.org/"_s;
        const auto row = [](const char *name, const QStringList &options, const QString &said) {
            QTest::newRow(name) << options << said;
        };
        row("no host", {from}, u"--mail-from needs --mail-host"_s);
        row("no sender", {host}, u"--mail-host needs --mail-from"_s);
        row("no address", {host, u"--mail-from=Post <post@example.org>"_s}, u"--mail-from wants"_s);
        row("port", {host, from, u"--mail-port=70000"_s}, u"--mail-port wants"_s);
        row("security", {host, from, u"--mail-security=ssl"_s},
            u"--mail-security is one of starttls, tls, none"_s);
        row("no password", {host, from, u"--mail-user=a"_s}, u"go together"_s);
        row("no file", {host, from, u"--mail-password-file=/no/such"_s}, u"/no/such"_s);
        row("authorities", {host, from, u"--mail-authorities=/no/such"_s}, u"can't be read"_s);
        row("a password", {host, from, u"--mail-password=x"_s}, u"unknown option"_s);
        row("no url", {u"--sms-method=post"_s}, u"--sms-method needs --sms-url"_s);
        row("http", {u"--sms-url=http://sms.example.org/"_s}, u"wants https"_s);
        row("ftp", {u"--sms-url=ftp://sms.example.org/"_s}, u"wants an address"_s);
        row("no places", {url, u"--sms-body=hello"_s}, u"{to} and {text}"_s);
        row("get has no body", {url, u"--sms-method=get"_s}, u"{to} and {text}"_s);
        row("timeout", {url, u"--sms-timeout=0"_s}, u"--sms-timeout wants"_s);
    }
    void whatIsWrongIsSaid()
    {
        const test::Home home;
        QFETCH(QStringList, options);
        QFETCH(QString, said);
        const auto read = readServeOptions(options);
        const auto *wrong = std::get_if<QString>(&read);
        QVERIFY(wrong);
        QVERIFY2(wrong->contains(said), qPrintable(*wrong));
    }

    void secretsAreForTheServerAlone()
    {
        const test::Home home;
        const QTemporaryDir folder;
        const QStringList options{u"--mail-host=smtp.example.org"_s, u"--mail-from=p@example.org"_s,
                                  u"--mail-user=a"_s, u"--mail-password-file"_s};
        const auto wrongWith = [&](const QString &file) {
            const auto read = readServeOptions(options + QStringList{file});
            const auto *wrong = std::get_if<QString>(&read);
            return wrong ? *wrong : QString();
        };
        QCOMPARE(wrongWith(written(folder, u"good"_s, "x")), QString());
        QVERIFY(wrongWith(written(folder, u"open"_s, "x", QFile::ReadOwner | QFile::ReadOther))
                    .contains("everybody can read"_L1));
        QVERIFY(wrongWith(written(folder, u"empty"_s, "\n")).contains("is empty"_L1));
    }

    void aPasswordIsNotSentInTheClear()
    {
        const test::Home home;
        const QTemporaryDir folder;
        const QString file = written(folder, u"password"_s, "x");
        const auto read = [&](const QString &host) {
            return readServeOptions({u"--mail-host"_s, host, u"--mail-from=p@example.org"_s,
                                     u"--mail-user=a"_s, u"--mail-password-file"_s, file,
                                     u"--mail-security=none"_s});
        };
        QVERIFY(std::holds_alternative<QString>(read(u"smtp.example.org"_s)));
        QVERIFY(std::holds_alternative<server::ServerConfig>(read(u"127.0.0.1"_s)));
    }
};

LATCHKEY_TEST(PostOptionsTest)

#include "tst_postoptions.moc"
