#include "opened.h"
#include "support/testrunner.h"

#include <QTest>

#include "storage/statement.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

/// The server is killed in the midst of sign-ups: whatever it had answered is there.
class CrashTest : public QObject
{
    Q_OBJECT

    /// Signs up whoever it can, and writes the number of each that was answered into the pipe.
    [[noreturn]] static void signUpUntilKilled(const Opened &opened, int pipe)
    {
        const auto writer = Writer::start(opened.options, opened.clock, {}).value();
        for (int i = 0;; ++i) {
            const auto work = [i](WriteStore &store) -> Result<Nothing> {
                const auto user = Opened::insertUser(store, u"%1@example.com"_s.arg(i));
                return store.audit.append({.operation = u"signUp"_s, .subject = user.id.text()})
                    .map([](qint64) { return Nothing(); });
            };
            writer->submit(work, [i, pipe](const Result<Nothing> &end) {
                if (end)
                    std::ignore = ::write(pipe, &i, sizeof i);
            });
        }
    }

private Q_SLOTS:
    void whatWasAnsweredIsThere()
    {
        Opened opened(false);
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0)
            signUpUntilKilled(opened, ends[1]);
        ::close(ends[1]);
        QList<int> answered;
        int number = 0;
        while (::read(ends[0], &number, sizeof number) == sizeof number) {
            answered << number;
            if (answered.size() == 1000)
                ::kill(child, SIGKILL);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        QVERIFY(answered.size() >= 1000);

        opened.store = WriteStore::open(opened.options, opened.clock).value();
        storage::Statement check(opened->database(), u"PRAGMA integrity_check"_s);
        QVERIFY(check.next().value());
        QCOMPARE(check.text(0), u"ok"_s);
        for (const int i : answered)
            QVERIFY(opened->users.findByEmail(u"%1@example.com"_s.arg(i)).value());
        const auto verdict = opened->audit.verify().value();
        QVERIFY(!verdict.firstBroken);
        QCOMPARE(verdict.rows, opened->users.count().value());
    }
};

LATCHKEY_TEST(CrashTest)

#include "tst_crash.moc"
