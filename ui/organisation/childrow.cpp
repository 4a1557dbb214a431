#include "organisation/childrow.h"

#include "base/clock.h"
#include "kit/avatardisc.h"
#include "kit/elidedlabel.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/taborder.h"
#include "sessions/actingform.h"
#include "sessions/sessionwords.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int discSide = 36;

} // namespace

ChildRow::ChildRow(const Clock &clock, QWidget *parent)
    : ChildRow(new AvatarDisc(discSide), clock, parent)
{}

ChildRow::ChildRow(AvatarDisc *disc, const Clock &clock, QWidget *parent)
    : AskingRow(disc, parent)
    , m_clock(clock)
    , m_disc(disc)
    , m_email(new ElidedLabel)
    , m_detail(addLine())
    , m_act(addAct())
{
    m_email->setSubtle(true);
    lines()->insertWidget(lines()->indexOf(m_detail), m_email);
    connect(m_act, &QPushButton::clicked, this, &ChildRow::open);
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
    add(m_asking);
    tabAfter(m_act, {m_asking});
    connect(m_form, &ActingForm::beginRequested, this, &ChildRow::actRequested);
    connect(m_form, &ActingForm::cancelled, this, [this] {
        m_form->clear();
        leave();
    });
}

void ChildRow::open()
{
    if (!m_asking)
        buildAsking();
    tellForm();
    retranslate();
    ask(m_asking, m_act);
    m_form->focusFirst();
}

void ChildRow::tell(const api::ChildAccount &child, const Circumstances &circumstances)
{
    m_child = child;
    m_circumstances = circumstances;
    m_act->setVisible(circumstances.canAct);
    setFree(circumstances.isUsable, circumstances.isBeginning);
    if (m_form)
        tellForm();
    retranslate();
}

void ChildRow::tellForm()
{
    m_form->setReasonTold(m_circumstances.isReasonTold);
    m_form->tell(m_circumstances.isBeginning, m_circumstances.isUsable);
}

void ChildRow::setError(const std::optional<Error> &error)
{
    if (m_form)
        m_form->setError(error);
}

void ChildRow::fold()
{
    if (!m_form)
        return;
    m_form->clear();
    drop();
}

void ChildRow::retranslate()
{
    const QString name = api::nameOf(api::cardOf(m_child.user));
    m_disc->setName(name);
    title()->setText(name);
    // Not every server tells when.
    const bool isTold = m_child.madeAt != Timestamp();
    const QString made = tr("Made: %1", "a time like '5 minutes ago', or a date")
                             .arg(relativeTime(m_child.madeAt, m_clock.now()));
    m_email->setText(m_child.user.email);
    m_detail->setText(made);
    m_detail->setVisible(isTold);
    m_detail->setToolTip(isTold ? exactTime(m_child.madeAt) : QString());
    if (m_what)
        m_what->setText(m_circumstances.isReasonTold ? sessionwords::onBehalf(name)
                                                     : sessionwords::onBehalfUntold(name));
    tellAct(m_act, tr("Act in it…"), tr("Act in the account of %1…", "%1 is a person").arg(name));
}

} // namespace latchkey::ui
