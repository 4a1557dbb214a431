#include "signin/recoverypage.h"

#include "account/recoveryflow.h"
#include "kit/button.h"
#include "kit/linestep.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/scale.h"
#include "signin/resetstep.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using account::RecoveryFlow;
using Step = RecoveryFlow::Step;

RecoveryPage::RecoveryPage(RecoveryFlow &flow, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_error(clock)
    , m_header(new PageHeader)
    , m_state(new MessageBar)
    , m_message(new MessageBar)
    , m_email(new LineStep(flow.asksForName() ? LineStep::Typed::Login : LineStep::Typed::Email))
    , m_reset(new ResetStep(flow, clock))
    , m_remind(new LineStep(LineStep::Typed::Email))
    , m_takeBack(new LineStep(LineStep::Typed::Code))
    , m_back(new QPushButton)
    , m_links(new QWidget)
    , m_haveCode(new QPushButton)
    , m_toRemind(new QPushButton)
    , m_toTakeBack(new QPushButton)
    , m_messages(new QPushButton)
{
    build();
    listen();
    retranslate();
    follow();
}

void RecoveryPage::build()
{
    auto *links = new QVBoxLayout(m_links);
    links->setContentsMargins({});
    links->setSpacing(0);
    for (QPushButton *link : {m_haveCode, m_toRemind, m_toTakeBack, m_messages, m_back})
        setKind(link, ButtonKind::Flat);
    for (QPushButton *link : {m_haveCode, m_toRemind, m_toTakeBack})
        links->addWidget(link, 0, Qt::AlignLeft);
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    for (QWidget *part : std::initializer_list<QWidget *>{m_state, m_message, m_email, m_reset,
                                                          m_remind, m_takeBack})
        column->addWidget(part);
    for (QPushButton *link : {m_messages, m_back})
        column->addWidget(link, 0, Qt::AlignLeft);
    column->addWidget(m_links);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({}); // whoever shows the form gives it room
    layout->setSpacing(space::large);
    layout->addWidget(m_header);
    layout->addWidget(form);
    layout->addStretch(1);
}

void RecoveryPage::listen()
{
    connect(&m_error, &HeldError::changed, this, &RecoveryPage::showError);
    connect(&m_flow, &RecoveryFlow::changed, this, &RecoveryPage::follow);
    connect(m_email, &FormStep::submitted, &m_flow,
            [this] { m_flow.submitEmail(m_email->text()); });
    connect(m_remind, &FormStep::submitted, &m_flow,
            [this] { m_flow.submitReminder(m_remind->text()); });
    connect(m_takeBack, &FormStep::submitted, &m_flow,
            [this] { m_flow.submitTakeBack(m_takeBack->secret()); });
    for (LineStep *step : {m_email, m_remind})
        connect(step->line(), &QLineEdit::textEdited, &m_flow, &RecoveryFlow::keepTyped);
    for (FormStep *step : steps())
        connect(step, &FormStep::backRequested, &m_flow, &RecoveryFlow::back);
    connect(m_back, &QPushButton::clicked, &m_flow, &RecoveryFlow::back);
    connect(m_haveCode, &QPushButton::clicked, &m_flow, &RecoveryFlow::haveCode);
    connect(m_toRemind, &QPushButton::clicked, &m_flow, &RecoveryFlow::remind);
    connect(m_toTakeBack, &QPushButton::clicked, &m_flow, &RecoveryFlow::takeBack);
    connect(m_messages, &QPushButton::clicked, this, &RecoveryPage::messagesWanted);
    connect(m_reset, &ResetStep::messagesWanted, this, &RecoveryPage::messagesWanted);
}

void RecoveryPage::follow()
{
    showStep();
    m_reset->follow();
    for (FormStep *step : steps())
        step->setBusy(m_flow.isBusy());
    for (QPushButton *link : {m_haveCode, m_toRemind, m_toTakeBack})
        link->setEnabled(!m_flow.isBusy());
    showState();
    m_error.follow(m_flow.error());
}

QList<FormStep *> RecoveryPage::steps() const
{
    return {m_email, m_reset, m_remind, m_takeBack};
}

QWidget *RecoveryPage::stepWidget() const
{
    switch (m_flow.step()) {
    case Step::Email:
        return m_flow.sendsMail() ? static_cast<QWidget *>(m_email) : m_back;
    case Step::Reset:
        return m_reset;
    case Step::Remind:
        return m_remind;
    case Step::TakeBack:
        return m_takeBack;
    case Step::Mailed:
    case Step::Reminded:
    case Step::Done:
        return m_back;
    }
    Q_UNREACHABLE();
}

void RecoveryPage::showStep()
{
    QWidget *const wanted = stepWidget();
    const bool isSame = focusProxy() == wanted;
    for (QWidget *step :
         std::initializer_list<QWidget *>{m_email, m_reset, m_remind, m_takeBack, m_back})
        step->setVisible(step == wanted);
    m_links->setVisible(m_flow.step() == Step::Email);
    m_haveCode->setVisible(m_flow.takesGivenCode());
    m_toRemind->setVisible(m_flow.canRemind());
    m_toTakeBack->setVisible(m_flow.canTakeBack());
    m_messages->setVisible(m_flow.isOwnServer() &&
                           (m_flow.step() == Step::Reminded || m_flow.step() == Step::TakeBack));
    retranslate();
    if (isSame)
        return;
    for (LineStep *step : {m_email, m_remind})
        step->setText(m_flow.email());
    if (m_flow.step() == Step::Done) {
        m_reset->clear();
        m_takeBack->setText({});
    }
    setFocusProxy(wanted);
    focusFirst();
}

void RecoveryPage::enter()
{
    m_email->setText(m_flow.email());
    focusFirst();
}

void RecoveryPage::focusFirst()
{
    QWidget *const shown = focusProxy();
    if (auto *step = qobject_cast<FormStep *>(shown))
        step->focusFirst();
    else
        shown->setFocus();
}

void RecoveryPage::showState()
{
    if (m_flow.step() == Step::Reminded) {
        m_state->show(MessageBar::Kind::Notice,
                      tr("If there is an account with %1, a mail is on its way to it that says how "
                         "it signs in. Where none comes, try another address of yours.")
                          .arg(m_flow.email()));
    } else if (m_flow.step() == Step::Mailed) {
        m_state->show(MessageBar::Kind::Notice,
                      tr("The server was asked to send a mail to %1. It says how to get in again: "
                         "with a new password, a code or a link. It can take a minute; look among "
                         "the unwanted mail, too.")
                          .arg(m_flow.email()));
    } else if (m_flow.step() == Step::Email && m_flow.isTakenBack()) {
        m_state->show(MessageBar::Kind::Success,
                      tr("The old address is back, and all sessions have ended. Whoever changed it "
                         "knew the password, so it is worth nothing any more: have a code sent and "
                         "set a new one."));
    } else if (m_flow.step() == Step::Email && !m_flow.sendsMail()) {
        m_state->show(MessageBar::Kind::Warning,
                      tr("This server sends no mail, so it can't send you a code. Ask whoever runs "
                         "it to let you in again."));
    } else {
        m_state->hide();
    }
}

void RecoveryPage::showError()
{
    const auto error = m_error.error();
    const auto *shown = qobject_cast<FormStep *>(stepWidget());
    const bool isAbout = error && !m_error.isHolding() && shown && shown->isAbout(*error);
    for (FormStep *step : steps()) {
        step->setHeld(m_error.isHolding());
        step->setError(isAbout && step == shown ? error : std::nullopt);
    }
    m_message->tell(isAbout ? std::nullopt : error);
}

void RecoveryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showState();
        showError();
    }
    QWidget::changeEvent(event);
}

