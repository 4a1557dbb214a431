#include "desktop.h"
#include "introduce.h"
#include "quitsignals.h"

#include <QApplication>

using namespace latchkey;
using namespace Qt::StringLiterals;

extern "C" int latchkey_module_run(int argc, char **argv)
{
    QApplication application(argc, argv);
    app::introduce();
    QApplication::setApplicationDisplayName(u"Latchkey"_s);
    QApplication::setDesktopFileName(u"latchkey"_s);
    const app::QuitSignals quitSignals;
    app::Desktop desktop(application);
    return desktop.run();
}
