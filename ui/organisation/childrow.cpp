#include "organisation/childrow.h"

#include "base/clock.h"
#include "kit/avatardisc.h"
#include "kit/elidedlabel.h"
#include "kit/foldingpair.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/taborder.h"
#include "sessions/actingform.h"
#include "sessions/sessionwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

namespace {

constexpr int narrowestWords = 260;
constexpr int discSide = 36;

} // namespace

ChildRow::ChildRow(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_disc(new AvatarDisc(discSide))
    , m_name(new ElidedLabel)
    , m_detail(new SubtleText)
    , m_act(new QPushButton)
{
    build();
    connect(m_act, &QPushButton::clicked, this, &ChildRow::open);
}

void ChildRow::build()
{
    m_name->setTextFormat(Qt::PlainText);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(space::hair);
    lines->addWidget(m_name);
    lines->addWidget(m_detail);
    auto *words = new QWidget;
    auto *marked = new QHBoxLayout(words);
    marked->setContentsMargins({});
    marked->setSpacing(space::medium);
    marked->addWidget(m_disc, 0, Qt::AlignTop);
    marked->addLayout(lines, 1);
    auto *shown = new QWidget;
    auto *pair = new FoldingPair(FoldingPair::Shares::SecondAsItIs, narrowestWords, shown);
    pair->setContentsMargins({});
    pair->setSpacing(space::small);
    pair->addWidget(words);
    pair->addWidget(m_act);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(shown);
}

void ChildRow::buildAsking()
{
    m_asking = new QWidget;
    m_what = new QLabel;
    m_form = new ActingForm(ActingForm::Place::InRow, m_clock);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    auto *asking = new QVBoxLayout(m_asking);
    asking->setContentsMargins({});
    asking->setSpacing(space::medium);
    asking->addWidget(m_what);
    asking->addWidget(m_form);
    layout()->addWidget(m_asking);
    tabAfter(m_act, {m_asking});
    connect(m_form, &ActingForm::beginRequested, this, &ChildRow::actRequested);
    connect(m_form, &ActingForm::cancelled, this, &ChildRow::leave);
}

void ChildRow::open()
{
    if (!m_asking)
        buildAsking();
    m_asking->show();
    tell(m_child, m_circumstances);
    m_form->focusFirst();
}

bool ChildRow::isAsking() const
{
    return m_asking && !m_asking->isHidden();
}

void ChildRow::tell(const api::ChildAccount &child, const Circumstances &circumstances)
{
    m_child = child;
    m_circumstances = circumstances;
    m_act->setVisible(circumstances.canAct && !isAsking());
    m_act->setEnabled(circumstances.isUsable && !circumstances.isBeginning);
    if (m_form) {
        m_form->setReasonTold(circumstances.isReasonTold);
        m_form->tell(circumstances.isBeginning, circumstances.isUsable);
    }
    retranslate();
}

void ChildRow::setError(const std::optional<Error> &error)
{
    if (m_form)
        m_form->setError(error);
}

void ChildRow::fold()
{
    if (!m_asking)
        return;
    m_form->clear();
    m_asking->hide();
    m_act->setVisible(m_circumstances.canAct);
}

void ChildRow::leave()
{
    fold();
    m_act->setFocus(Qt::OtherFocusReason);
}

bool ChildRow::isTyping() const
{
    return isAsking() && m_form->isTyped();
}

void ChildRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ChildRow::retranslate()
{
    const QString name = api::nameOf(api::cardOf(m_child.user));
    m_disc->setName(name);
    m_name->setText(name);
    // Not every server tells when.
    const bool isTold = m_child.madeAt != Timestamp();
    const QString made = tr("Made: %1", "a time like '5 minutes ago', or a date")
                             .arg(relativeTime(m_child.madeAt, m_clock.now()));
    m_detail->setText(isTold ? m_child.user.email + QChar::LineFeed + made : m_child.user.email);
    m_detail->setToolTip(isTold ? exactTime(m_child.madeAt) : QString());
    if (m_what)
        m_what->setText(m_circumstances.isReasonTold ? sessionwords::onBehalf(name)
                                                     : sessionwords::onBehalfUntold(name));
    m_act->setText(tr("Act in it…"));
    m_act->setAccessibleName(tr("Act in the account of %1…", "%1 is a person").arg(name));
}

} // namespace latchkey::ui
