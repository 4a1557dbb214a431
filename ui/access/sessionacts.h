#pragma once

#include "api/sessions.h"
#include "base/result.h"

#include <QObject>
#include <QPointer>

namespace latchkey::account {
class SessionStore;
}

namespace latchkey::ui {

class Toast;

/// What the person wants done about sessions, and telling what became of it. Belongs to the store,
/// not to the page: a change goes on, and can be taken back, when the page is gone.
class SessionActs final : public QObject
{
    Q_OBJECT

public:
    SessionActs(account::SessionStore &store, Toast &toast);

    void rename(const api::SessionId &id, const QString &label);
    void end(const api::SessionId &id);
    void endOthers();
    void review(const api::SessionId &id, api::Verdict verdict);

private:
    QString titleOf(const api::SessionId &id) const;
    void offerUndo(const api::Session &ended, const QString &words);
    void reinstate(const api::SessionId &id);
    void say(const QString &words);
    void sayFailure(const Error &error, const QString &words);

    account::SessionStore &m_store;
    QPointer<Toast> m_toast;
};

} // namespace latchkey::ui
