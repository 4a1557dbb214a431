#include "apisessions/apisessionwords.h"

#include "account/apisessionstore.h"
#include "kit/relativetime.h"

#include <QCoreApplication>

namespace latchkey::ui::apisessionwords {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ui::ApiSessionWords)
};

} // namespace

QString title(const api::ApiSession &session)
{
    return session.labels.isEmpty() ? Words::tr("Without a label") : session.labels.join(u" · "_s);
}

QString use(const api::ApiSession &session, Timestamp now)
{
    if (!account::isUseTold(session))
        return {};
    if (!session.lastUsedAt)
        return Words::tr("Not used yet.");
    const QString used = relativeTime(*session.lastUsedAt, now);
    if (!session.lastUsedFrom)
        return Words::tr("Last used: %1.", "a time like '5 minutes ago'").arg(used);
    return Words::tr("Last used: %1, from %2.", "a time like '5 minutes ago', an IP address")
        .arg(used, *session.lastUsedFrom);
}

QString times(const api::ApiSession &session, Timestamp now)
{
    const QString ends = session.expiresAt ? relativeTime(*session.expiresAt, now) : QString();
    if (!account::isUseTold(session))
        return session.expiresAt ? Words::tr("Ends: %1.", "a time like 'in 3 days'").arg(ends)
                                 : Words::tr("Never ends.");
    const QString made = relativeTime(session.createdAt, now);
    if (!session.expiresAt)
        return Words::tr("Made: %1. Never ends.", "a time like '5 minutes ago'").arg(made);
    return Words::tr("Made: %1. Ends: %2.", "times like '5 minutes ago' and 'in 3 days'")
        .arg(made, ends);
}

QString exactTimes(const api::ApiSession &session)
{
    QStringList lines;
    if (account::isUseTold(session))
        lines << Words::tr("Made: %1", "a time").arg(exactTime(session.createdAt));
    if (session.secretMadeAt > session.createdAt)
        lines << Words::tr("New secret: %1", "a time").arg(exactTime(session.secretMadeAt));
    if (session.lastUsedAt)
        lines << Words::tr("Last used: %1", "a time").arg(exactTime(*session.lastUsedAt));
    if (session.expiresAt)
        lines << Words::tr("Ends: %1", "a time").arg(exactTime(*session.expiresAt));
    return lines.join(QChar::LineFeed);
}

QString warning(const api::ApiSession &session, Timestamp now)
{
    if (account::endsSoon(session, now))
        return Words::tr("It ends soon. If something still needs it, give it a later end.");
    if (account::isLongUnused(session, now))
        return Words::tr("Nothing has used it for 90 days. If nothing needs it, end it.");
    return {};
}

} // namespace latchkey::ui::apisessionwords
