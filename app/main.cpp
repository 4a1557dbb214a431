#include "commandline.h"
#include "exitcode.h"
#include "wire/openapi.h"

#include <QCoreApplication>

#include <cstdio>

using namespace latchkey;
using namespace Qt::StringLiterals;

namespace {

void print(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto line = app::CommandLine::parse(arguments);

    if (line.wantsVersion) {
        print("latchkey " LATCHKEY_VERSION "\n");
        return app::Done;
    }
    if (line.wantsHelp) {
        print(app::helpText(line.command).toUtf8());
        return app::Done;
    }
    if (line.command == "openapi"_L1) {
        print(wire::openApi());
        return app::Done;
    }
    std::fputs(qUtf8Printable(app::helpText({})), stderr);
    return app::Misused;
}
