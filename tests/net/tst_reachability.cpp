#include "net/sockets/systemreachability.h"
#include "support/testrunner.h"

#include <QNetworkInformation>
#include <QTest>

using namespace latchkey;

class ReachabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksTheSystem()
    {
        const net::SystemReachability reachability;
        const bool isAsked = QNetworkInformation::instance() != nullptr;
        QCOMPARE(isAsked, QNetworkInformation::loadDefaultBackend());
    }
};

LATCHKEY_TEST(ReachabilityTest)

#include "tst_reachability.moc"
