#include "server/post/maildocument.h"
#include "support/postoffice.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::test;
using namespace Qt::StringLiterals;

namespace {

const Timestamp noon{std::chrono::milliseconds(1'800'014'400'000)};

/// As Python's parser, which knows nothing of ours, reads it.
QJsonObject parsed(const Mail &mail, const MailSender &sender = {u"post@example.org"_s, {}})
{
    return parseMail(mailDocument(mail, sender, u"pst_1-a_B"_s, noon).value().reveal());
}

} // namespace

class MailDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadByAnother()
    {
        const QString plain = u"Hello – 您好\n\n    123456\n.\n..\nFrom here\n"_s;
        const QString html = u"<p>"_s + QString(3000, u'验') + u"</p>\n"_s;
        const auto mail = parsed({u"ada@example.org"_s, u"您登录 Latchkey 的验证码，"_s.repeated(5),
                                  Secret(plain), Secret(html)},
                                 {u"post@example.org"_s, u"Accounts, \"Example\" \\"_s});
        QCOMPARE(mail["defects"_L1].toArray(), QJsonArray());
        QCOMPARE(mail["type"_L1].toString(), u"multipart/alternative"_s);
        QCOMPARE(mail["parts"_L1].toArray(), QJsonArray({"text/plain"_L1, "text/html"_L1}));
        QCOMPARE(mail["plain"_L1].toString(), plain);
        QCOMPARE(mail["html"_L1].toString(), html);
        const auto headers = mail["headers"_L1].toObject();
        QCOMPARE(headers["Subject"_L1].toString(), u"您登录 Latchkey 的验证码，"_s.repeated(5));
        QCOMPARE(headers["From"_L1].toString(),
                 u"\"Accounts, \\\"Example\\\" \\\\\" <post@example.org>"_s);
        QCOMPARE(headers["To"_L1].toString(), u"ada@example.org"_s);
        QCOMPARE(headers["Date"_L1].toString(), u"Fri, 15 Jan 2027 12:00:00 +0000"_s);
        QCOMPARE(headers["Message-ID"_L1].toString(), u"<pst_1-a_B@example.org>"_s);
        QCOMPARE(headers["Auto-Submitted"_L1].toString(), u"auto-generated"_s);
        QVERIFY(mail["longestLine"_L1].toInt() <= 100);
        QVERIFY(mail["isAscii"_L1].toBool());
    }

    void nothingAddsAHeader()
    {
        const QString evil = u"Hi\r\nBcc: eve@example.org\r\n\r\nbody"_s;
        const auto mail = parsed({u"ada@example.org"_s, evil, Secret(u"x"_s), Secret(u"y"_s)},
                                 {u"post@example.org"_s, evil});
        QCOMPARE(mail["defects"_L1].toArray(), QJsonArray());
        QVERIFY(!mail["headers"_L1].toObject().contains("Bcc"_L1));
        QCOMPARE(mail["headers"_L1].toObject().size(), 9);
        QCOMPARE(mail["plain"_L1].toString(), u"x"_s);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << u"ada@example.org"_s << u"ada@example.org"_s;
        QTest::newRow("domain") << u"ada@bücher.example"_s << u"ada@xn--bcher-kva.example"_s;
        for (const char *wrong : {"", "ada", "ada@", "ada@example.org\r\nBcc: eve@example.org",
                                  "ada@example.org, b@c.de", "<ada@example.org>",
                                  "ada@example.org ", "a b@example.org", "ada@example.org>"})
            QTest::newRow(wrong) << QString::fromLatin1(wrong) << QString();
    }
    void addresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, written);
        QCOMPARE(mailAddress(address).value_or(QString()), written);
        const Mail mail{address, u"s"_s, Secret(u"x"_s), Secret(u"y"_s)};
        const auto document = mailDocument(mail, {u"post@example.org"_s, {}}, u"pst_1"_s, noon);
        QCOMPARE(document.has_value(), !written.isEmpty());
    }
};

LATCHKEY_TEST(MailDocumentTest)

#include "tst_maildocument.moc"
