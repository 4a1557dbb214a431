#include "access/accessview.h"

#include "access/accessmodel.h"
#include "access/endothersbar.h"
#include "access/sessiondetails.h"
#include "access/sessiontree.h"
#include "kit/busyindicator.h"
#include "kit/busystate.h"
#include "kit/button.h"
#include "kit/emptystate.h"
#include "kit/foldingsplitter.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/scale.h"

#include <QDataStream>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestList = 360; ///< the state of a device can be read beside its name
constexpr int narrowestDetails = 260;

} // namespace

AccessView::AccessView(AccessModel &model, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_header(new PageHeader)
    , m_busy(new BusyIndicator)
    , m_filter(new QLineEdit)
    , m_endOthers(new QPushButton)
    , m_confirm(new EndOthersBar)
    , m_message(new MessageBar)
    , m_tree(new SessionTree(model))
    , m_details(new SessionDetails(clock))
    , m_splitter(new FoldingSplitter({m_tree, narrowestList}, {m_details, narrowestDetails}))
    , m_empty(new EmptyState)
    , m_loading(new BusyState)
{
    buildHeader();
    buildPlaces();
    listen();
    retranslate();
    settlePlace();
}

void AccessView::buildHeader()
{
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(120); // beside the sidebar the page fits into 640
    m_filter->installEventFilter(this);
    m_header->addAction(m_busy);
    m_header->addAction(m_filter);
    m_header->addAction(m_endOthers);
}

void AccessView::buildPlaces()
{
    m_splitter->setSizes({700, 270});
    auto *places = new QWidget;
    m_places = new QStackedLayout(places);
    m_places->addWidget(m_splitter);
    m_places->addWidget(m_empty);
    m_places->addWidget(m_loading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    layout->setSpacing(space::large);
    layout->addWidget(m_header);
    layout->addWidget(m_message);
    layout->addWidget(m_confirm);
    layout->addWidget(places, 1);
    setFocusProxy(m_tree);
}

void AccessView::listen()
{
    connect(m_filter, &QLineEdit::textChanged, this, &AccessView::filter);
    connect(m_endOthers, &QPushButton::clicked, m_confirm, &EndOthersBar::open);
    connect(m_confirm, &EndOthersBar::confirmed, this, &AccessView::endOthersRequested);
    connect(m_details, &SessionDetails::renameRequested, m_tree, &SessionTree::startRename);
    connect(m_details, &SessionDetails::changeRequested, this, &AccessView::changeRequested);
    connect(m_details, &SessionDetails::resendRequested, this, &AccessView::resendRequested);
    connect(m_details, &SessionDetails::forgetRequested, this, &AccessView::forgetRequested);
    connect(m_details, &SessionDetails::endRequested, this, &AccessView::endRequested);
    connect(m_details, &SessionDetails::reinstateRequested, this, &AccessView::reinstateRequested);
    connect(m_details, &SessionDetails::reviewRequested, this, &AccessView::reviewRequested);
    connect(m_message, &MessageBar::acted, this, &AccessView::reloadRequested);
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (m_showing == Showing::List)
            m_filter->clear();
        else
            Q_EMIT reloadRequested();
    });
    connect(m_tree, &SessionTree::endRequested, this, &AccessView::endRequested);
    connect(m_tree, &SessionTree::reviewRequested, this, &AccessView::reviewRequested);
    connect(m_tree, &SessionTree::selectedChanged, this, &AccessView::tellSelected);
    connect(m_tree, &SessionTree::rowsChanged, this, &AccessView::settlePlace);
    connect(m_tree, &SessionTree::arrangementChanged, this, &AccessView::arrangementChanged);
    connect(m_splitter, &FoldingSplitter::splitterMoved, this, &AccessView::arrangementChanged);
}

void AccessView::setShowing(Showing showing, const QString &why)
{
    m_showing = showing;
    m_why = why;
    settlePlace();
}

void AccessView::settlePlace()
{
    const bool isNoMatch = m_showing == Showing::List && m_tree->isEmpty();
    const bool isList = m_showing == Showing::List && !isNoMatch;
    const bool isLoading = m_showing == Showing::Loading;
    m_loading->setBusy(isLoading);
    if (!isList)
        tellEmpty();
    QWidget *place = m_empty;
    if (isList)
        place = m_splitter;
    else if (isLoading)
        place = m_loading;
    m_places->setCurrentWidget(place);
    m_filter->setEnabled(m_showing == Showing::List);
    tellSelected();
}

