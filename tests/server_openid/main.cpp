#include "support/testrunner.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    return latchkey::test::runAll(argc, argv);
}
