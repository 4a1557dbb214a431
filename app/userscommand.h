#pragma once

#include "api/helping.h"
#include "signedincommand.h"

namespace latchkey::app {

/// `latchkey users find|reset|unlock`: what people do who help others.
class UsersCommand final : public SignedInCommand
{
    Q_OBJECT

public:
    explicit UsersCommand(Client &client);

private:
    bool takeWords(const QStringList &words) override;
    void begin() override;
    void reset(const api::UserId &user);
    void unlock(const api::UserId &user);
    /// As the server knows it now.
    void showAccount();
    void show(const api::HelpedAccount &found) const;

    QString m_action;
    QString m_email;
};

} // namespace latchkey::app
