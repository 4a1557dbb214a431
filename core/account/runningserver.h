#pragma once

#include "api/serversettings.h"
#include "base/callscope.h"

#include <QObject>

#include <optional>

namespace latchkey::account {

class Account;

/// A server while it runs, for its administrators: what is set, and how much there is. Of servers
/// that tell less, what they tell.
class RunningServer final : public QObject
{
    Q_OBJECT

public:
    explicit RunningServer(Account &account, QObject *parent = nullptr);
    ~RunningServer() override;

    /// Whether the server tells any of it, and to this account. Both can change. Of Temporal it is
    /// not shown: whom it would tell it never says, and what it counts are requests.
    static bool isOffered(const Account &account);

    const std::optional<api::ServerSettings> &settings() const { return m_settings; }
    const std::optional<api::Figures> &figures() const { return m_figures; }
    bool isLoading() const { return m_isLoading; }
    bool isLoaded() const { return m_isLoaded; }
    /// Why the last load failed. What was known before stays.
    const std::optional<Error> &lastError() const { return m_lastError; }
    void load();

    bool canSet() const;
    bool isSetting() const { return m_isSetting; }
    Call<api::ServerSettings> setSignUpOpen(bool isOpen);

Q_SIGNALS:
    void changed();

private:
    void askSettings();
    void askFigures();
    template <api::Operation Op>
    void askFor(std::optional<typename Op::Reply> &place, void (RunningServer::*next)());
    void finish();

    Account &m_account;
    CallScope m_loads;
    int m_round = 0; ///< answers to an earlier load know nothing of what changed since
    std::optional<api::ServerSettings> m_settings;
    std::optional<api::Figures> m_figures;
    bool m_isLoading = false;
    bool m_isLoaded = false;
    bool m_isSetting = false;
    std::optional<Error> m_lastError;
};

} // namespace latchkey::account
