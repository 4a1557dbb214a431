#include "base/alarm.h"
#include "latesafes.h"
#include "support/testrunner.h"

#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

/// By the module that the program loads.
class LateSafesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellAPassphraseAgain()
    {
        const auto hash = wait(m_safes.hash(Secret(u"2468"_s)));
        QVERIFY(hash);
        QVERIFY(!hash->reveal().contains("2468"));
        QVERIFY(*wait(m_safes.matches(*hash, Secret(u"2468"_s))));
        QVERIFY(!*wait(m_safes.matches(*hash, Secret(u"2469"_s))));
    }

    void keepInAFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"secrets"_s);
        const Secret passphrase(u"three words and more"_s);
        QVERIFY(
            wait((*wait(m_safes.file(path, passphrase)))->write(u"profile"_s, Secret(u"lks_x"_s))));
        const auto again = wait(m_safes.file(path, passphrase));
        QCOMPARE(wait((*again)->read(u"profile"_s))->reveal(), QByteArray("lks_x"));
        QCOMPARE(wait(m_safes.file(path, Secret(u"others"_s))).error().code, u"wrongPassphrase"_s);
    }

private:
    template <class T>
    Result<T> wait(const Call<T> &call)
    {
        std::optional<Result<T>> outcome;
        call.then(this, [&](const Result<T> &result) { outcome = result; });
        while (!outcome)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return *outcome;
    }

    SystemAlarm m_alarm;
    app::LateSafes m_safes{m_alarm};
};

LATCHKEY_TEST(LateSafesTest)

#include "tst_latesafes.moc"
