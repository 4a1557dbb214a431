#include "access/sessiondetails.h"

#include "kit/button.h"
#include "kit/foldingpair.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/scrollarea.h"
#include "kit/subtletext.h"
#include "sessions/sessionwords.h"

#include <QEvent>
#include <QFormLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace latchkey::ui {

using Answers = account::SessionStore::Answers;

namespace {

/// Beside each other, where there is room for that; at most two of them show.
FoldingPair *rowOf(std::initializer_list<QPushButton *> buttons)
{
    auto *row = new FoldingPair(FoldingPair::Shares::AsTheyAre, 0);
    row->setSpacing(space::small);
    for (QPushButton *button : buttons)
        row->addWidget(button);
    return row;
}

} // namespace

SessionDetails::SessionDetails(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_scroll(new ScrollArea)
    , m_title(new QLabel)
    , m_hint(new SubtleText)
    , m_body(new QWidget)
    , m_form(new QFormLayout)
    , m_question(new QLabel)
    , m_mine(new QPushButton)
    , m_notMine(new QPushButton)
    , m_rename(new QPushButton)
    , m_change(new QPushButton)
    , m_end(new QPushButton)
    , m_takeBack(new QPushButton)
    , m_unsent(new QLabel)
    , m_resend(new QPushButton)
    , m_forget(new QPushButton)
{
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(sized(font(), TypeSize::Heading));
    m_hint->setWordWrap(true);
    m_question->setWordWrap(true);
    m_unsent->setWordWrap(true);
    m_unsent->setTextFormat(Qt::PlainText);
    setKind(m_end, ButtonKind::Danger);
    for (size_t line = 0; line < LineCount; ++line) {
        m_labels.at(line) = new SubtleText;
        m_labels.at(line)->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_values.at(line) = new QLabel;
        m_values.at(line)->setTextFormat(Qt::PlainText);
        m_values.at(line)->setWordWrap(true);
        m_values.at(line)->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_form->addRow(m_labels.at(line), m_values.at(line));
    }
    m_form->setVerticalSpacing(space::small);
    m_form->setHorizontalSpacing(space::medium);
    // Not a row of its own for what is long: beside hidden rows Qt gives such a one no height.
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->setSpacing(space::large);
    body->addLayout(m_form);
    body->addWidget(m_unsent);
    body->addLayout(rowOf({m_resend, m_forget}));
    body->addWidget(m_question);
    body->addLayout(rowOf({m_mine, m_notMine}));
    body->addLayout(rowOf({m_change, m_rename, m_end}));
    body->addWidget(m_takeBack, 0, Qt::AlignLeft);
    buildScroll();

    connect(m_rename, &QPushButton::clicked, this,
            [this] { Q_EMIT renameRequested(m_session->id); });
    connect(m_change, &QPushButton::clicked, this, &SessionDetails::changeRequested);
    connect(m_end, &QPushButton::clicked, this, [this] { Q_EMIT endRequested(m_session->id); });
    connect(m_resend, &QPushButton::clicked, this,
            [this] { Q_EMIT resendRequested(m_session->id); });
    connect(m_forget, &QPushButton::clicked, this,
            [this] { Q_EMIT forgetRequested(m_session->id); });
    connect(m_takeBack, &QPushButton::clicked, this,
            [this] { Q_EMIT reinstateRequested(m_session->id); });
    m_tooLate.setSingleShot(true);
    connect(&m_tooLate, &QTimer::timeout, this, &SessionDetails::tell);
    connect(m_mine, &QPushButton::clicked, this,
            [this] { Q_EMIT reviewRequested(m_session->id, api::Verdict::Mine); });
    connect(m_notMine, &QPushButton::clicked, this,
            [this] { Q_EMIT reviewRequested(m_session->id, api::Verdict::NotMine); });
    retranslate();
}

void SessionDetails::buildScroll()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    column->setSpacing(space::medium);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_body);
    column->addStretch();
    // A card's surface. Not Base: on that, words that are second have no colour of their own.
    m_scroll->viewport()->setBackgroundRole(QPalette::Light);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_scroll);
    // Arrow keys scroll it for who has no mouse.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int most) {
        m_scroll->setFocusPolicy(most > 0 ? Qt::TabFocus : Qt::NoFocus);
    });
}

void SessionDetails::setSession(const std::optional<api::Session> &session,
                                const Circumstances &circumstances)
{
    if (!m_session || !session || m_session->id != session->id)
        m_scroll->verticalScrollBar()->setValue(0);
    m_session = session;
    m_circumstances = circumstances;
    tell();
}

void SessionDetails::setUnsent(const QString &label)
{
    m_unsentLabel = label;
    tellUnsent();
}

