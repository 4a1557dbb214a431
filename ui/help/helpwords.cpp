#include "help/helpwords.h"

#include "kit/relativetime.h"

#include <QCoreApplication>

namespace latchkey::ui::helpwords {

using namespace std::chrono_literals;
using api::ResetState;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(HelpWords)
};

} // namespace

QString lasting(std::chrono::seconds time)
{
    using namespace std::chrono;
    if (time <= 90s)
        return Words::tr("%n second(s)", nullptr, int(time.count()));
    if (time <= 90min)
        return Words::tr("%n minute(s)", nullptr, int(ceil<minutes>(time).count()));
    return Words::tr("%n hour(s)", nullptr, int(ceil<hours>(time).count()));
}

QString state(const api::StartedReset &reset, Timestamp now)
{
    const QString started = relativeTime(reset.startedAt, now);
    const QString ends = relativeTime(reset.expiresAt, now);
    const bool isOver = reset.expiresAt <= now;
    switch (isOver && reset.state == ResetState::Sent ? ResetState::Expired : reset.state) {
    case ResetState::Waiting:
        return Words::tr("The mail with the code is about to leave. Started: %1.").arg(started);
    case ResetState::Sent:
        return Words::tr("The mail with the code was sent; nobody has used it yet. Started: %1. "
                         "Ends: %2.")
            .arg(started, ends);
    case ResetState::NotSent:
        return Words::tr("The mail with the code could not be sent, so nobody got one. Started: "
                         "%1.")
            .arg(started);
    case ResetState::Used:
        return Words::tr("The code was used: there is a new password. Started: %1. Used: %2.")
            .arg(started, relativeTime(reset.usedAt.value_or(reset.startedAt), now));
    case ResetState::Expired:
        return Words::tr("The code was not used in time and works no longer. Started: %1.")
            .arg(started);
    case ResetState::Unknown:
        return Words::tr("Started: %1.").arg(started);
    }
    Q_UNREACHABLE();
}

} // namespace latchkey::ui::helpwords
