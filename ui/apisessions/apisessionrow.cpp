#include "apisessions/apisessionrow.h"

#include "apisessions/apisessionform.h"
#include "apisessions/apisessionwords.h"
#include "kit/button.h"
#include "kit/elidedlabel.h"
#include "kit/foldingpair.h"
#include "kit/iconmark.h"
#include "kit/mnemonic.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestWords = 260;
constexpr int markSide = 24;
constexpr int warningSide = 16;

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

ApiSessionRow::ApiSessionRow(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_shown(new QWidget)
    , m_rotating(new QWidget)
    , m_form(new ApiSessionForm(clock))
    , m_mark(new IconMark(markSide))
    , m_title(new ElidedLabel)
    , m_use(new SubtleText)
    , m_times(new SubtleText)
    , m_warned(new QWidget)
    , m_warning(new QLabel)
    , m_change(new QPushButton)
    , m_rotate(new QPushButton)
    , m_end(new QPushButton)
    , m_question(new QLabel)
    , m_confirm(new QPushButton)
    , m_keep(new QPushButton)
{
    build();
    listen();
    go(Mode::Shown);
    retranslate();
}

QWidget *ApiSessionRow::buildWords()
{
    for (QLabel *line : std::initializer_list<QLabel *>{m_use, m_times, m_warning, m_question}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
    }
    auto *mark = new IconMark(warningSide);
    mark->setIcon(u"warning"_s, IconMark::Ink::Warning);
    auto *warned = new QHBoxLayout(m_warned);
    warned->setContentsMargins(0, space::hair, 0, 0);
    warned->setSpacing(space::small);
    warned->addWidget(mark, 0, Qt::AlignTop);
    warned->addWidget(m_warning, 1);
    m_mark->setIcon(u"terminal"_s, IconMark::Ink::Accent);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(space::hair);
    for (QWidget *line : std::initializer_list<QWidget *>{m_title, m_use, m_times, m_warned})
        lines->addWidget(line);
    auto *words = new QWidget;
    auto *marked = new QHBoxLayout(words);
    marked->setContentsMargins({});
    marked->setSpacing(space::medium);
    marked->addWidget(m_mark, 0, Qt::AlignTop);
    marked->addLayout(lines, 1);
    return words;
}

void ApiSessionRow::build()
{
    QWidget *words = buildWords();
    auto *pair = new FoldingPair(FoldingPair::Shares::SecondAsItIs, narrowestWords, m_shown);
    pair->setContentsMargins({});
    pair->setSpacing(space::small);
    pair->addWidget(words);
    pair->addWidget(rowOf({m_change, m_rotate, m_end}));
    setKind(m_confirm, ButtonKind::Primary);
    auto *rotating = new QVBoxLayout(m_rotating);
    rotating->setContentsMargins({});
    rotating->setSpacing(space::medium);
    rotating->addWidget(m_question);
    rotating->addWidget(rowOf({m_confirm, m_keep}), 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *part : std::initializer_list<QWidget *>{m_shown, m_form, m_rotating})
        layout->addWidget(part);
}

void ApiSessionRow::listen()
{
    connect(m_change, &QPushButton::clicked, this, [this] {
        m_form->begin(m_session);
        go(Mode::Changing);
        m_form->focusFirst();
    });
    connect(m_rotate, &QPushButton::clicked, this, [this] {
        go(Mode::Rotating);
        m_keep->setFocus(); // Enter alone must not stop a program
    });
    connect(m_end, &QPushButton::clicked, this, [this] { Q_EMIT endRequested(m_session.id); });
    connect(m_form, &ApiSessionForm::updateRequested, this, &ApiSessionRow::updateRequested);
    connect(m_form, &ApiSessionForm::cancelled, this, &ApiSessionRow::leave);
    connect(m_keep, &QPushButton::clicked, this, &ApiSessionRow::leave);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        leave();
        Q_EMIT rotateRequested(m_session.id);
    });
}

void ApiSessionRow::setSession(const api::ApiSession &session)
{
    m_session = session;
    retranslate();
}

void ApiSessionRow::setLettered(bool isLettered)
{
    if (std::exchange(m_isLettered, isLettered) != isLettered)
        tellActs();
}

void ApiSessionRow::setPending(bool isPending)
{
    m_isPending = isPending;
    settle();
}

void ApiSessionRow::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    settle();
}

void ApiSessionRow::setRotationOffered(bool isOffered)
{
    m_rotate->setVisible(isOffered);
}

void ApiSessionRow::setRotatable(bool isRotatable)
{
    m_isRotatable = isRotatable;
    settle();
}

void ApiSessionRow::settle()
{
    const bool isFree = m_isUsable && !m_isPending;
    m_change->setEnabled(isFree);
    m_end->setEnabled(isFree);
    for (QPushButton *act : {m_rotate, m_confirm})
        act->setEnabled(isFree && m_isRotatable);
    m_form->setUsable(m_isUsable);
    m_form->setBusy(m_isPending);
}

void ApiSessionRow::go(Mode mode)
{
    m_mode = mode;
    m_shown->setVisible(mode == Mode::Shown);
    m_form->setVisible(mode == Mode::Changing);
    m_rotating->setVisible(mode == Mode::Rotating);
}

void ApiSessionRow::leave()
{
    const bool wasRotating = m_mode == Mode::Rotating;
    go(Mode::Shown);
    (wasRotating ? m_rotate : m_change)->setFocus(Qt::OtherFocusReason);
}

void ApiSessionRow::showUpdateError(const Error &error)
{
    m_form->showError(error);
}

void ApiSessionRow::showUpdated()
{
    if (m_mode == Mode::Changing)
        leave();
}

void ApiSessionRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_mode == Mode::Rotating)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void ApiSessionRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ApiSessionRow::tellActs()
{
    const QString title = apisessionwords::title(m_session);
    const auto say = [this](QPushButton *act, const QString &words, const QString &name) {
        act->setText(m_isLettered ? words : withoutMnemonic(words));
        act->setAccessibleName(name);
    };
    say(m_change, tr("C&hange"), tr("Change %1", "%1 is an API session").arg(title));
    say(m_rotate, tr("New secre&t"), tr("New secret for %1", "%1 is an API session").arg(title));
    say(m_end, tr("&End"), tr("End %1", "%1 is an API session").arg(title));
}

void ApiSessionRow::retranslate()
{
    const Timestamp now = m_clock.now();
    const QString warning = apisessionwords::warning(m_session, now);
    m_title->setText(apisessionwords::title(m_session));
    m_use->setText(apisessionwords::use(m_session, now));
    m_times->setText(apisessionwords::times(m_session, now));
    for (QWidget *line : std::initializer_list<QWidget *>{m_use, m_times})
        line->setToolTip(apisessionwords::exactTimes(m_session));
    m_warning->setText(warning);
    m_warned->setVisible(!warning.isEmpty());
    m_question->setText(tr("The secret that %1 uses now stops working at once. Whatever uses it "
                           "has to be given the new one.",
                           "%1 is an API session")
                            .arg(apisessionwords::title(m_session)));
    m_confirm->setText(tr("Make a new secret"));
    m_keep->setText(tr("Cancel"));
    tellActs();
}

} // namespace latchkey::ui
