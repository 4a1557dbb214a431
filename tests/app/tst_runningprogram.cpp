#include "home.h"
#include "runningprogram.h"
#include "support/testrunner.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace latchkey;
using namespace latchkey::app;
using namespace Qt::StringLiterals;

class RunningProgramTest : public QObject
{
    Q_OBJECT

    /// The other start is another program; here another thread, so that this one can answer.
    static bool ask()
    {
        bool isInFront = false;
        std::unique_ptr<QThread> other(
            QThread::create([&isInFront] { isInFront = RunningProgram::askToFront(); }));
        other->start();
        [&] { QTRY_VERIFY(other->isFinished()); }();
        return isInFront;
    }

    static QString socketIn()
    {
        return QDir(qEnvironmentVariable("XDG_RUNTIME_DIR"))
            .entryList({u"latchkey-*"_s}, QDir::System)
            .value(0);
    }

private Q_SLOTS:
    void aSecondStartBringsTheFirstToTheFront()
    {
        const test::Home home;
        auto first = RunningProgram::begin();
        QVERIFY(first);
        (*first)->listen();
        QSignalSpy wanted(first->get(), &RunningProgram::frontWanted);
        const auto second = RunningProgram::begin();
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        qputenv("XDG_ACTIVATION_TOKEN", "from-the-desktop");
        QVERIFY(ask());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toByteArray(), QByteArray("from-the-desktop"));
        first->reset();
        QVERIFY(!ask());
        QVERIFY(RunningProgram::begin());
    }

    void whoSaysNothingOrTooMuchIsInNobodysWay()
    {
        const test::Home home;
        const auto first = RunningProgram::begin();
        (*first)->listen();
        const QString place = QDir(qEnvironmentVariable("XDG_RUNTIME_DIR")).filePath(socketIn());
        QLocalSocket silent;
        QLocalSocket endless;
        for (QLocalSocket *socket : {&silent, &endless})
            socket->connectToServer(place);
        endless.write(QByteArray(5000, 'x'));
        QTRY_COMPARE(endless.state(), QLocalSocket::UnconnectedState);
        QSignalSpy wanted(first->get(), &RunningProgram::frontWanted);
        QVERIFY(ask());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(silent.state(), QLocalSocket::ConnectedState);
    }

    void nobodyElseMayRing()
    {
        const test::Home home;
        const auto first = RunningProgram::begin();
        (*first)->listen();
        const QDir folder(qEnvironmentVariable("XDG_RUNTIME_DIR"));
        QCOMPARE(QFile::permissions(folder.filePath(socketIn())) &
                     ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }

    void everyHomeHasItsOwn()
    {
        const test::Home one;
        const auto first = RunningProgram::begin();
        const test::Home two;
        QVERIFY(RunningProgram::begin());
    }

    void whatAKilledOneLeftIsInNobodysWay()
    {
        const test::Home home;
        auto killed = RunningProgram::begin();
        (*killed)->listen();
        // The socket's file stays, as after a kill, with nobody behind it.
        const QString socket = socketIn();
        QVERIFY(!socket.isEmpty());
        killed->reset();
        QFile left(QDir(qEnvironmentVariable("XDG_RUNTIME_DIR")).filePath(socket));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        auto next = RunningProgram::begin();
        QVERIFY(next);
        (*next)->listen();
        QVERIFY(ask());
    }
};

LATCHKEY_TEST(RunningProgramTest)

#include "tst_runningprogram.moc"
