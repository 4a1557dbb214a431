#pragma once

#include "api/apisessions.h"
#include "signedincommand.h"

namespace latchkey::account {
class ApiSessionStore;
} // namespace latchkey::account

namespace latchkey::app {

/// `latchkey api-sessions list|create|rotate`
class ApiSessionsCommand final : public SignedInCommand
{
    Q_OBJECT

public:
    explicit ApiSessionsCommand(Client &client);

private:
    bool takeOption(const QString &option) override;
    bool takeWords(const QStringList &words) override;
    bool takeEnd(const QString &days);
    void begin() override;
    void list();
    void show() const;
    void tell(const Result<api::ApiSessionSecret> &made);

    QString m_action;
    bool m_all = false;
    api::CreateApiSession m_wanted;
    std::optional<int> m_days; ///< until it ends; nothing: never
    api::SessionId m_id;
    account::ApiSessionStore *m_store = nullptr;
};

} // namespace latchkey::app
