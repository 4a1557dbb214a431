#pragma once

#include "api/events.h"
#include "server/context.h"
#include "server/store/writestore.h"

/// What every change leaves behind, in the transaction of the change.
namespace latchkey::server::handlers {

struct Trace
{
    QString subject;
    QString outcome = QStringLiteral("done");
    std::optional<api::UserId> actor; ///< where the request itself has none, e.g. at a sign-in
    std::optional<api::SessionId> session;
    QList<FieldChange> changes;
};

Result<Nothing> note(WriteStore &store, const Context &context, const Trace &trace);

/// Whose session asks. Unauthorized `sessionEnded`, where the account is gone.
Result<api::User> asking(const Context &context, WriteStore &store);

Result<Nothing> tell(WriteStore &store, const api::UserId &user, api::EventKind kind,
                     const std::optional<api::SessionId> &session = {});

Result<Nothing> tellEach(WriteStore &store, const QList<api::UserId> &users, api::EventKind kind);

/// Refused, but what was counted, and that it was, stay. Answers what is refused with.
Error keepRefusal(WriteStore &store, Context &context, const QString &subject, const Error &error);

/// For each of these sessions of that account that the request ended, and what it had begun in
/// others' accounts.
Result<Nothing> traceEnded(WriteStore &store, const Context &context, const api::UserId &user,
                           const QList<api::Session> &sessions);
/// For each of these, whosever it is; the trace without its subject.
Result<Nothing> traceEnded(WriteStore &store, const Context &context, const QList<Asker> &sessions,
                           Trace trace = {});
/// For what that session had begun in others' accounts: their owners hear that nobody acts there.
Result<Nothing> traceEndedWith(WriteStore &store, const Context &context,
                               const api::SessionId &maker, const Trace &trace = {});

} // namespace latchkey::server::handlers
