#include "account/ownmessages.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using account::OwnMessage;
using account::OwnMessages;

namespace {

OwnMessage mail(qint64 number, const QString &text)
{
    return {.number = number, .subject = u"Subject"_s, .text = Secret(text)};
}

struct Box
{
    QList<CallSource<QList<OwnMessage>>> asked;
    OwnMessages messages{[this] {
        asked << CallSource<QList<OwnMessage>>();
        return asked.last().call();
    }};

    void answer(const Result<QList<OwnMessage>> &read)
    {
        asked.takeFirst().finish(read);
        settle();
    }
};

} // namespace

class OwnMessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheCode_data()
    {
        QTest::addColumn<bool>("isText");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addRow("mail") << false << u"In 2026 somebody asked.\n\n    493817\n\nBye."_s
                              << u"493817"_s;
        QTest::addRow("way back") << false << u"Use it:\n\n    7KQ1X-M3HD9\n"_s << u"7KQ1X-M3HD9"_s;
        QTest::addRow("none") << false << u"Your password was changed.\nAt 123456 o'clock.\n"_s
                              << QString();
        QTest::addRow("list") << false << u"- Before: a@example.org\n- Now: b@example.org"_s
                              << QString();
        QTest::addRow("text") << true << u"493817 is your sign-in code for Demo."_s << u"493817"_s;
        QTest::addRow("text in Chinese")
            << true << u"493817 是您登录 Demo 的验证码，5 分钟内有效。"_s << u"493817"_s;
        QTest::addRow("text without") << true << u"+14104350691 is yours now."_s << QString();
    }

    void findsTheCode()
    {
        QFETCH(const bool, isText);
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        OwnMessage message = mail(1, text);
        message.kind = isText ? OwnMessage::Kind::Text : OwnMessage::Kind::Mail;
        QCOMPARE(account::codeIn(message).revealText(), code);
    }

    void whatComesIsReadAndTold()
    {
        Box box;
        const QSignalSpy arrived(&box.messages, &OwnMessages::arrived);
        box.messages.load();
        QVERIFY(box.messages.isLoading());
        box.answer(QList{mail(1, u"a"_s)});
        QVERIFY(box.messages.isLoaded());
        QCOMPARE(arrived.size(), 0);
        QCOMPARE(box.messages.unseen(), 0);

        box.messages.cameOneMore();
        QCOMPARE(box.asked.size(), 1);
        box.messages.cameOneMore(); // while that one is read
        box.answer(QList{mail(2, u"b"_s), mail(1, u"a"_s)});
        QCOMPARE(box.asked.size(), 1);
        box.answer(QList{mail(3, u"c"_s), mail(2, u"b"_s), mail(1, u"a"_s)});
        QCOMPARE(box.asked.size(), 0);
        QCOMPARE(box.messages.all().size(), 3);
        QCOMPARE(arrived.constLast().constFirst().toLongLong(), 3);
        QCOMPARE(box.messages.unseen(), 2);
        box.messages.see();
        QCOMPARE(box.messages.unseen(), 0);
    }

    void whatFailedKeepsWhatIsThere()
    {
        Box box;
        box.messages.load();
        box.answer(QList{mail(1, u"a"_s)});
        box.messages.load();
        box.answer(failure(Error::of(Error::Kind::Server, u"diskFull"_s)));
        QCOMPARE(box.messages.all().size(), 1);
        QCOMPARE(box.messages.lastError()->code, u"diskFull"_s);
        box.messages.load();
        box.answer(QList<OwnMessage>());
        QVERIFY(!box.messages.lastError());
        QVERIFY(box.messages.all().isEmpty());
    }
};

LATCHKEY_TEST(OwnMessagesTest)
#include "tst_ownmessages.moc"
