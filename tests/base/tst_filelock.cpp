#include "base/filelock.h"
#include "support/testrunner.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace latchkey;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FileLockTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_path;

private Q_SLOTS:
    void init() { m_path = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

    void oneHasItAtATime()
    {
        auto first = FileLock::take(m_path);
        QVERIFY(first);
        const auto second = FileLock::take(m_path, 20ms);
        QVERIFY(!second);
        QCOMPARE(second.error().code, u"lockHeld"_s);
        first->reset();
        QVERIFY(FileLock::take(m_path));
        QCOMPARE(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void tellsWhoHasIt()
    {
        QVERIFY(!FileLock::holderOf(m_path));
        auto lock = FileLock::take(m_path);
        QVERIFY(lock);
        QCOMPARE(FileLock::holderOf(m_path)->process, qint64(::getpid()));
        QVERIFY(FileLock::holderOf(m_path)->words.isEmpty());
        QVERIFY((*lock)->tell("port 1"));
        QVERIFY((*lock)->tell("8080"));
        QCOMPARE(FileLock::holderOf(m_path)->words, QByteArray("8080"));
        lock->reset();
        QVERIFY(!FileLock::holderOf(m_path));
    }

    void isFreeAfterAKillAndItsWordsAreGone()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = FileLock::take(m_path);
            if (lock && (*lock)->tell("8080"))
                ::pause();
            ::_exit(1);
        }
        QTRY_COMPARE(FileLock::holderOf(m_path).value_or(FileLock::Holder()).words,
                     QByteArray("8080"));
        QCOMPARE(FileLock::holderOf(m_path)->process, qint64(child));
        QVERIFY(!FileLock::take(m_path));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(!FileLock::holderOf(m_path));
        const auto lock = FileLock::take(m_path);
        QVERIFY(lock);
        QVERIFY(FileLock::holderOf(m_path)->words.isEmpty());
    }

    void wordsOfADeadHolderAreNobodys()
    {
        const auto lock = FileLock::take(m_path);
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(0);
        ::waitpid(child, nullptr, 0);
        // As a holder that was killed leaves it, in the moment before the next one writes.
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray::number(child) + "\n8080\n");
        file.close();
        QCOMPARE(FileLock::holderOf(m_path)->process, 0);
        QVERIFY(FileLock::holderOf(m_path)->words.isEmpty());
    }

    void saysWhenTheFileCanNotBeUsed()
    {
        const auto lock = FileLock::take(u"/proc/nowhere/lock"_s);
        QVERIFY(!lock);
        QCOMPARE(lock.error().code, u"lockFailed"_s);
    }
};

LATCHKEY_TEST(FileLockTest)

#include "tst_filelock.moc"
