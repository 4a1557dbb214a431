#include "device.h"
#include "support/testrunner.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace latchkey;
using namespace latchkey::app;
using namespace Qt::StringLiterals;

class DeviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKnownAgainByWhatIsKept()
    {
        const auto first = DeviceMark(path()).deviceAt(home).mark;
        QVERIFY(first && first->size() >= 43);
        QCOMPARE(DeviceMark(path()).deviceAt(home).mark, first);
        QVERIFY(DeviceMark(path()).deviceAt(elsewhere).mark != first);
        QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void isMadeAnewWhereItIsBroken_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half") << QByteArray("{\"mark\": \"abc");
        QTest::newRow("of another kind") << QByteArray(R"({"mark": 7})");
        QTest::newRow("too short") << QByteArray(R"({"mark": "abcd"})");
        QTest::newRow("not ours") << QByteArray(
            R"({"mark": "is it me that you are looking for? "})");
    }

    void isMadeAnewWhereItIsBroken()
    {
        QFETCH(const QByteArray, content);
        write(content);
        static const QRegularExpression told(u"made anew"_s);
        if (!content.endsWith('}'))
            QTest::ignoreMessage(QtWarningMsg, told);
        DeviceMark mark(path());
        const auto made = mark.deviceAt(home).mark;
        QVERIFY(made && !mark.trouble());
        QCOMPARE(DeviceMark(path()).deviceAt(home).mark, made);
    }

    void holdsForThisRunWhereItCannotBeKept()
    {
        // A file stands where its folder would be, which keeps root out as well.
        write("not a folder");
        static const QRegularExpression told(u"can't be kept"_s);
        QTest::ignoreMessage(QtWarningMsg, told);
        DeviceMark mark(path() + u"/device.json"_s);
        QVERIFY(!mark.trouble());
        const auto first = mark.deviceAt(home).mark;
        QVERIFY(first);
        QCOMPARE(mark.deviceAt(home).mark, first);
        QCOMPARE(mark.trouble()->code, u"unwritableFile"_s);
    }

private:
    QString path() const { return m_folder->filePath(u"device.json"_s); }
    void write(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    const QUrl home{u"https://accounts.example.org"_s};
    const QUrl elsewhere{u"https://elsewhere.example.org"_s};
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

LATCHKEY_TEST(DeviceTest)

#include "tst_device.moc"
