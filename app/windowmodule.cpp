#include "desktop.h"
#include "display.h"
#include "exitcode.h"
#include "introduce.h"
#include "print.h"
#include "quitsignals.h"
#include "runningprogram.h"

#include <QApplication>

#include <cstdlib>

using namespace latchkey;
using namespace Qt::StringLiterals;

namespace {

int leaveItToTheOther(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (app::RunningProgram::askToFront()) {
        app::print(stdout, u"latchkey: runs already; its window is in front now"_s);
        return app::Done;
    }
    app::print(stderr, u"latchkey: runs already, but does not answer; close it first"_s);
    return app::Failed;
}

QtMessageHandler usualHandler = nullptr;

/// Qt aborts where it reaches no display, and advises to install the program anew.
void explainDisplay(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtFatalMsg) {
        app::tellNoDisplay("no window can be opened on the display that is named");
        std::_Exit(app::Failed);
    }
    usualHandler(type, context, text);
}

} // namespace

extern "C" int latchkey_module(int argc, char **argv)
{
    app::introduce();
    const auto running = app::RunningProgram::begin();
    if (!running && running.error().kind == Error::Kind::Conflict)
        return leaveItToTheOther(argc, argv);
    if (!running)
        app::print(stderr, u"latchkey: "_s + running.error().detail);

    // Before any other thread begins that takes signals: the display's own does with the
    // application.
    app::QuitSignals quitSignals;
    usualHandler = qInstallMessageHandler(explainDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(usualHandler);
    QApplication::setApplicationDisplayName(u"Latchkey"_s);
    QApplication::setDesktopFileName(u"latchkey"_s);
    app::Desktop desktop(application);
    QObject::connect(&quitSignals, &app::QuitSignals::came, &desktop, &app::Desktop::leave);
    quitSignals.listen();
    if (running) {
        QObject::connect(running->get(), &app::RunningProgram::frontWanted, &desktop,
                         &app::Desktop::comeToFront);
        (*running)->listen();
    }
    return desktop.run();
}
