#include "kit/theme.h"
#include "support/testrunner.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    latchkey::ui::applyTheme(application, latchkey::ui::Theme::Light);
    return latchkey::test::runAll(argc, argv);
}
