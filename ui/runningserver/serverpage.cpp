#include "runningserver/serverpage.h"

#include "account/account.h"
#include "account/runningserver.h"
#include "kit/errorwords.h"
#include "kit/pageheader.h"
#include "kit/toast.h"
#include "runningserver/figurescard.h"
#include "runningserver/joiningcard.h"
#include "sessions/accountbody.h"

#include <QPointer>

namespace latchkey::ui {

using account::RunningServer;

ServerPage::ServerPage(account::Account &account, Toast &toast, QWidget *parent)
    : AccountPage(account, parent)
    , m_toast(toast)
    , m_server(new RunningServer(account, this))
    , m_joining(new JoiningCard)
    , m_figures(new FiguresCard)
{
    build({m_joining, m_figures});
    askAtEachVisit();
    connect(m_server, &RunningServer::changed, this, &ServerPage::follow);
    connect(m_joining, &JoiningCard::openRequested, this, &ServerPage::setOpen);
    retranslate();
}

void ServerPage::refresh()
{
    if (account().state().isSignedIn())
        m_server->load();
}

void ServerPage::follow()
{
    if (!followLoad(m_server->isLoaded(), m_server->lastError(), m_server->isLoading()))
        return;
    const auto &settings = m_server->settings();
    const auto &figures = m_server->figures();
    m_joining->setVisible(settings.has_value());
    if (settings)
        m_joining->tell(settings->signUpOpen, m_server->isSetting(), isUsable());
    m_joining->setChangeable(m_server->canSet());
    m_figures->setVisible(figures.has_value());
    if (figures)
        m_figures->tell(*figures);
}

void ServerPage::setOpen(bool isOpen)
{
    m_server->setSignUpOpen(isOpen).then(
        &m_toast,
        [page = QPointer(this), &toast = m_toast](const Result<api::ServerSettings> &settings) {
            if (settings)
                toast.say(settings->signUpOpen ? tr("Anybody can sign up from now on.")
                                               : tr("Nobody can sign up from now on."));
            else if (page && settings.error().kind != Error::Kind::Cancelled)
                page->m_joining->setError(settings.error());
            else if (settings.error().kind != Error::Kind::Cancelled)
                toast.say(wordsOf(settings.error()));
        });
}

void ServerPage::retranslate()
{
    body()->setWords(tr("Asking the server how it is…"),
                     tr("What the server says of itself could not be loaded"));
    header()->setTitle(tr("Server"));
    header()->setSubtitle(tr("What administrators set while it runs, and how much there is."));
    follow();
}

} // namespace latchkey::ui
