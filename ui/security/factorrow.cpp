#include "security/factorrow.h"

#include "kit/button.h"
#include "kit/elidedlabel.h"
#include "kit/foldingpair.h"
#include "kit/formfield.h"
#include "kit/iconmark.h"
#include "kit/mnemonic.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "security/factorwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

namespace {

constexpr int narrowestWords = 220;

QWidget *rowOf(QWidget *words, std::initializer_list<QPushButton *> acts, Qt::Alignment where)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(space::small);
    layout->addWidget(words, 1);
    for (QPushButton *act : acts)
        layout->addWidget(act, 0, where);
    layout->addStretch(); // where the words may not become wider
    return row;
}

} // namespace

FactorRow::FactorRow(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_mark(new IconMark(24))
    , m_title(new ElidedLabel)
    , m_detail(new SubtleText)
    , m_rename(new QPushButton)
    , m_remove(new QPushButton)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_save(new QPushButton)
    , m_keepName(new QPushButton)
    , m_question(new QLabel)
    , m_confirm(new QPushButton)
    , m_keep(new QPushButton)
{
    build();
    listen();
    go(Mode::Shown);
    retranslate();
}

void FactorRow::build()
{
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_name->setMaxLength(static_cast<int>(api::factorNameLimits.max));
    m_nameField->setMaximumWidth(formWidth);
    setKind(m_save, ButtonKind::Primary);
    setKind(m_confirm, ButtonKind::Danger);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    auto *words = new QWidget;
    auto *lines = new QVBoxLayout;
    lines->setSpacing(space::hair);
    lines->addWidget(m_title);
    lines->addWidget(m_detail);
    auto *marked = new QHBoxLayout(words);
    marked->setContentsMargins({});
    marked->setSpacing(space::medium);
    marked->addWidget(m_mark, 0, Qt::AlignTop);
    marked->addLayout(lines, 1);
    auto *acts = new QWidget;
    auto *inActs = new QHBoxLayout(acts);
    inActs->setContentsMargins({});
    inActs->setSpacing(space::small);
    for (QPushButton *act : {m_rename, m_remove})
        inActs->addWidget(act);
    m_shown = new QWidget;
    auto *pair = new FoldingPair(FoldingPair::Shares::SecondAsItIs, narrowestWords, m_shown);
    pair->setContentsMargins({});
    pair->setSpacing(space::small);
    pair->addWidget(words);
    pair->addWidget(acts);
    m_renaming = rowOf(m_nameField, {m_save, m_keepName}, Qt::AlignBottom);
    m_removing = rowOf(m_question, {m_confirm, m_keep}, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *part : {m_shown, m_renaming, m_removing})
        layout->addWidget(part);
}

void FactorRow::listen()
{
    connect(m_rename, &QPushButton::clicked, this, [this] {
        m_name->setText(m_factor.name);
        go(Mode::Renaming);
        m_name->selectAll();
        m_name->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        go(Mode::Removing);
        m_keep->setFocus(); // Enter alone must not remove anything
    });
    connect(m_name, &QLineEdit::returnPressed, this, &FactorRow::submitName);
    connect(m_save, &QPushButton::clicked, this, &FactorRow::submitName);
    for (QPushButton *back : {m_keepName, m_keep})
        connect(back, &QPushButton::clicked, this, &FactorRow::leave);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        leave();
        Q_EMIT removed(m_factor.id);
    });
}

void FactorRow::setFactor(const api::EnrolledFactor &factor, const QString &origin, bool isLast)
{
    m_factor = factor;
    m_origin = origin;
    m_isLast = isLast;
    retranslate();
}

void FactorRow::setLettered(bool isLettered)
{
    if (std::exchange(m_isLettered, isLettered) != isLettered)
        retranslate();
}

void FactorRow::setPending(bool isPending)
{
    m_isPending = isPending;
    settle();
}

void FactorRow::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    settle();
}

void FactorRow::settle()
{
    for (QPushButton *act : {m_rename, m_remove, m_save, m_confirm})
        act->setEnabled(m_isUsable && !m_isPending);
    m_name->setReadOnly(m_isPending);
}

void FactorRow::go(Mode mode)
{
    m_mode = mode;
    m_nameField->clearError();
    m_shown->setVisible(mode == Mode::Shown);
    m_renaming->setVisible(mode == Mode::Renaming);
    m_removing->setVisible(mode == Mode::Removing);
}

void FactorRow::leave()
{
    const bool wasRemoving = m_mode == Mode::Removing;
    go(Mode::Shown);
    (wasRemoving ? m_remove : m_rename)->setFocus(Qt::OtherFocusReason);
}

void FactorRow::submitName()
{
    const QString name = m_name->text().trimmed();
    if (name == m_factor.name)
        leave();
    else if (m_save->isEnabled())
        Q_EMIT renamed(m_factor.id, name);
}

void FactorRow::showRenameError(const QString &words)
{
    m_nameField->setError(words);
}

void FactorRow::showRenamed()
{
    if (m_mode == Mode::Renaming)
        leave();
}

void FactorRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_mode != Mode::Shown)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void FactorRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FactorRow::retranslate()
{
    const Timestamp now = m_clock.now();
    const QString added = relativeTime(m_factor.addedAt, now);
    m_mark->setIcon(factorwords::icon(m_factor.kind), IconMark::Ink::Accent);
    m_title->setText(m_factor.name);
    const QString times =
        m_factor.lastUsedAt
            ? tr("Added: %1. Last used: %2.", "both are times like '5 minutes ago'")
                  .arg(added, relativeTime(*m_factor.lastUsedAt, now))
            : tr("Added: %1. Not used yet.", "a time like '5 minutes ago'").arg(added);
    m_detail->setText(m_origin == m_factor.name ? times : m_origin + QChar::LineFeed + times);
    m_detail->setToolTip(exactTime(m_factor.lastUsedAt.value_or(m_factor.addedAt)));
    const QString rename = tr("Re&name");
    m_rename->setText(m_isLettered ? rename : withoutMnemonic(rename));
    m_rename->setAccessibleName(tr("Rename %1", "%1 is a second factor").arg(m_factor.name));
    const QString remove = tr("Rem&ove");
    m_remove->setText(m_isLettered ? remove : withoutMnemonic(remove));
    m_remove->setAccessibleName(tr("Remove %1", "%1 is a second factor").arg(m_factor.name));
    m_nameField->setLabel(m_factor.kind == api::Factor::Totp ? tr("Name of the authenticator")
                                                             : tr("Name of the second factor"));
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(tr("Save the name"));
    m_keepName->setText(tr("Cancel"));
    m_question->setText(
        m_isLast ? tr("Without %1 only your password protects your account. The recovery codes "
                      "and the trusted devices go with it.",
                      "%1 is a second factor")
                       .arg(m_factor.name)
                 : tr("Codes of %1 will no longer open your account.", "%1 is a second factor")
                       .arg(m_factor.name));
    m_confirm->setText(factorwords::removing(m_factor.kind));
    m_keep->setText(tr("Cancel"));
}

} // namespace latchkey::ui
