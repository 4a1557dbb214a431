#include "account/runningserver.h"

#include "account/account.h"

namespace latchkey::account {

RunningServer::RunningServer(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{}

RunningServer::~RunningServer() = default;

bool RunningServer::isOffered(const Account &account)
{
    const bool isTold = account.can<api::ShowServerSettings>() || account.can<api::ShowFigures>();
    return isTold && account.isAdministrators();
}

bool RunningServer::canSet() const
{
    return m_account.can<api::EditServerSettings>();
}

void RunningServer::load()
{
    m_loads.cancelAll();
    ++m_round;
    m_isLoading = true;
    askSettings();
    Q_EMIT changed();
}

void RunningServer::askSettings()
{
    askFor<api::ShowServerSettings>(m_settings, &RunningServer::askFigures);
}

void RunningServer::askFigures()
{
    askFor<api::ShowFigures>(m_figures, &RunningServer::finish);
}

/// And then the next thing; what the server doesn't know is passed over.
template <api::Operation Op>
void RunningServer::askFor(std::optional<typename Op::Reply> &place, void (RunningServer::*next)())
{
    if (!m_account.can<Op>())
        return (this->*next)();
    m_loads.add(m_account.ask(Op()))
        .then(this, [this, &place, next, round = m_round](const Result<typename Op::Reply> &told) {
            if (round != m_round)
                return;
            if (told) {
                place = *told;
                return (this->*next)();
            }
            m_isLoading = false;
            m_lastError = told.error();
            Q_EMIT changed();
        });
}

void RunningServer::finish()
{
    m_isLoading = false;
    m_isLoaded = true;
    m_lastError.reset();
    Q_EMIT changed();
}

Call<api::ServerSettings> RunningServer::setSignUpOpen(bool isOpen)
{
    m_isSetting = true;
    const auto call = m_account.ask(api::EditServerSettings{.signUpOpen = isOpen});
    call.then(this, [this](const Result<api::ServerSettings> &set) {
        m_isSetting = false;
        if (set)
            m_settings = *set;
        if (set && m_isLoading)
            load();
        Q_EMIT changed();
    });
    Q_EMIT changed();
    return call;
}

} // namespace latchkey::account
