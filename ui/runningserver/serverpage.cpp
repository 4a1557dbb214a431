#include "runningserver/serverpage.h"

#include "account/account.h"
#include "account/runningserver.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/toast.h"
#include "runningserver/figurescard.h"
#include "runningserver/joiningcard.h"
#include "sessions/accountbody.h"

#include <QEvent>
#include <QPointer>
#include <QVBoxLayout>

namespace latchkey::ui {

using account::RunningServer;

ServerPage::ServerPage(account::Account &account, Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_toast(toast)
    // Belongs to the account: what was begun goes on when the page is gone.
    , m_server(new RunningServer(account, &account))
    , m_header(new PageHeader)
    , m_message(new MessageBar)
    , m_joining(new JoiningCard)
    , m_figures(new FiguresCard)
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(account, m_scroll))
{
    build();
    listen();
    retranslate();
}

void ServerPage::build()
{
    m_message->hide();
    QVBoxLayout *const column = m_scroll->column();
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_joining, m_figures})
        column->addWidget(part);
    column->addStretch();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

void ServerPage::listen()
{
    connect(&m_account, &account::Account::stateChanged, this, &ServerPage::follow);
    connect(m_server, &RunningServer::changed, this, &ServerPage::follow);
    connect(m_joining, &JoiningCard::openRequested, this, &ServerPage::setOpen);
    connect(m_message, &MessageBar::acted, this, &ServerPage::refresh);
    connect(m_body, &AccountBody::retried, this, &ServerPage::refresh);
}

void ServerPage::refresh()
{
    if (m_account.state().isSignedIn())
        m_server->load();
}

void ServerPage::follow()
{
    if (!m_body->follow(m_server->isLoaded(), m_server->lastError(), m_server->isLoading()))
        return;
    const auto &settings = m_server->settings();
    const auto &figures = m_server->figures();
    m_joining->setVisible(settings.has_value());
    if (settings)
        m_joining->tell(settings->signUpOpen, m_server->isSetting(), m_account.state().isUsable());
    m_joining->setChangeable(m_server->canSet());
    m_figures->setVisible(figures.has_value());
    if (figures)
        m_figures->tell(*figures);
    tellMessage();
}

void ServerPage::tellMessage()
{
    const auto &error = m_server->lastError();
    // While offline the window says so once, above every page.
    if (error && m_account.state().isOnline() && !m_server->isLoading())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
    else
        m_message->hide();
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

/// Figures grow old: they are asked for at each visit.
void ServerPage::showEvent(QShowEvent *event)
{
    refresh();
    follow();
    QWidget::showEvent(event);
}

void ServerPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ServerPage::retranslate()
{
    m_body->setWords(tr("Asking the server how it is…"),
                     tr("What the server says of itself could not be loaded"));
    m_header->setTitle(tr("Server"));
    m_header->setSubtitle(tr("What administrators set while it runs, and how much there is."));
    follow();
}

} // namespace latchkey::ui
