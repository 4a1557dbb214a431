#include "net/sockets/systemreachability.h"

#include "base/log.h"

#include <QNetworkInformation>

namespace latchkey::net {

SystemReachability::SystemReachability(QObject *parent)
    : Reachability(parent)
{
    using System = QNetworkInformation;
    if (!System::loadDefaultBackend()) {
        qCInfo(logNet) << "the system does not tell whether there is a network";
        return;
    }
    connect(System::instance(), &System::reachabilityChanged, this, [this](auto reachability) {
        if (reachability != System::Reachability::Disconnected)
            Q_EMIT regained();
    });
}

} // namespace latchkey::net
