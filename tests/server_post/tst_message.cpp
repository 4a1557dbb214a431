#include "server/post/message.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace Qt::StringLiterals;

class MessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameAfterKeeping()
    {
        const Mail mail{u"ada@example.org"_s, u"主题"_s, Secret(u"code 123456\n"_s),
                        Secret(u"<p>code</p>"_s)};
        const auto mailAgain = std::get<Mail>(fromBytes(toBytes(mail)).value());
        QCOMPARE(mailAgain.to, mail.to);
        QCOMPARE(mailAgain.subject, mail.subject);
        QVERIFY(mailAgain.plain.matches(mail.plain));
        QVERIFY(mailAgain.html.matches(mail.html));

        const Sms sms{u"+14104350691"_s, Secret(u"654321"_s)};
        const auto smsAgain = std::get<Sms>(fromBytes(toBytes(sms)).value());
        QCOMPARE(smsAgain.to, sms.to);
        QVERIFY(smsAgain.text.matches(sms.text));
    }

    void nothingElseIsAMessage()
    {
        const Secret whole = toBytes(Sms{u"+14104350691"_s, Secret(u"654321"_s)});
        const QByteArray &bytes = whole.reveal();
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QCOMPARE(fromBytes(Secret(bytes.first(size))).error().code, u"messageBroken"_s);
        QVERIFY(!fromBytes(Secret(QByteArray(bytes).append('x'))));
        for (const qsizetype place : {0, 1})
            QVERIFY(!fromBytes(Secret(QByteArray(bytes).replace(place, 1, "\x09"))));
    }
};

LATCHKEY_TEST(MessageTest)

#include "tst_message.moc"
