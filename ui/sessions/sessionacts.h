#pragma once

#include "api/sessions.h"
#include "base/result.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class SessionStore;
}

namespace latchkey::ui {

class Toast;

/// What the person wants done about sessions, and telling what became of it. Belongs to the store,
/// not to a page: a change goes on, and can be taken back, when the page is gone.
class SessionActs final : public QObject
{
    Q_OBJECT

public:
    /// The clock outlives the store.
    SessionActs(account::SessionStore &store, const Clock &clock, Toast &toast);

    void rename(const api::SessionId &id, const QString &label);
    /// Names that were typed and could not be saved: they are kept until they are, or forgotten.
    const QHash<api::SessionId, QString> &unsent() const { return m_unsent; }
    void resend(const api::SessionId &id);
    void forget(const api::SessionId &id);
    void end(const api::SessionId &id);
    void endOthers();
    void review(const api::SessionId &id, api::Verdict verdict);
    /// Takes endings back, as long as the server lets it.
    void reinstate(const QList<api::SessionId> &ids);

Q_SIGNALS:
    void unsentChanged();

private:
    void tellEnded(const api::Session &ended, const QString &words);
    void offerUndo(const QString &words, const QList<api::SessionId> &ids,
                   std::chrono::seconds patience);
    std::chrono::seconds patienceOf(const api::SessionEnd &end) const;
    QString backWords(const api::Session &session) const;
    void say(const QString &words);
    void sayFailure(const Error &error, const QString &words);

    account::SessionStore &m_store;
    const Clock &m_clock;
    QPointer<Toast> m_toast;
    QHash<api::SessionId, QString> m_unsent;
};

} // namespace latchkey::ui
