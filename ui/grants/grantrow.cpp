#include "grants/grantrow.h"

#include "grants/grantform.h"
#include "grants/grantwords.h"
#include "kit/button.h"
#include "kit/elidedlabel.h"
#include "kit/foldingpair.h"
#include "kit/iconmark.h"
#include "kit/messagebar.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using api::GrantState;

namespace {

constexpr int narrowestWords = 260;
constexpr int markSide = 24;

QWidget *rowOf(std::initializer_list<QPushButton *> acts)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(space::small);
    for (QPushButton *act : acts)
        layout->addWidget(act);
    return row;
}

} // namespace

GrantRow::GrantRow(GrantSide side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
    , m_shown(new QWidget)
    , m_ending(new QWidget)
    , m_form(new GrantForm)
    , m_failure(new MessageBar)
    , m_mark(new IconMark(markSide))
    , m_title(new ElidedLabel)
    , m_detail(new SubtleText)
    , m_change(new QPushButton)
    , m_end(new QPushButton)
    , m_question(new QLabel)
    , m_confirm(new QPushButton)
    , m_keep(new QPushButton)
{
    build();
    listen();
    go(Mode::Shown);
}

QWidget *GrantRow::buildWords()
{
    m_title->setTextFormat(Qt::PlainText);
    for (QLabel *line : std::initializer_list<QLabel *>{m_detail, m_question}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
    }
    auto *lines = new QVBoxLayout;
    lines->setSpacing(space::hair);
    lines->addWidget(m_title);
    lines->addWidget(m_detail);
    auto *words = new QWidget;
    auto *marked = new QHBoxLayout(words);
    marked->setContentsMargins({});
    marked->setSpacing(space::medium);
    marked->addWidget(m_mark, 0, Qt::AlignTop);
    marked->addLayout(lines, 1);
    return words;
}

void GrantRow::build()
{
    m_failure->hide();
    QWidget *const words = buildWords();
    auto *pair = new FoldingPair(FoldingPair::Shares::SecondAsItIs, narrowestWords, m_shown);
    pair->setContentsMargins({});
    pair->setSpacing(space::small);
    pair->addWidget(words);
    pair->addWidget(rowOf({m_change, m_end}));
    setKind(m_confirm, ButtonKind::Danger);
    auto *ending = new QVBoxLayout(m_ending);
    ending->setContentsMargins({});
    ending->setSpacing(space::medium);
    ending->addWidget(m_question);
    ending->addWidget(rowOf({m_confirm, m_keep}), 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *part : std::initializer_list<QWidget *>{m_shown, m_failure, m_form, m_ending})
        layout->addWidget(part);
}

void GrantRow::listen()
{
    connect(m_change, &QPushButton::clicked, this, [this] {
        m_form->begin(m_grant);
        go(Mode::Changing);
        m_form->focusFirst();
    });
    connect(m_end, &QPushButton::clicked, this, [this] {
        go(Mode::Ending);
        m_keep->setFocus(); // Enter alone must not end anything
    });
    connect(m_form, &GrantForm::changeRequested, this, &GrantRow::changeRequested);
    connect(m_form, &GrantForm::cancelled, this, &GrantRow::leave);
    connect(m_keep, &QPushButton::clicked, this, &GrantRow::leave);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        leave();
        Q_EMIT endRequested();
    });
}

void GrantRow::go(Mode mode)
{
    m_mode = mode;
    m_failure->hide();
    m_shown->setVisible(mode == Mode::Shown);
    m_form->setVisible(mode == Mode::Changing);
    m_ending->setVisible(mode == Mode::Ending);
}

void GrantRow::leave()
{
    const bool wasEnding = m_mode == Mode::Ending;
    go(Mode::Shown);
    (wasEnding ? m_end : m_change)->setFocus(Qt::OtherFocusReason);
}

void GrantRow::tell(const api::Grant &grant, const Circumstances &circumstances, Timestamp now)
{
    m_grant = grant;
    m_now = now;
    const bool isOver = grant.state == GrantState::Cancelled;
    // Somebody else may have ended it meanwhile.
    if (isOver && m_mode != Mode::Shown)
        go(Mode::Shown);
    m_change->setVisible(circumstances.canChange && !isOver);
    m_end->setVisible(circumstances.canEnd && !isOver);
    for (QPushButton *act : {m_change, m_end, m_confirm})
        act->setEnabled(circumstances.isUsable && !circumstances.isPending);
    m_form->setUsable(circumstances.isUsable);
    m_form->setBusy(circumstances.isPending);
    retranslate();
}

void GrantRow::showChanged()
{
    if (m_mode == Mode::Changing)
        leave();
}

void GrantRow::showError(const Error &error)
{
    if (m_mode == Mode::Changing)
        m_form->showError(error);
    else
        m_failure->tell(error);
}

void GrantRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_mode == Mode::Ending)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void GrantRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void GrantRow::retranslate()
{
    const bool isReceived = m_side == GrantSide::Received;
    const QString name = grantwords::nameOf(grantwords::other(m_grant, m_side));
    const bool isGood = m_grant.state == GrantState::Active;
    m_mark->setIcon(isGood                                   ? u"check"_s
                    : m_grant.state == GrantState::Cancelled ? u"close"_s
                                                             : u"clock"_s,
                    isGood ? IconMark::Ink::Success : IconMark::Ink::Subtle);
    m_title->setText(isReceived ? tr("From %1", "%1 is a person").arg(name)
                                : tr("To %1", "%1 is a person").arg(name));
    m_detail->setText(grantwords::what(m_grant) + QChar::LineFeed +
                      grantwords::state(m_grant, m_side, m_now));
    m_detail->setToolTip(
        exactTime(m_grant.state == GrantState::Cancelled ? m_grant.updatedAt : m_grant.createdAt));
    m_change->setText(tr("Change"));
    m_change->setAccessibleName(tr("Change the subscription to %1", "%1 is a person").arg(name));
    m_end->setText(tr("End"));
    m_end->setAccessibleName((isReceived ? tr("End the subscription from %1", "%1 is a person")
                                         : tr("End the subscription to %1", "%1 is a person"))
                                 .arg(name));
    m_question->setText(
        isReceived ? tr("You lose this subscription at once. Only %1 can give you another.",
                        "%1 is a person")
                         .arg(name)
                   : tr("%1 loses this subscription at once.", "%1 is a person").arg(name));
    m_confirm->setText(tr("End the subscription"));
    m_keep->setText(tr("Cancel"));
}

} // namespace latchkey::ui
