#include "messages/messagesview.h"

#include "account/ownmessages.h"
#include "kit/busystate.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "messages/messagedelegate.h"
#include "messages/messagepane.h"

#include <QEvent>
#include <QListView>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 320;
constexpr int narrowestList = 200;

} // namespace

MessagesView::MessagesView(account::OwnMessages &messages, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_messages(messages)
    , m_model(messages, clock)
    , m_failed(new MessageBar)
    , m_list(new QListView)
    , m_pane(new MessagePane)
    , m_empty(new EmptyState)
    , m_loading(new BusyState)
{
    build();
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, &m_model, &MessageModel::retell);
    connect(&messages, &account::OwnMessages::changed, this, &MessagesView::follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MessagesView::read);
    connect(m_failed, &MessageBar::acted, &messages, &account::OwnMessages::load);
    connect(m_empty, &EmptyState::acted, &messages, &account::OwnMessages::load);
    retranslate();
    follow();
}

void MessagesView::build()
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new MessageDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumWidth(narrowestList);
    auto *both = new QSplitter;
    both->setChildrenCollapsible(false);
    both->setHandleWidth(space::medium);
    both->addWidget(m_list);
    both->addWidget(m_pane);
    both->setStretchFactor(1, 1);
    both->setSizes({listWidth, 2 * listWidth});
    m_both = both;

    auto *places = new QWidget;
    m_places = new QStackedLayout(places);
    for (QWidget *place : std::initializer_list<QWidget *>{m_both, m_empty, m_loading})
        m_places->addWidget(place);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    layout->addWidget(m_failed);
    layout->addWidget(places, 1);
    setFocusProxy(m_list);
}

void MessagesView::follow()
{
    const QList<account::OwnMessage> &all = m_messages.all();
    const qint64 newest = all.isEmpty() ? 0 : all.constFirst().number;
    const bool stoodOnTop = m_list->currentIndex().data(MessageModel::NumberRole) == m_newest;
    if (newest != m_newest && (stoodOnTop || !m_list->currentIndex().isValid()))
        select(newest);
    m_newest = newest;
    if (isVisible())
        m_messages.see();
    read();
    tellPlace();
}

void MessagesView::tellPlace()
{
    const auto &error = m_messages.lastError();
    const bool isEmpty = m_messages.all().isEmpty();
    const bool isFirstLoad = isEmpty && m_messages.isLoading() && !error;
    m_failed->setVisible(error && !isEmpty);
    if (error && !isEmpty)
        m_failed->show(MessageBar::Kind::Warning, wordsOf(*error), tr("Try again"));
    m_empty->setIcon(error ? u"warning"_s : u"mail"_s);
    m_empty->setTitle(error ? tr("The messages could not be read") : tr("No messages yet"));
    m_empty->setText(error ? wordsOf(*error)
                           : tr("The server on this computer sends nothing. What it would have "
                                "mailed or texted, codes above all, comes here instead."));
    m_empty->setAction(error ? tr("Try again") : QString());
    m_loading->setBusy(isFirstLoad);
    m_places->setCurrentWidget(isFirstLoad ? static_cast<QWidget *>(m_loading)
                               : isEmpty   ? m_empty
                                           : m_both);
}

void MessagesView::read()
{
    const qint64 number = m_list->currentIndex().data(MessageModel::NumberRole).toLongLong();
    m_pane->setMessage(m_messages.find(number));
    Q_EMIT chosen();
}

void MessagesView::select(qint64 number)
{
    if (const int row = m_model.rowOf(number); row >= 0) {
        m_list->setCurrentIndex(m_model.index(row));
        m_list->scrollTo(m_model.index(row));
    }
}

bool MessagesView::hasCode() const
{
    return m_pane->hasCode();
}

void MessagesView::copyCode()
{
    m_pane->copyCode();
}

void MessagesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessagesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_minute.start();
    m_model.retell();
    if (!m_messages.isLoaded())
        m_messages.load();
    m_messages.see();
}

void MessagesView::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void MessagesView::retranslate()
{
    m_list->setAccessibleName(tr("Messages"));
    m_loading->setText(tr("The messages are being read…"));
    m_model.retell();
    tellPlace();
}

} // namespace latchkey::ui
