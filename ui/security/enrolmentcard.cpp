#include "security/enrolmentcard.h"

#include "account/totpenrolment.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/codefield.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/qrview.h"
#include "kit/scale.h"
#include "kit/secrettext.h"
#include "security/codesview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using Step = account::TotpEnrolment::Step;

namespace {

QHBoxLayout *inARow(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QHBoxLayout;
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

QVBoxLayout *columnOf(QWidget *step)
{
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    return column;
}

} // namespace

EnrolmentCard::EnrolmentCard(account::TotpEnrolment &enrolment, QWidget *parent)
    : QWidget(parent)
    , m_enrolment(enrolment)
    , m_card(new Card)
    , m_message(new MessageBar)
    , m_what(new QLabel)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_next(new QPushButton)
    , m_cancelName(new QPushButton)
    , m_busyName(new BusyIndicator)
    , m_nameStep(nameStep())
    , m_qr(new QrView)
    , m_scan(new QLabel)
    , m_byHand(new QLabel)
    , m_secret(new SecretText)
    , m_code(new CodeField)
    , m_codeField(new FormField(m_code))
    , m_back(new QPushButton)
    , m_cancelScan(new QPushButton)
    , m_busyScan(new BusyIndicator)
    , m_scanStep(scanStep())
    , m_codes(new CodesView)
    , m_makeCodes(new QPushButton)
    , m_codesStep(codesStep())
{
    build();
    m_name->setText(enrolment.name());
    connect(&enrolment, &account::TotpEnrolment::changed, this, &EnrolmentCard::follow);
    const auto submitName = [this] { m_enrolment.submitName(m_name->text()); };
    connect(m_name, &QLineEdit::returnPressed, this, submitName);
    connect(m_next, &QPushButton::clicked, this, submitName);
    connect(m_code, &CodeField::submitted, this,
            [this](const QString &code) { m_enrolment.submitCode(Secret(code)); });
    connect(m_back, &QPushButton::clicked, &enrolment, &account::TotpEnrolment::back);
    connect(m_makeCodes, &QPushButton::clicked, &enrolment, &account::TotpEnrolment::makeCodes);
    connect(m_codes, &CodesView::done, &enrolment, &account::TotpEnrolment::finish);
    for (QPushButton *cancel : {m_cancelName, m_cancelScan})
        connect(cancel, &QPushButton::clicked, &enrolment, &account::TotpEnrolment::cancel);
    retranslate();
    follow();
}

void EnrolmentCard::build()
{
    m_message->hide();
    QVBoxLayout *body = m_card->body();
    body->setSpacing(space::large);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_message, m_nameStep, m_scanStep, m_codesStep})
        body->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

QWidget *EnrolmentCard::nameStep()
{
    auto *step = new QWidget;
    m_what->setWordWrap(true);
    m_name->setMaxLength(static_cast<int>(api::factorNameLimits.max));
    m_nameField->setMaximumWidth(formWidth);
    setKind(m_next, ButtonKind::Primary);
    QVBoxLayout *column = columnOf(step);
    column->addWidget(m_what);
    column->addWidget(m_nameField);
    column->addLayout(inARow({m_next, m_cancelName, m_busyName}));
    return step;
}

QWidget *EnrolmentCard::scanStep()
{
    auto *step = new QWidget;
    for (QLabel *words : {m_scan, m_byHand})
        words->setWordWrap(true);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::medium);
    right->addWidget(m_scan);
    right->addWidget(m_byHand);
    right->addWidget(m_secret);
    right->addStretch();
    right->addWidget(m_codeField);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(space::wide);
    pair->addWidget(m_qr, 0, Qt::AlignTop);
    pair->addLayout(right, 1);
    QVBoxLayout *column = columnOf(step);
    column->addLayout(pair);
    column->addLayout(inARow({m_back, m_cancelScan, m_busyScan}));
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

void EnrolmentCard::follow()
{
    const bool isBusy = m_enrolment.isBusy();
    m_busyName->setBusy(isBusy);
    m_busyScan->setBusy(isBusy);
    m_name->setReadOnly(isBusy);
    m_next->setEnabled(!isBusy);
    m_code->setReadOnly(isBusy);
    m_back->setEnabled(!isBusy);
    if (!isBusy)
        m_code->allowAgain();
    showStep();
    showError();
}

void EnrolmentCard::showStep()
{
    const Step step = m_enrolment.step();
    if (step == Step::Done || step == Step::Cancelled)
        return; // whoever shows it takes it away
    QWidget *const wanted = step == Step::Name   ? m_nameStep
                            : step == Step::Scan ? m_scanStep
                                                 : m_codesStep;
    const bool areCodesThere = !m_enrolment.codes().isEmpty();
    const bool areCodesNew = areCodesThere && !m_codes->isVisibleTo(this);
    m_codes->setVisible(areCodesThere);
    m_makeCodes->setVisible(step == Step::Codes && !areCodesThere && !m_enrolment.isBusy());
    if (areCodesNew)
        m_codes->setCodes(m_enrolment.codes(), m_heading);
    if (!areCodesThere)
        m_codes->clear();
    for (QWidget *one : {m_nameStep, m_scanStep, m_codesStep})
        one->setVisible(one == wanted);
    if (std::exchange(m_current, wanted) != wanted) {
        const auto &offer = m_enrolment.offer();
        m_code->setText({});
        m_qr->setContent(offer ? offer->uri : Secret());
        m_secret->setSecret(offer ? offer->secret : Secret());
        retranslate();
        focusFirst();
    }
    if (areCodesNew)
        m_codes->focusFirst();
}

void EnrolmentCard::focusFirst()
{
    if (m_current == m_nameStep) {
        m_name->setFocus(Qt::OtherFocusReason);
        m_name->selectAll();
    } else if (m_current == m_scanStep) {
        m_code->setFocus(Qt::OtherFocusReason);
    }
}

void EnrolmentCard::showError()
{
    const auto &error = m_enrolment.error();
    const bool isAboutName = error && error->field == "name"_L1;
    const bool isAboutCode =
        error && !isAboutName && (error->field == "code"_L1 || error->code == "wrongCode"_L1);
    m_nameField->setError(isAboutName ? wordsOf(*error) : QString());
    m_codeField->setError(isAboutCode ? wordsOf(*error) : QString());
    if (isAboutCode) {
        m_code->setFocus(Qt::OtherFocusReason);
        m_code->selectAll();
    }
    if (error && !isAboutName && !isAboutCode)
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error));
    else
        m_message->hide();
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
                                              : tr("Add an authenticator"));
    m_what->setText(tr("You need an authenticator app on your phone or another device. It shows a "
                       "new code every 30 seconds, also without a network."));
    m_nameField->setLabel(tr("&Name of the authenticator"));
    m_nameField->setHint(tr("So that you know it again, e.g. My phone."));
    m_next->setText(tr("Con&tinue"));
    m_scan->setText(tr("1. Scan the picture with the authenticator app."));
    m_byHand->setText(tr("Can't scan it? Type this secret into the app:"));
    m_secret->setName(tr("Secret for the authenticator"));
    m_codeField->setLabel(tr("2. Type the six di&gits that the app shows"));
    m_back->setText(tr("&Back to the name"));
    for (QPushButton *cancel : {m_cancelName, m_cancelScan})
        cancel->setText(tr("Cance&l"));
    m_makeCodes->setText(tr("&Make recovery codes"));
}

} // namespace latchkey::ui
