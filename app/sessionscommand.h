#pragma once

#include "api/session.h"
#include "signedincommand.h"

namespace latchkey::account {
class SessionStore;
} // namespace latchkey::account

namespace latchkey::app {

/// `latchkey sessions list|end`
class SessionsCommand final : public SignedInCommand
{
    Q_OBJECT

public:
    explicit SessionsCommand(Client &client);

private:
    bool takeOption(const QString &option) override;
    bool takeWords(const QStringList &words) override;
    void begin() override;
    void showDone() override;
    void list();
    void endNext();
    void show(const QList<api::Session> &sessions) const;

    QString m_action;
    QStringList m_ids;
    bool m_all = false;
    QList<api::Session> m_ended;
    account::SessionStore *m_sessions = nullptr;
};

} // namespace latchkey::app
