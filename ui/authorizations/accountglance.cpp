#include "authorizations/accountglance.h"

#include "kit/busyindicator.h"
#include "kit/messagebar.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "sessions/sessionwords.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

AccountGlance::AccountGlance(QWidget *parent)
    : QWidget(parent)
    , m_failure(new MessageBar)
    , m_words(new QLabel)
    , m_busy(new BusyIndicator)
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(m_failure);
    layout->addWidget(m_words);
    layout->addWidget(m_busy, 0, Qt::AlignLeft);
    m_failure->hide();
}

void AccountGlance::begin()
{
    m_seen = {};
    m_failure->hide();
    m_busy->setBusy(true);
    retranslate();
}

void AccountGlance::tell(const Result<Seen> &seen)
{
    m_busy->setBusy(false);
    if (seen)
        m_seen = *seen;
    m_failure->tell(seen ? std::nullopt : std::optional(seen.error()));
    retranslate();
}

void AccountGlance::follow(Timestamp now)
{
    m_now = now;
    retranslate();
}

void AccountGlance::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString AccountGlance::words(const api::User &user)
{
    QStringList lines{tr("Name: %1").arg(user.name), tr("E-mail address: %1").arg(user.email)};
    if (user.userName)
        lines << tr("User name: %1").arg(*user.userName);
    lines << (user.phone ? tr("Phone: %1").arg(*user.phone) : tr("No phone"));
    return lines.join(QChar::LineFeed);
}

QString AccountGlance::words(const QList<api::Session> &sessions, Timestamp now)
{
    if (sessions.isEmpty())
        return tr("They are signed in nowhere.");
    QStringList each;
    for (const api::Session &session : sessions)
        each << QStringList{sessionwords::title(session), sessionwords::detail(session),
                            tr("Last active: %1", "a time like '5 minutes ago', or a date")
                                .arg(relativeTime(session.lastActiveAt, now))}
                    .join(QChar::LineFeed);
    return each.join(u"\n\n"_s);
}

void AccountGlance::retranslate()
{
    QString text;
    if (const auto *user = std::get_if<api::User>(&m_seen))
        text = words(*user);
    else if (const auto *sessions = std::get_if<QList<api::Session>>(&m_seen))
        text = words(*sessions, m_now);
    m_words->setText(text);
    m_words->setVisible(!text.isEmpty());
}

} // namespace latchkey::ui
