#include "security/enrolmentcard.h"

#include "account/factorenrolment.h"
#include "credentials/codeform.h"
#include "credentials/codestep.h"
#include "kit/busyindicator.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "security/beginstep.h"
#include "security/codesview.h"
#include "security/factorwords.h"
#include "security/scanstep.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::FactorEnrolment;
using Step = FactorEnrolment::Step;

namespace {

QVBoxLayout *columnOf(QWidget *step)
{
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    return column;
}

} // namespace

EnrolmentCard::EnrolmentCard(FactorEnrolment &enrolment, const Clock &clock, Printing &printing,
                             QWidget *parent)
    : QWidget(parent)
    , m_enrolment(enrolment)
    , m_error(clock)
    , m_card(new Card)
    , m_message(new MessageBar)
    , m_begin(new BeginStep(enrolment.kind()))
    , m_scan(new ScanStep)
    , m_back(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
    , m_sent(enrolment.isSent() ? new CodeStep(enrolment.sending().ways(), clock) : nullptr)
    , m_prove(proveStep())
    , m_codes(new CodesView(printing))
    , m_makeCodes(new QPushButton)
    , m_codesStep(codesStep())
{
    build();
    listen();
    m_begin->setName(enrolment.name());
    retranslate();
    follow();
}

void EnrolmentCard::build()
{
    m_message->hide();
    QVBoxLayout *body = m_card->body();
    body->setSpacing(space::large);
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_begin, m_prove, m_codesStep})
        body->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

