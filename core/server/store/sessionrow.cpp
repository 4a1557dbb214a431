#include "server/store/sessionrow.h"

#include "server/store/names.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

bool canBeTakenBack(api::EndReason reason)
{
    return reason == api::EndReason::EndedByOwner || reason == api::EndReason::NotRecognised;
}

std::optional<api::SessionEnd> endOf(const Statement &row, const Asker &asker,
                                     const SessionPolicy &policy, Timestamp expiresAt,
                                     Timestamp now)
{
    if (row.isNull(12)) {
        if (expiresAt > now)
            return std::nullopt;
        return api::SessionEnd{expiresAt, api::EndReason::Expired, {}, {}};
    }
    api::SessionEnd end{row.moment(12), fromStoredName<api::EndReason>(row.text(13)), {}, {}};
    if (const auto by = row.optionalText(14))
        end.by = api::SessionId(*by);
    const Timestamp until = end.at + policy.reinstatableFor;
    if (end.by == asker.session && canBeTakenBack(end.reason) && until > now)
        end.reinstatableUntil = until;
    return end;
}

} // namespace

const QString sessionrow::columns =
    u"id, kind, label, program, system, address, proof, started_at, last_active_at, proven_at, "
    "expires_at, reviewed, ended_at, end_reason, ended_by, acting_user, "
    "(SELECT name FROM users WHERE users.id = acting_user), acting_reason"_s;

api::Session sessionrow::read(const Statement &row, const Asker &asker, const SessionPolicy &policy,
                              Timestamp now)
{
    api::Session session;
    session.id = api::SessionId(row.text(0));
    session.kind = fromStoredName<api::SessionKind>(row.text(1));
    session.device = {row.text(2).replace(QChar::LineFeed, u", "_s), row.text(3), row.text(4)};
    session.address = row.text(5);
    session.proof = fromStoredName<api::Proof>(row.text(6));
    session.startedAt = row.moment(7);
    session.lastActiveAt = std::max(row.moment(8), session.startedAt);
    session.provenAt = row.moment(9);
    session.expiresAt = row.moment(10);
    session.reviewed = row.boolean(11);
    session.current = session.id == asker.session;
    if (const auto by = row.optionalText(15))
        session.onBehalf = {api::UserId(*by), row.text(16), row.text(17)};
    session.end = endOf(row, asker, policy, session.expiresAt, now);
    return session;
}

} // namespace latchkey::server
