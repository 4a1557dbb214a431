#include "shell/desks.h"

#include "account/accounts.h"
#include "kit/errorwords.h"
#include "shell/barstack.h"
#include "shell/profiledesk.h"
#include "shell/windowparts.h"

#include <QStackedWidget>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::ProfileId;

Desks::Desks(const WindowParts &parts, QStackedWidget &area, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_area(area)
{}

ProfileDesk &Desks::desk(const ProfileId &id)
{
    ProfileDesk *&desk = m_desks[id];
    if (!desk) {
        account::Account &account = *m_parts.accounts.account(id);
        desk = new ProfileDesk(account, *m_parts.accounts.sessions(id),
                               *m_parts.accounts.factors(id), *m_parts.accounts.identities(id),
                               m_parts.accounts.keeping(), m_parts.pagesOf(account), &m_area);
        m_area.addWidget(desk);
        connect(desk, &ProfileDesk::signInRequested, this, [this, id] { signInAgain(id); });
        connect(desk, &ProfileDesk::unlockRequested, this,
                [this, id] { m_parts.accounts.restore(id); });
        connect(desk, &ProfileDesk::messagesWanted, this, &Desks::messagesWanted);
        connect(&desk->pages(), &PageSet::currentIdChanged, this, &Desks::pageChanged);
        connect(&account, &account::Account::stateChanged, this, &Desks::accountChanged);
        connect(&account, &account::Account::stateChanged, this, [this, id, &account] {
            if (account.state().isSignedOut())
                Q_EMIT signedOut(id);
        });
        connect(&account, &account::Account::userChanged, this, &Desks::accountChanged);
    }
    return *desk;
}

void Desks::remove(const ProfileId &id)
{
    // At once: its pages speak with an account that is about to go.
    delete m_desks.take(id);
}

void Desks::signInAgain(const ProfileId &id)
{
    ProfileDesk *desk = find(id);
    if (!desk->coveringPage()) {
        desk->cover(m_parts.makeSignInAgain(
            id,
            [this, id] {
                if (ProfileDesk *still = find(id))
                    still->lift();
            },
            desk));
    }
    desk->bringCover();
}

void Desks::signOut(const ProfileId &id)
{
    m_parts.accounts.signOut(id).then(this, [this, id](const Result<Nothing> &result) {
        ProfileDesk *desk = find(id);
        if (result || !desk)
            return;
        desk->bars().tell({.id = u"signOut"_s,
                           .kind = MessageBar::Kind::Warning,
                           .text = [error = result.error()] { return wordsOf(error); },
                           .acts = {},
                           .isDismissible = true});
    });
}

std::optional<Desks::Unsaved> Desks::unsaved() const
{
    for (auto [id, desk] : m_desks.asKeyValueRange()) {
        const QString page = desk->pages().unsavedPage();
        if (!page.isEmpty())
            return Unsaved{id, page};
    }
    return std::nullopt;
}

} // namespace latchkey::ui
