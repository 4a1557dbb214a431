#include "grants/grantwords.h"

#include "kit/relativetime.h"

#include <QCoreApplication>

namespace latchkey::ui::grantwords {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(GrantWords)
};

/// Of those that somebody has from others, not each API tells any time.
bool isTimeTold(const api::Grant &grant)
{
    return grant.createdAt != Timestamp();
}

} // namespace

QString package(api::Package package)
{
    switch (package) {
    case api::Package::None:
        return Words::tr("No package");
    case api::Package::Benefits:
        return Words::tr("Benefits");
    case api::Package::Essentials:
        return Words::tr("Essentials");
    case api::Package::Professional:
        return Words::tr("Professional");
    case api::Package::Corporate:
        return Words::tr("Corporate");
    case api::Package::Unknown:
        return Words::tr("Another package");
    }
    Q_UNREACHABLE();
}

QString tier(api::PackageTier tier)
{
    switch (tier) {
    case api::PackageTier::Basic:
        return Words::tr("Basic");
    case api::PackageTier::Premium:
        return Words::tr("Premium");
    case api::PackageTier::Unknown:
        return Words::tr("Another tier");
    }
    Q_UNREACHABLE();
}

QString what(const api::Grant &grant)
{
    return Words::tr("%1, %2", "a package and its tier")
        .arg(package(grant.package), tier(grant.tier));
}

QString state(const api::Grant &grant, GrantSide side, Timestamp now)
{
    switch (grant.state) {
    case api::GrantState::Pending:
        return side == GrantSide::Received
                   ? Words::tr("Waits until you verify your e-mail address.")
                   : Words::tr("Waits until they verify their e-mail address.");
    case api::GrantState::Active:
        if (!isTimeTold(grant))
            return Words::tr("Given.");
        return Words::tr("Given: %1", "a time like '5 minutes ago', or a date")
            .arg(relativeTime(grant.createdAt, now));
    case api::GrantState::Cancelled:
        if (!isTimeTold(grant))
            return Words::tr("Ended.");
        return Words::tr("Ended: %1", "a time like '5 minutes ago', or a date")
            .arg(relativeTime(grant.updatedAt, now));
    case api::GrantState::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

QString exactState(const api::Grant &grant)
{
    const bool isOver = grant.state == api::GrantState::Cancelled;
    return isTimeTold(grant) ? exactTime(isOver ? grant.updatedAt : grant.createdAt) : QString();
}

const api::UserCard &other(const api::Grant &grant, GrantSide side)
{
    return side == GrantSide::Received ? grant.giver : grant.receiver;
}

} // namespace latchkey::ui::grantwords