void SessionDetails::tellUnsent()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_unsent, m_resend, m_forget})
        part->setVisible(!m_unsentLabel.isEmpty());
    m_unsent->setText(tr("Not saved yet: %1", "%1 is a name that was typed").arg(m_unsentLabel));
}

void SessionDetails::setLine(Line line, const QString &value, const QString &exact)
{
    const bool isShown = !value.isEmpty();
    m_labels.at(line)->setVisible(isShown);
    m_values.at(line)->setVisible(isShown);
    m_values.at(line)->setText(value);
    m_values.at(line)->setToolTip(exact);
    m_values.at(line)->setAccessibleDescription(exact);
}

void SessionDetails::tell()
{
    m_hint->setVisible(!m_session);
    m_body->setVisible(m_session.has_value());
    tellTitle();
    if (!m_session)
        return;
    const Timestamp now = m_clock.now();
    const auto &end = m_session->end;
    const auto setTime = [this, now](Line line, const std::optional<Timestamp> &moment) {
        setLine(line, moment ? relativeTime(*moment, now) : QString(),
                moment ? exactTime(*moment) : QString());
    };
    setLine(Program, sessionwords::program(*m_session));
    setLine(Address, m_session->address);
    setTime(Started, m_session->startedAt);
    setTime(LastActive, m_session->lastActiveAt);
    setTime(Expires, end ? std::nullopt : std::optional(m_session->expiresAt));
    if (!end && m_session->expiresAt == api::never)
        setLine(Expires, sessionwords::never());
    setLine(SignedInBy, sessionwords::proof(m_session->proof));
    setTime(Ended, end ? std::optional(end->at) : std::nullopt);
    setLine(Reason, m_session->onBehalf ? m_session->onBehalf->reason : QString());
    setLine(Why, end ? sessionwords::ending(*end, m_circumstances.endedBy) : QString());
    showActions();
}

void SessionDetails::tellTitle()
{
    const QString title = m_session ? sessionwords::title(*m_session) : tr("Details");
    m_title->setText(title);
    m_scroll->setAccessibleName(title);
}

void SessionDetails::showActions()
{
    const bool isAlive = !m_session->end;
    const Answers answers = m_circumstances.answers;
    m_question->setVisible(answers != Answers::None);
    m_question->setText(answers == Answers::YesOrNo
                            ? tr("Was it you who signed in here?")
                            : tr("This device signed in later, so it can't confirm this sign-in. "
                                 "If it wasn't you, say so."));
    m_mine->setVisible(answers == Answers::YesOrNo);
    m_notMine->setVisible(answers != Answers::None);
    const bool isApi = m_session->kind == api::SessionKind::Api;
    m_rename->setVisible(isAlive && m_session->kind == api::SessionKind::Device);
    const bool canEnd = m_circumstances.canEnd;
    m_change->setVisible(isAlive && isApi && canEnd);
    // This device leaves by signing out, which also forgets what is kept here.
    m_end->setVisible(isAlive && !m_session->current && canEnd);
    const auto left = isAlive || !m_session->end->reinstatableUntil
                          ? std::chrono::milliseconds(0)
                          : *m_session->end->reinstatableUntil - m_clock.now();
    m_takeBack->setVisible(left.count() > 0);
    if (left.count() > 0)
        m_tooLate.start(left);
    for (QPushButton *button : {m_mine, m_notMine, m_rename, m_end, m_takeBack, m_resend})
        button->setEnabled(!m_circumstances.isPending);
}

void SessionDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_title->setFont(sized(font(), TypeSize::Heading));
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SessionDetails::retranslate()
{
    m_hint->setText(tr("Choose a session to see all that is known of it."));
    m_labels.at(Program)->setText(tr("Program"));
    m_labels.at(Address)->setText(tr("Address"));
    m_labels.at(Started)->setText(tr("Started"));
    m_labels.at(LastActive)->setText(tr("Last active"));
    m_labels.at(Expires)->setText(tr("Expires"));
    m_labels.at(SignedInBy)->setText(tr("Signed in with"));
    m_labels.at(Ended)->setText(tr("Ended"));
    m_labels.at(Reason)->setText(tr("Their reason"));
    m_labels.at(Why)->setText(tr("Why"));
    for (size_t line = 0; line < LineCount; ++line)
        m_values.at(line)->setAccessibleName(m_labels.at(line)->text());
    m_mine->setText(tr("It &was me"));
    m_notMine->setText(tr("It was&n't me"));
    m_rename->setText(tr("&Rename"));
    m_change->setText(tr("C&hange…"));
    m_end->setText(tr("&End session"));
    m_takeBack->setText(tr("Ta&ke back"));
    m_resend->setText(tr("Sa&ve this name"));
    m_forget->setText(tr("&Leave it"));
    tellUnsent();
    tell();
}

} // namespace latchkey::ui
