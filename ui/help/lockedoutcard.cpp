#include "help/lockedoutcard.h"

#include "help/helpwords.h"
#include "kit/busyindicator.h"
#include "kit/card.h"
#include "kit/iconmark.h"
#include "kit/messagebar.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

LockedOutCard::LockedOutCard(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_countdown(clock)
    , m_card(new Card)
    , m_message(new MessageBar)
    , m_mark(new IconMark(20))
    , m_words(new QLabel)
    , m_busy(new BusyIndicator)
    , m_lift(new QPushButton)
{
    m_words->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::medium);
    row->addWidget(m_mark);
    row->addWidget(m_words, 1);
    row->addWidget(m_busy);
    row->addWidget(m_lift);
    m_card->body()->addWidget(m_message);
    m_card->body()->addLayout(row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(&m_countdown, &Countdown::ticked, this, &LockedOutCard::tick);
    connect(m_lift, &QPushButton::clicked, this, [this] {
        // Else the next card's button had it, and the key that was pressed twice meant that.
        setFocus(Qt::OtherFocusReason);
        Q_EMIT liftRequested();
    });
    retranslate();
}

void LockedOutCard::tell(const std::optional<api::Lock> &lock, bool isLifting, bool isUsable)
{
    const bool isNew = lock != m_lock;
    m_lock = lock;
    m_isLifting = isLifting;
    m_isUsable = isUsable;
    if (isNew && !lock)
        m_countdown.stop();
    else if (isNew)
        m_countdown.start(lock->until);
    retranslate();
}

void LockedOutCard::setError(const std::optional<Error> &error)
{
    m_error = error;
    retranslate();
}

void LockedOutCard::tick()
{
    retranslate();
    if (m_lock && !m_countdown.isRunning())
        Q_EMIT ended();
}

void LockedOutCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString LockedOutCard::lockWords() const
{
    if (!m_lock)
        return tr("Not locked. Nothing keeps the right password from being taken.");
    const auto failures = static_cast<int>(m_lock->failures);
    if (!m_countdown.isRunning())
        return tr("Locked after %n failure(s).", nullptr, failures);
    return tr("Locked after %n failure(s), for %1 more.", "%1 is e.g. '43 seconds'", failures)
        .arg(helpwords::lasting(m_countdown.left()));
}

void LockedOutCard::retranslate()
{
    // By this computer's clock it may be over when by the server's it is not.
    const bool isLocked = m_lock.has_value();
    m_card->setTitle(tr("Sign-in"));
    m_mark->setIcon(isLocked ? u"lock"_s : u"check"_s,
                    isLocked ? IconMark::Ink::Warning : IconMark::Ink::Success);
    m_words->setText(lockWords());
    m_lift->setText(tr("&Lift the lock"));
    m_lift->setVisible(isLocked);
    m_lift->setEnabled(m_isUsable && !m_isLifting);
    m_busy->setBusy(m_isLifting);
    m_message->tell(m_error);
}

} // namespace latchkey::ui
