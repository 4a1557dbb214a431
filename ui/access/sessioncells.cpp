#include "access/sessioncells.h"

#include "account/sessionstore.h"
#include "kit/relativetime.h"
#include "sessions/sessionwords.h"

#include <QDateTime>

namespace latchkey::ui {

QString SessionCells::title(int column)
{
    switch (column) {
    case AccessModel::Device:
        return tr("Device");
    case AccessModel::Status:
        return tr("Status");
    case AccessModel::Program:
        return tr("Program and system");
    case AccessModel::Address:
        return tr("Address");
    case AccessModel::Started:
        return tr("Started");
    case AccessModel::LastActive:
        return tr("Last active");
    case AccessModel::Expires:
        return tr("Expires or ended");
    case AccessModel::SignedInBy:
        return tr("Signed in with");
    default:
        return {};
    }
}

QString SessionCells::text(const api::Session &session, int column) const
{
    const Timestamp now = m_clock.now();
    switch (column) {
    case AccessModel::Device:
        return sessionwords::title(session);
    case AccessModel::Status:
        return status(session);
    case AccessModel::Program:
        return sessionwords::program(session);
    case AccessModel::Address:
        return session.address;
    case AccessModel::Started:
        return relativeTime(session.startedAt, now);
    case AccessModel::LastActive:
        return relativeTime(session.lastActiveAt, now);
    case AccessModel::Expires:
        if (!session.end && session.expiresAt == api::never)
            return sessionwords::never();
        return relativeTime(session.end ? session.end->at : session.expiresAt, now);
    case AccessModel::SignedInBy:
        return sessionwords::proof(session.proof);
    default:
        return {};
    }
}

QString SessionCells::status(const api::Session &session) const
{
    if (m_store.isPending(session.id))
        return tr("Being changed…");
    if (session.end) {
        return sessionwords::ending(*session.end, session.end->by ? m_store.find(*session.end->by)
                                                                  : std::nullopt);
    }
    switch (m_store.answersFor(session)) {
    case account::SessionStore::Answers::YesOrNo:
        return tr("Was it you?");
    case account::SessionStore::Answers::OnlyNo:
        return tr("Signed in earlier", "than this device, which can't say whose it is");
    case account::SessionStore::Answers::None:
        return session.current ? tr("You are here") : tr("Yours");
    }
    Q_UNREACHABLE();
}

QString SessionCells::exactText(const api::Session &session, int column) const
{
    switch (column) {
    case AccessModel::Started:
        return exactTime(session.startedAt);
    case AccessModel::LastActive:
        return exactTime(session.lastActiveAt);
    case AccessModel::Expires:
        if (!session.end && session.expiresAt == api::never)
            return sessionwords::never();
        return exactTime(session.end ? session.end->at : session.expiresAt);
    default:
        return text(session, column);
    }
}

QVariant SessionCells::raw(const api::Session &session, int column) const
{
    switch (column) {
    case AccessModel::Started:
        return toDateTime(session.startedAt);
    case AccessModel::LastActive:
        return toDateTime(session.lastActiveAt);
    case AccessModel::Expires:
        return toDateTime(session.end ? session.end->at : session.expiresAt);
    default:
        return text(session, column);
    }
}

QString SessionCells::searchText(const api::Session &session) const
{
    QStringList words;
    for (int column = 0; column < AccessModel::columnTotal; ++column)
        words += text(session, column);
    words += sessionwords::program(session);
    return words.join(u' ');
}

} // namespace latchkey::ui
