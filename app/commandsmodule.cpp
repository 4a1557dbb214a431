#include "auditcommand.h"
#include "commandline.h"
#include "exitcode.h"
#include "introduce.h"
#include "print.h"
#include "serve.h"
#include "wire/openapi.h"

#include <QCoreApplication>

using namespace latchkey;
using app::print;
using namespace Qt::StringLiterals;

extern "C" int latchkey_module(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    app::introduce();
    const auto line = app::CommandLine::parse(QCoreApplication::arguments().mid(1));

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
    if (line.command == "serve"_L1)
        return app::serve(line.arguments);
    if (line.command == "audit"_L1)
        return app::audit(line.arguments);
    print(stderr, u"latchkey: unknown: "_s +
                      (line.command.isEmpty() ? line.arguments.first() : line.command) +
                      u"\nlatchkey --help says what there is."_s);
    return app::Misused;
}
