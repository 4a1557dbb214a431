#include "opened.h"
#include "signupuntilkilled.h"
#include "storage/statement.h"
#include "support/testrunner.h"

#include <QCoreApplication>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;

/// The server is killed in the midst of sign-ups: whatever it had answered is there.
class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAnsweredIsThere()
    {
        Opened opened(false);
        const QByteArray program = QCoreApplication::applicationFilePath().toLocal8Bit();
        const QByteArray path = opened.options.database.path.toLocal8Bit();
        // Not by QProcess: a thread sanitizer does not survive its vfork.
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t server = ::fork();
        if (server == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::execl(program.constData(), program.constData(), signUpUntilKilledOption,
                    path.constData(), nullptr);
            ::_exit(1);
        }
        ::close(ends[1]);
        QByteArray said;
        QByteArray piece(4096, '\0');
        bool isKilled = false;
        for (ssize_t got; (got = ::read(ends[0], piece.data(), 4096)) > 0;) {
            said.append(piece.constData(), got);
            if (!isKilled && said.count('\n') >= 1000)
                isKilled = ::kill(server, SIGKILL) == 0;
        }
        int status = 0;
        QCOMPARE(::waitpid(server, &status, 0), server);
        QVERIFY(WIFSIGNALED(status));
        said.truncate(said.lastIndexOf('\n'));
        const auto answered = said.split('\n');
        QVERIFY(answered.size() >= 1000);

        opened.store = WriteStore::open(opened.options, opened.clock).value();
        storage::Statement check(opened->database(), u"PRAGMA integrity_check"_s);
        QVERIFY(check.next().value());
        QCOMPARE(check.text(0), u"ok"_s);
        for (const QByteArray &number : answered) {
            const QString email = QString::fromLatin1(number) + u"@example.com"_s;
            QVERIFY(opened->users.findByEmail(email).value());
        }
        const auto verdict = opened->audit.verify().value();
        QVERIFY(!verdict.firstBroken);
        QCOMPARE(verdict.end.seq, opened->users.count().value());
    }
};

LATCHKEY_TEST(CrashTest)

#include "tst_crash.moc"
