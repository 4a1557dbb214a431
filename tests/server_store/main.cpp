#include "signupuntilkilled.h"
#include "support/testrunner.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 &&
        arguments[1] == QLatin1StringView(latchkey::server::test::signUpUntilKilledOption))
        latchkey::server::test::signUpUntilKilled(arguments[2]);
    return latchkey::test::runAll(argc, argv);
}
