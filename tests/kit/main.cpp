#include "support/testrunner.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    return latchkey::test::runAll(argc, argv);
}
