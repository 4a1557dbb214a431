#include "organisation/childrow.h"

#include "base/clock.h"
#include "kit/avatardisc.h"
#include "kit/elidedlabel.h"
#include "kit/glance.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/taborder.h"
#include "organisation/inheritanceform.h"
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
    , m_taken(addLine())
    , m_look(addAct())
    , m_inherit(addAct())
    , m_act(addAct())
{
    m_email->setSubtle(true);
    lines()->insertWidget(lines()->indexOf(m_detail), m_email);
    connect(m_look, &QPushButton::clicked, this, &ChildRow::look);
    connect(m_inherit, &QPushButton::clicked, this, &ChildRow::openInheritance);
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

void ChildRow::openInheritance()
{
    if (!m_inheritance) {
        m_inheritance = new InheritanceForm;
        addForm(m_inheritance);
        tabAfter(m_act, {m_inheritance});
        connect(m_inheritance, &InheritanceForm::setRequested, this,
                &ChildRow::inheritanceRequested);
    }
    m_inheritance->begin(m_child.inheritance);
    ask(m_inheritance, m_inherit);
    m_inheritance->focusFirst();
}

bool ChildRow::isLooking() const
{
    return m_glance && !m_glance->isHidden();
}

void ChildRow::look()
{
    if (isLooking()) {
        endLook();
        retranslate();
        return;
    }
    if (!m_glance) {
        m_glance = new Glance;
        lines()->addWidget(m_glance);
        tabAfter(m_taken, {m_glance});
    }
    m_glance->begin();
    m_glance->show();
    retranslate();
    Q_EMIT lookRequested();
}

void ChildRow::endLook()
{
    m_sessions.reset();
    if (m_glance)
        m_glance->hide();
}

void ChildRow::tellSessions(const Result<api::AccountSessions> &told)
{
    if (!isLooking())
        return; // closed meanwhile
    m_glance->end(told ? std::nullopt : std::optional(told.error()));
    if (told)
        m_sessions = told->sessions;
    retranslate();
}

void ChildRow::tell(const api::ChildAccount &child, const Circumstances &circumstances)
{
    m_child = child;
    m_circumstances = circumstances;
    m_act->setVisible(circumstances.canAct);
    m_inherit->setVisible(circumstances.canSetInheritance);
    m_taken->setVisible(circumstances.canSetInheritance);
    m_look->setVisible(circumstances.canLook);
    if (!circumstances.canLook)
        endLook();
    setFree(circumstances.isUsable, circumstances.isBeginning || circumstances.isPending);
    if (m_form)
        tellForm();
    if (m_inheritance)
        m_inheritance->follow(child.inheritance);
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
    m_taken->setText(inheritancewords::taken(m_child.inheritance));
    if (m_glance)
        m_glance->setText(m_sessions ? sessionwords::list(*m_sessions, m_clock.now()) : QString());
    if (m_what)
        m_what->setText(m_circumstances.isReasonTold ? sessionwords::onBehalf(name)
                                                     : sessionwords::onBehalfUntold(name));
    retranslateActs(name);
}

void ChildRow::retranslateActs(const QString &name)
{
    tellAct(m_look, isLooking() ? tr("Close") : tr("Look"),
            (isLooking() ? tr("Close where %1 is signed in", "%1 is a person")
                         : tr("Look where %1 is signed in", "%1 is a person"))
                .arg(name));
    tellAct(m_inherit, tr("Inheritance…"),
            tr("Change what %1 takes from you…", "%1 is a person").arg(name));
    tellAct(m_act, tr("Act in it…"), tr("Act in the account of %1…", "%1 is a person").arg(name));
}

} // namespace latchkey::ui
