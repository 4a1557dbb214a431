#include "home/signinwords.h"

#include <QCoreApplication>

namespace latchkey::ui::signinwords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ui::SignInWords)
};

QString program(const api::Device &device)
{
    if (device.program.isEmpty() && device.system.isEmpty())
        return Words::tr("Unknown program");
    if (device.program.isEmpty() || device.system.isEmpty())
        return device.program.isEmpty() ? device.system : device.program;
    return Words::tr("%1 on %2", "a program on a system").arg(device.program, device.system);
}

} // namespace

QString title(const api::Session &session)
{
    return session.device.label.isEmpty() ? program(session.device) : session.device.label;
}

QString detail(const api::Session &session)
{
    const bool isNamed = !session.device.label.isEmpty();
    if (session.address.isEmpty())
        return isNamed ? program(session.device) : QString();
    if (!isNamed)
        return Words::tr("From %1", "%1 is an IP address").arg(session.address);
    return Words::tr("%1, from %2", "a program on a system, an IP address")
        .arg(program(session.device), session.address);
}

} // namespace latchkey::ui::signinwords
