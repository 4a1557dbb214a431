#include "apisessionscommand.h"
#include "client.h"
#include "commandline.h"
#include "introduce.h"
#include "print.h"
#include "sessionscommand.h"
#include "userscommand.h"
#include "words.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace latchkey;
using namespace Qt::StringLiterals;

extern "C" int latchkey_module(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    app::introduce();
    // Who asks for a list wants that alone; QT_LOGGING_RULES brings the rest back.
    QLoggingCategory::setFilterRules(u"latchkey.*.info=false"_s);
    app::Client client(app::OwnServer::Use::Borrow);
    for (const Error &trouble : client.load())
        app::print(stderr, u"latchkey: "_s + app::inWords(trouble));
    const auto line = app::CommandLine::parse(QCoreApplication::arguments().mid(1));
    if (line.command == "users"_L1)
        return app::UsersCommand(client).run(line.arguments);
    if (line.command == "api-sessions"_L1)
        return app::ApiSessionsCommand(client).run(line.arguments);
    return app::SessionsCommand(client).run(line.arguments);
}