QString RecoveryPage::titleWords() const
{
    switch (m_flow.step()) {
    case Step::Email:
        return tr("Back into your account");
    case Step::Reset:
    case Step::Done:
        return tr("Set a new password");
    case Step::Mailed:
        return tr("Look into your mail");
    case Step::Remind:
    case Step::Reminded:
        return m_flow.speaksOwnWire() ? tr("Which e-mail address is it?")
                                      : tr("Which user name is it?");
    case Step::TakeBack:
        return tr("Take back your e-mail address");
    }
    Q_UNREACHABLE();
}

QString RecoveryPage::leadWords() const
{
    switch (m_flow.step()) {
    case Step::Email:
        if (!m_flow.sendsMail())
            return {};
        return m_flow.takesCode() ? tr("You get a code by mail, and set a new password with it.")
                                  : tr("You get a mail that says how to get in again.");
    case Step::Reset:
    case Step::Done:
        if (!m_flow.speaksOwnWire())
            return {};
        return tr("With it all sessions of the account end. A second factor stays as it is.");
    case Step::Mailed:
        return {};
    case Step::Remind:
        return tr("Type an address of yours. If there is an account with it, a mail goes there "
                  "that says how it signs in.");
    case Step::Reminded:
        return {};
    case Step::TakeBack:
        return tr("When your address was changed, a mail went to the old one. Within three days "
                  "the code in it takes the change back, and ends all sessions.");
    }
    Q_UNREACHABLE();
}

void RecoveryPage::retranslate()
{
    m_header->setTitle(titleWords());
    m_header->setSubtitle(leadWords());
    m_email->setWords({.label = m_flow.asksForName() ? tr("&User name") : tr("&E-mail"),
                       .submit = m_flow.takesCode() ? tr("&Send the code") : tr("&Send the mail"),
                       .back = tr("Back to si&gning in")});
    m_remind->setWords(
        {.label = tr("&E-mail"), .submit = tr("&Send the mail"), .back = tr("&Go back")});
    m_takeBack->setWords({.label = tr("C&ode"),
                          .hint = tr("As it stands in the mail to the old address."),
                          .submit = tr("&Take it back"),
                          .back = tr("&Go back")});
    const bool isLast = m_flow.step() == Step::Email || m_flow.step() == Step::Mailed;
    m_back->setText(isLast ? tr("Back to si&gning in") : tr("&Go back"));
    m_haveCode->setText(tr("I &already have a code"));
    m_toRemind->setText(m_flow.speaksOwnWire() ? tr("&Which e-mail do I sign in with?")
                                               : tr("&Which user name do I sign in with?"));
    m_toTakeBack->setText(tr("My e-mail a&ddress was changed, and it wasn't me"));
    m_messages->setText(tr("Show m&essages"));
}

} // namespace latchkey::ui
