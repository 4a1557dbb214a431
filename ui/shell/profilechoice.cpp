#include "shell/profilechoice.h"

#include "account/accounts.h"
#include "kit/serverwords.h"

#include <QCoreApplication>

namespace latchkey::ui {

namespace {

using namespace Qt::StringLiterals;

class StateWords
{
    Q_DECLARE_TR_FUNCTIONS(StateWords)

public:
    static QString of(const account::Account &account)
    {
        const QString words =
            isWithoutServer(account) ? tr("Server not started") : of(account.state());
        return words.isEmpty() && account.isActing() ? tr("Acting on behalf") : words;
    }

private:
    /// The server inside the program can't be had; what the session is kept in has no part in it.
    static bool isWithoutServer(const account::Account &account)
    {
        return account.state().kind == account::AccountState::Kind::Locked && !account.isLocked();
    }

    static QString of(const account::AccountState &state)
    {
        switch (state.kind) {
        case account::AccountState::Kind::Restoring:
        case account::AccountState::Kind::Connecting:
        case account::AccountState::Kind::Online:
            return {};
        case account::AccountState::Kind::Locked:
            return tr("Locked");
        case account::AccountState::Kind::Offline:
            return state.why && state.why->code.startsWith("tls"_L1) ? tr("No safe connection")
                                                                     : tr("Offline");
        case account::AccountState::Kind::SignedOut:
            return tr("Signed out");
        }
        Q_UNREACHABLE();
    }
};

} // namespace

QList<ProfileChoice> profileChoices(const account::Accounts &accounts)
{
    QList<ProfileChoice> choices;
    for (const account::ProfileId &id : accounts.ids()) {
        const account::Account *account = accounts.account(id);
        const account::Profile profile = account->profile();
        choices.append({id.text(), profile.title(),
                        serverWords(profile.server.url, profile.serverName),
                        personOnServer(profile.title(), profile.server.url, profile.serverName),
                        StateWords::of(*account)});
    }
    return choices;
}

} // namespace latchkey::ui
