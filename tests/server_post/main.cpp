#include "deliveruntilkilled.h"
#include "support/testrunner.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    using namespace latchkey::server::test;
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1StringView(deliverUntilKilledOption))
        deliverUntilKilled(arguments[2], quint16(arguments[3].toUInt()));
    return latchkey::test::runAll(argc, argv);
}