QWidget *EnrolmentCard::proveStep()
{
    auto *step = new QWidget;
    QVBoxLayout *column = columnOf(step);
    column->addWidget(m_scan);
    auto *acts = new QHBoxLayout;
    for (QWidget *act : std::initializer_list<QWidget *>{m_back, m_cancel, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    column->addLayout(acts);
    if (m_sent) {
        column->addWidget(m_sent);
        for (QWidget *part : std::initializer_list<QWidget *>{m_scan, m_back, m_cancel, m_busy})
            part->hide();
    }
    return step;
}

QWidget *EnrolmentCard::codesStep()
{
    auto *step = new QWidget;
    QVBoxLayout *column = columnOf(step);
    column->addWidget(m_codes);
    column->addWidget(m_makeCodes, 0, Qt::AlignLeft);
    return step;
}

void EnrolmentCard::listen()
{
    connect(&m_enrolment, &FactorEnrolment::changed, this, &EnrolmentCard::follow);
    connect(&m_error, &HeldError::changed, this, &EnrolmentCard::showError);
    connect(m_begin, &BeginStep::submitted, &m_enrolment, &FactorEnrolment::submitName);
    connect(m_begin, &BeginStep::targetRequested, this, &EnrolmentCard::targetRequested);
    connect(m_begin, &BeginStep::cancelled, &m_enrolment, &FactorEnrolment::cancel);
    connect(m_scan, &ScanStep::submitted, &m_enrolment, &FactorEnrolment::submitCode);
    connect(m_back, &QPushButton::clicked, &m_enrolment, &FactorEnrolment::back);
    connect(m_cancel, &QPushButton::clicked, &m_enrolment, &FactorEnrolment::cancel);
    if (m_sent) {
        connect(m_sent, &FormStep::submitted, &m_enrolment,
                [this] { m_enrolment.sending().submit(m_sent->secret()); });
        connect(m_sent, &FormStep::backRequested, &m_enrolment, &FactorEnrolment::cancel);
        connect(&m_sent->form(), &CodeForm::messagesWanted, this, &EnrolmentCard::messagesWanted);
    }
    connect(m_makeCodes, &QPushButton::clicked, &m_enrolment, &FactorEnrolment::makeCodes);
    connect(m_codes, &CodesView::done, &m_enrolment, &FactorEnrolment::finish);
}

void EnrolmentCard::setMessagesOffered(bool isOffered)
{
    if (m_sent)
        m_sent->form().setMessagesOffered(isOffered);
}

void EnrolmentCard::setTarget(const std::optional<QString> &target)
{
    m_begin->setTarget(target);
}

void EnrolmentCard::follow()
{
    const bool isBusy = m_enrolment.isBusy();
    m_begin->setBusy(isBusy);
    m_scan->setBusy(isBusy);
    m_busy->setBusy(isBusy && !m_sent);
    m_back->setEnabled(!isBusy);
    m_cancel->setEnabled(!m_enrolment.isTaking());
    if (m_sent)
        m_sent->setBusy(m_enrolment.isTaking());
    showStep();
    const bool isSent = m_sent && m_enrolment.step() == Step::Prove;
    m_error.follow(isSent ? m_enrolment.sending().error() : m_enrolment.error());
}

void EnrolmentCard::showStep()
{
    const Step step = m_enrolment.step();
    if (step == Step::Done || step == Step::Cancelled)
        return; // whoever shows it takes it away
    QWidget *const wanted = step == Step::Name    ? static_cast<QWidget *>(m_begin)
                            : step == Step::Prove ? m_prove
                                                  : m_codesStep;
    const bool areCodesThere = !m_enrolment.codes().isEmpty();
    const bool areCodesNew = areCodesThere && !m_codes->isVisibleTo(this);
    m_codes->setVisible(areCodesThere);
    m_makeCodes->setVisible(step == Step::Codes && !areCodesThere && !m_enrolment.isBusy());
    if (areCodesNew)
        m_codes->setCodes(m_enrolment.codes(), m_heading);
    if (!areCodesThere)
        m_codes->clear();
    for (QWidget *one : std::initializer_list<QWidget *>{m_begin, m_prove, m_codesStep})
        one->setVisible(one == wanted);
    if (std::exchange(m_current, wanted) != wanted) {
        m_scan->setOffer(m_enrolment.offer());
        retranslate();
        focusFirst();
    }
    if (areCodesNew)
        m_codes->focusFirst();
}

void EnrolmentCard::focusFirst()
{
    if (m_current == m_begin)
        m_begin->focusFirst();
    else if (m_current == m_prove && m_sent)
        m_sent->focusFirst();
    else if (m_current == m_prove)
        m_scan->focusFirst();
}

void EnrolmentCard::showError()
{
    const auto error = m_error.error();
    const bool isAboutName = error && error->field == "name"_L1 && !m_sent;
    const bool isInScan = error && !m_sent && isAboutCode(*error);
    const bool isInSent = m_sent && m_current == m_prove;
    m_begin->setNameError(isAboutName ? wordsOf(*error) : QString());
    m_scan->setError(isInScan ? wordsOf(*error) : QString());
    if (m_sent) {
        m_sent->setError(isInSent ? error : std::nullopt);
        m_sent->setHeld(m_error.isHolding());
    }
    m_message->tell(isAboutName || isInScan || isInSent ? std::nullopt : error);
}

void EnrolmentCard::keyPressEvent(QKeyEvent *event)
{
    const bool canLeave = m_current != m_codesStep;
    if (event->key() == Qt::Key_Escape && canLeave)
        m_enrolment.cancel();
    else
        QWidget::keyPressEvent(event);
}

void EnrolmentCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showError();
    }
    QWidget::changeEvent(event);
}

void EnrolmentCard::retranslate()
{
    m_card->setTitle(m_current == m_codesStep ? tr("Your recovery codes")
                     : m_enrolment.isSent()   ? factorwords::kind(m_enrolment.kind())
                                              : tr("Add an authenticator"));
    m_back->setText(tr("&Back to the name"));
    m_cancel->setText(tr("Cance&l"));
    if (m_sent)
        m_sent->setWords({.submit = tr("Confirm"), .back = tr("Cancel")});
    m_makeCodes->setText(tr("&Make recovery codes"));
}

} // namespace latchkey::ui
