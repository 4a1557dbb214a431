#include "introduce.h"
#include "support/testrunner.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    latchkey::app::introduce();
    QCoreApplication application(argc, argv);
    return latchkey::test::runAll(argc, argv);
}
