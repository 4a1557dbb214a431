#include "auditcommand.h"
#include "commandline.h"
#include "exitcode.h"
#include "introduce.h"
#include "module.h"
#include "print.h"
#include "serve.h"
#include "wire/openapi.h"

#include <QCoreApplication>

using namespace latchkey;
using app::print;
using namespace Qt::StringLiterals;

namespace {

int openWindow(int argc, char **argv)
{
#ifdef LATCHKEY_WITH_WINDOW
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        print(stderr, u"latchkey: there is no display to open a window on. Set DISPLAY, or run\n"
                      "latchkey serve, which needs none."_s);
        return app::Failed;
    }
    return app::runModule("window", argc, argv);
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    print(stderr, u"latchkey: built without a window; latchkey serve runs the server."_s);
    return app::Failed;
#endif
}

int runCommand(const app::CommandLine &line, int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    app::introduce();
    return line.command == "audit"_L1 ? app::audit(line.arguments) : app::serve(line.arguments);
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto line = app::CommandLine::parse(arguments);

    QStringList tooMuch;
    if (line.wantsVersion && !line.command.isEmpty())
        tooMuch << line.command;
    if (line.wantsVersion || line.command == "openapi"_L1)
        tooMuch << line.arguments;
    if (!line.wantsHelp && !tooMuch.isEmpty()) {
        print(stderr, u"latchkey: unexpected: "_s + tooMuch.first());
        return app::Misused;
    }
    if (line.wantsVersion) {
        print(stdout, u"latchkey " LATCHKEY_VERSION ""_s);
        return app::Done;
    }
    if (line.wantsHelp) {
        print(stdout, app::helpText(line.command).trimmed());
        return app::Done;
    }
    if (line.command == "openapi"_L1) {
        print(stdout, QString::fromUtf8(wire::openApi()).trimmed());
        return app::Done;
    }
    if (line.command == "serve"_L1 || line.command == "audit"_L1)
        return runCommand(line, argc, argv);
    if (line.command == "sessions"_L1)
        return app::runModule("sessions", argc, argv);
    if (line.command.isEmpty() && line.arguments.isEmpty())
        return openWindow(argc, argv);
    print(stderr, u"latchkey: unknown: "_s +
                      (line.command.isEmpty() ? line.arguments.first() : line.command) +
                      u"\nlatchkey --help says what there is."_s);
    return app::Misused;
}
