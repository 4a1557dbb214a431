#include "authorizations/authorizationrow.h"

#include "authorizations/accountglance.h"
#include "authorizations/authorizationform.h"
#include "authorizations/authorizationwords.h"
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

AuthorizationRow::AuthorizationRow(AuthorizationSide side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
    , m_shown(new QWidget)
    , m_revoking(new QWidget)
    , m_form(new AuthorizationForm)
    , m_failure(new MessageBar)
    , m_mark(new IconMark(markSide))
    , m_title(new ElidedLabel)
    , m_detail(new SubtleText)
    , m_glance(new AccountGlance)
    , m_look(new QPushButton)
    , m_change(new QPushButton)
    , m_revoke(new QPushButton)
    , m_question(new QLabel)
    , m_confirm(new QPushButton)
    , m_keep(new QPushButton)
{
    build();
    listen();
    go(Mode::Shown);
}

QWidget *AuthorizationRow::buildWords()
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

void AuthorizationRow::build()
{
    m_failure->hide();
    QWidget *const words = buildWords();
    auto *pair = new FoldingPair(FoldingPair::Shares::SecondAsItIs, narrowestWords, m_shown);
    pair->setContentsMargins({});
    pair->setSpacing(space::small);
    pair->addWidget(words);
    pair->addWidget(rowOf({m_look, m_change, m_revoke}));
    setKind(m_confirm, ButtonKind::Danger);
    auto *revoking = new QVBoxLayout(m_revoking);
    revoking->setContentsMargins({});
    revoking->setSpacing(space::medium);
    revoking->addWidget(m_question);
    revoking->addWidget(rowOf({m_confirm, m_keep}), 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_shown, m_failure, m_glance, m_form, m_revoking})
        layout->addWidget(part);
    m_glance->hide();
}

void AuthorizationRow::listen()
{
    connect(m_look, &QPushButton::clicked, this, &AuthorizationRow::look);
    connect(m_change, &QPushButton::clicked, this, [this] {
        m_form->begin(m_authorization);
        go(Mode::Changing);
        m_form->focusFirst();
    });
    connect(m_revoke, &QPushButton::clicked, this, [this] {
        go(Mode::Revoking);
        m_keep->setFocus(); // Enter alone must not take anything back
    });
    connect(m_form, &AuthorizationForm::changeRequested, this, &AuthorizationRow::changeRequested);
    connect(m_form, &AuthorizationForm::cancelled, this, &AuthorizationRow::leave);
    connect(m_keep, &QPushButton::clicked, this, &AuthorizationRow::leave);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        leave();
        Q_EMIT revokeRequested();
    });
}

void AuthorizationRow::go(Mode mode)
{
    m_mode = mode;
    m_failure->hide();
    m_shown->setVisible(mode == Mode::Shown);
    m_form->setVisible(mode == Mode::Changing);
    m_revoking->setVisible(mode == Mode::Revoking);
}

void AuthorizationRow::leave()
{
    const bool wasRevoking = m_mode == Mode::Revoking;
    go(Mode::Shown);
    (wasRevoking ? m_revoke : m_change)->setFocus(Qt::OtherFocusReason);
}

void AuthorizationRow::look()
{
    const bool isLooking = m_glance->isHidden();
    m_glance->setVisible(isLooking);
    retranslate();
    if (!isLooking)
        return;
    m_glance->begin();
    Q_EMIT lookRequested(m_authorization);
}

void AuthorizationRow::tell(const api::Authorization &authorization,
                            const Circumstances &circumstances, Timestamp now)
{
    // What was seen is of the part that it was.
    if (authorization.scope != m_authorization.scope)
        m_glance->hide();
    m_authorization = authorization;
    m_now = now;
    m_glance->follow(now);
    m_look->setVisible(circumstances.canLook);
    m_look->setEnabled(circumstances.isUsable || !m_glance->isHidden());
    m_change->setVisible(circumstances.canChange);
    m_revoke->setVisible(circumstances.canRevoke);
    for (QPushButton *act : {m_change, m_revoke, m_confirm})
        act->setEnabled(circumstances.isUsable && !circumstances.isPending);
    m_form->setUsable(circumstances.isUsable);
    m_form->setBusy(circumstances.isPending);
    retranslate();
}

void AuthorizationRow::showChanged()
{
    if (m_mode == Mode::Changing)
        leave();
}

void AuthorizationRow::showError(const Error &error)
{
    if (m_mode == Mode::Changing)
        m_form->showError(error);
    else
        m_failure->tell(error);
}

void AuthorizationRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_mode == Mode::Revoking)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void AuthorizationRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AuthorizationRow::retranslate()
{
    const bool isReceived = m_side == AuthorizationSide::Received;
    const QString name = api::nameOf(authorizationwords::other(m_authorization, m_side));
    const bool isSessions = m_authorization.scope == api::AccessScope::Sessions;
    m_mark->setIcon(isSessions ? u"devices"_s : u"person"_s, IconMark::Ink::Subtle);
    m_title->setText(isReceived ? tr("%1 lets you in", "%1 is a person").arg(name)
                                : tr("You let %1 in", "%1 is a person").arg(name));
    m_detail->setText(
        authorizationwords::what(m_authorization.scope, m_authorization.action, m_side) +
        QChar::LineFeed + authorizationwords::since(m_authorization, m_now));
    m_detail->setToolTip(exactTime(m_authorization.createdAt));
    retranslateActs(name);
}

/// Somebody may be let into several parts, so a part is named as well.
void AuthorizationRow::retranslateActs(const QString &name)
{
    const bool isReceived = m_side == AuthorizationSide::Received;
    const QString what =
        authorizationwords::what(m_authorization.scope, m_authorization.action, m_side);
    m_look->setText(m_glance->isHidden() ? tr("Look") : tr("Close"));
    m_look->setAccessibleName((m_glance->isHidden()
                                   ? tr("Look into what %1 shows you: %2", "%1 is a person")
                                   : tr("Close what %1 shows you: %2", "%1 is a person"))
                                  .arg(name, what));
    m_change->setText(tr("Change"));
    m_change->setAccessibleName(
        tr("Change what %1 may do: %2", "%1 is a person, %2 what they may").arg(name, what));
    m_revoke->setText(isReceived ? tr("Give back") : tr("Take back"));
    m_revoke->setAccessibleName(
        (isReceived ? tr("Give back what %1 lets you do: %2", "%1 is a person, %2 what you may")
                    : tr("Take back what %1 may do: %2", "%1 is a person, %2 what they may"))
            .arg(name, what));
    m_question->setText(
        isReceived
            ? tr("You can no longer do that. Only %1 can let you in again.", "%1 is a person")
                  .arg(name)
            : tr("From now on %1 can no longer do that.", "%1 is a person").arg(name));
    m_confirm->setText(isReceived ? tr("Give it back") : tr("Take it back"));
    m_keep->setText(tr("Cancel"));
}

} // namespace latchkey::ui