void AccessView::tellEmpty()
{
    m_empty->setAction({});
    switch (m_showing) {
    case Showing::List:
        m_empty->setIcon(u"search"_s);
        m_empty->setTitle(tr("No session matches"));
        m_empty->setText(tr("Nothing here holds all of these words: %1").arg(m_filter->text()));
        m_empty->setAction(tr("&Show all"));
        return;
    case Showing::Loading:
        return;
    case Showing::NoneYet:
        m_empty->setIcon(u"devices"_s);
        m_empty->setTitle(tr("No sessions yet"));
        m_empty->setText(tr("Wherever you sign in, it will be listed here."));
        return;
    case Showing::SignedOut:
        m_empty->setIcon(u"devices"_s);
        m_empty->setTitle(tr("You are signed out"));
        m_empty->setText(tr("Sign in again, and your sessions are listed here."));
        return;
    case Showing::Locked:
        m_empty->setIcon(u"key"_s);
        m_empty->setTitle(tr("Your session is locked"));
        m_empty->setText(tr("What to do is said above; then your sessions are listed here."));
        return;
    case Showing::Offline:
        m_empty->setIcon(u"offline"_s);
        m_empty->setTitle(tr("You are offline"));
        break;
    case Showing::NotAllowed:
        m_empty->setIcon(u"shield"_s);
        m_empty->setTitle(tr("You can't see the sessions"));
        m_empty->setText(m_why);
        return;
    case Showing::Failed:
        m_empty->setIcon(u"warning"_s);
        m_empty->setTitle(tr("The sessions could not be loaded"));
        break;
    }
    m_empty->setText(m_why);
    m_empty->setAction(tr("&Try again"));
}

void AccessView::setBusy(bool isBusy)
{
    m_busy->setBusy(isBusy);
}

void AccessView::setMessage(const QString &words)
{
    if (words.isEmpty())
        m_message->hide();
    else
        m_message->show(MessageBar::Kind::Danger, words, tr("&Try again"));
}

void AccessView::setOtherCount(std::optional<int> count)
{
    m_confirm->setCount(count.value_or(0));
    m_endOthers->setVisible(count.has_value());
    m_endOthers->setEnabled(count > 0);
}

void AccessView::setUnsent(const QHash<api::SessionId, QString> &labels)
{
    m_unsent = labels;
    tellSelected();
}

void AccessView::retellTimes()
{
    m_model.retellTimes();
    m_details->retellTimes();
}

void AccessView::select(const api::SessionId &id)
{
    m_tree->select(id);
}

const QList<QAction *> &AccessView::sortActions() const
{
    return m_tree->sortActions();
}

void AccessView::tellSelected()
{
    const auto session = m_tree->selectedSession();
    m_details->setSession(
        session, session ? SessionDetails::Circumstances{.isPending = m_tree->isSelectedPending(),
                                                         .endedBy = m_model.endedBy(*session),
                                                         .answers = m_model.answersFor(*session),
                                                         .canEnd = m_model.canEnd()}
                         : SessionDetails::Circumstances{});
    m_details->setUnsent(session ? m_unsent.value(session->id) : QString());
}

void AccessView::filter()
{
    m_tree->setWords(m_filter->text());
}

bool AccessView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QByteArray AccessView::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_tree->arrangement() << m_splitter->arrangement();
    return bytes;
}

void AccessView::arrange(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    QByteArray header;
    QByteArray splitter;
    stream >> header >> splitter;
    if (stream.status() != QDataStream::Ok)
        return;
    m_tree->arrange(header);
    m_splitter->arrange(splitter);
}

void AccessView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AccessView::retranslate()
{
    m_header->setTitle(tr("Access"));
    m_header->setSubtitle(tr("Every place where your account is signed in, or was lately."));
    m_filter->setAccessibleName(tr("Filter sessions"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_endOthers->setText(tr("End all &others"));
    m_loading->setText(tr("Loading your sessions…"));
    settlePlace();
}

} // namespace latchkey::ui
