#include "home/signinrow.h"

#include "kit/button.h"
#include "kit/elidedlabel.h"
#include "kit/mnemonic.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "sessions/sessionwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

SignInRow::SignInRow(const Clock &clock, Offer offer, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_who(new ElidedLabel)
    , m_detail(new SubtleText)
    , m_mine(new QPushButton)
    , m_notMine(new QPushButton)
{
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    // Whoever signs in chooses these words, and must not push the buttons out of sight.
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setKind(m_notMine, ButtonKind::Danger);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addWidget(m_who);
    words->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::small);
    row->addLayout(words, 1);
    row->addWidget(m_mine);
    row->addWidget(m_notMine);
    m_mine->setVisible(offer == Offer::YesOrNo);
    connect(m_mine, &QPushButton::clicked, this,
            [this] { Q_EMIT answered(m_session.id, api::Verdict::Mine); });
    connect(m_notMine, &QPushButton::clicked, this,
            [this] { Q_EMIT answered(m_session.id, api::Verdict::NotMine); });
}

void SignInRow::setSession(const api::Session &session, bool isPending)
{
    m_session = session;
    m_mine->setEnabled(!isPending);
    m_notMine->setEnabled(!isPending);
    retranslate();
}

void SignInRow::setLettered(bool isLettered)
{
    if (std::exchange(m_isLettered, isLettered) != isLettered)
        retranslate();
}

void SignInRow::retranslate()
{
    const QString title = sessionwords::title(m_session);
    m_who->setText(title);
    const QString when = tr("Signed in: %1", "a time like '5 minutes ago', or a date")
                             .arg(relativeTime(m_session.startedAt, m_clock.now()));
    const QString detail = sessionwords::detail(m_session);
    m_detail->setText(detail.isEmpty() ? when : when + u'\n' + detail);
    m_detail->setToolTip(exactTime(m_session.startedAt));
    const QString mine = tr("It &was me");
    const QString notMine = tr("It was&n't me");
    m_mine->setText(m_isLettered ? mine : withoutMnemonic(mine));
    m_notMine->setText(m_isLettered ? notMine : withoutMnemonic(notMine));
    m_mine->setAccessibleDescription(title);
    m_notMine->setAccessibleDescription(title);
}

} // namespace latchkey::ui
