#include "sessions/accountpage.h"

#include "account/account.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/scale.h"
#include "sessions/accountbody.h"

#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace std::chrono_literals;

namespace {

QVBoxLayout *standingColumn()
{
    auto *column = new QVBoxLayout(new QWidget);
    column->setContentsMargins(space::wide, 0, space::wide, space::wide);
    column->setSpacing(space::large);
    return column;
}

} // namespace

AccountPage::AccountPage(account::Account &account, QWidget *parent, Body body)
    : QWidget(parent)
    , m_account(account)
    , m_header(new PageHeader)
    , m_message(new MessageBar)
    , m_scroll(body == Body::Scrolls ? new PageScroll : nullptr)
    , m_column(m_scroll ? m_scroll->column() : standingColumn())
    , m_body(new AccountBody(account, m_scroll ? m_scroll : m_column->parentWidget()))
{
    m_message->hide();
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &AccountPage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &AccountPage::follow);
    connect(&m_account, &account::Account::userChanged, this, &AccountPage::follow);
    connect(m_message, &MessageBar::acted, this, &AccountPage::tryAgain);
    connect(m_body, &AccountBody::retried, this, &AccountPage::refresh);
}

void AccountPage::build(std::initializer_list<QWidget *> parts)
{
    m_column->addWidget(m_message);
    for (QWidget *part : parts)
        m_column->addWidget(part);
    if (m_scroll)
        m_column->addStretch();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

bool AccountPage::isUsable() const
{
    return m_account.state().isUsable();
}

bool AccountPage::followLoad(bool isLoaded, const std::optional<Error> &error, bool isLoading)
{
    const bool isShown = m_body->follow(isLoaded, error, isLoading);
    tellMessage(error, isLoading);
    return isShown;
}

void AccountPage::tellMessage(const std::optional<Error> &error, bool isLoading)
{
    // While offline the window says so once, above every page.
    if (error && m_account.state().isOnline() && !isLoading)
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
    else
        m_message->hide();
}

void AccountPage::showEvent(QShowEvent *event)
{
    if (m_asksAlways || !m_isVisited)
        refresh();
    m_isVisited = true;
    m_minute.start();
    follow();
    QWidget::showEvent(event);
}

void AccountPage::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void AccountPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace latchkey::ui
