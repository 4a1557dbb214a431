#include "shell/windowmemory.h"
#include "support/testrunner.h"

#include <QTemporaryDir>
#include <QTest>

using namespace latchkey::ui;
using namespace Qt::StringLiterals;

class WindowMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachProfileHasItsOwn()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"window.ini"_s);
        {
            WindowMemory memory(file);
            memory.remember(u"a"_s, {QByteArrayLiteral("\x01\x02"), 240, u"home"_s});
            memory.remember(u"b"_s, {{}, 300, u"sessions"_s});
            memory.setLastProfile(u"b"_s);
        }
        WindowMemory again(file);
        QCOMPARE(again.placeOf(u"a"_s).geometry, QByteArrayLiteral("\x01\x02"));
        QCOMPARE(again.placeOf(u"a"_s).sidebarWidth, 240);
        QCOMPARE(again.placeOf(u"b"_s).page, u"sessions"_s);
        QCOMPARE(again.placeOf(u"c"_s).page, QString());
        QCOMPARE(again.lastProfile(), u"b"_s);
        again.forget(u"b"_s);
        QCOMPARE(again.placeOf(u"b"_s).sidebarWidth, 0);
        QCOMPARE(again.lastProfile(), QString());
    }
};

LATCHKEY_TEST(WindowMemoryTest)

#include "tst_windowmemory.moc"
