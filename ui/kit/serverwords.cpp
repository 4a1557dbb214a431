#include "kit/serverwords.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QUrl>

namespace latchkey::ui {

namespace {

using namespace Qt::StringLiterals;

class ServerWords
{
    Q_DECLARE_TR_FUNCTIONS(ServerWords)
};

} // namespace

bool isThisComputer(const QUrl &url, const QString &name)
{
    const QString host = url.host();
    const bool isHere = host == "localhost"_L1 || host == "::1"_L1 || host.startsWith("127."_L1);
    return isHere && (name.isEmpty() || name == host || name == QSysInfo::machineHostName());
}

QString serverWords(const QUrl &url, const QString &name)
{
    if (isThisComputer(url, name))
        return ServerWords::tr("This computer");
    // A bare host may have several servers, told apart by their ports.
    return name.isEmpty() || name == url.host() ? url.authority() : name;
}

QString personOnServer(const QString &person, const QUrl &url, const QString &name)
{
    if (isThisComputer(url, name))
        return ServerWords::tr("%1 on this computer", "%1 is a person").arg(person);
    return ServerWords::tr("%1 on %2", "a person on a server").arg(person, serverWords(url, name));
}

} // namespace latchkey::ui
