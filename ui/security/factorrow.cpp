#include "security/factorrow.h"

#include "kit/elidedlabel.h"
#include "kit/formfield.h"
#include "kit/iconmark.h"
#include "kit/question.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "security/factorwords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

FactorRow::FactorRow(const Clock &clock, QWidget *parent)
    : AskingRow(parent)
    , m_clock(clock)
    , m_detail(addLine())
    , m_rename(addAct())
    , m_remove(addAct())
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_save(new QPushButton)
    , m_keepName(new QPushButton)
    , m_naming(nameForm())
    , m_question(addQuestion(m_remove, ButtonKind::Danger))
{
    add(m_naming);
    listen();
    retranslate();
}

QWidget *FactorRow::nameForm()
{
    m_name->setMaxLength(static_cast<int>(api::factorNameLimits.max));
    m_nameField->setMaximumWidth(formWidth);
    setKind(m_save, ButtonKind::Primary);
    auto *form = new QWidget;
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins({});
    row->setSpacing(space::small);
    row->addWidget(m_nameField, 1);
    for (QPushButton *act : {m_save, m_keepName})
        row->addWidget(act, 0, Qt::AlignBottom);
    row->addStretch(); // where the field may not become wider
    return form;
}

void FactorRow::listen()
{
    connect(m_rename, &QPushButton::clicked, this, [this] {
        m_name->setText(m_factor.name);
        m_nameField->clearError();
        ask(m_naming, m_rename);
        m_name->selectAll();
        m_name->setFocus();
    });
    connect(m_name, &QLineEdit::returnPressed, this, &FactorRow::submitName);
    connect(m_save, &QPushButton::clicked, this, &FactorRow::submitName);
    connect(m_keepName, &QPushButton::clicked, this, &FactorRow::leave);
    connect(m_question, &Question::confirmed, this, [this] { Q_EMIT removed(m_factor.id); });
}

void FactorRow::setFactor(const api::EnrolledFactor &factor, const QString &origin, bool isLast)
{
    m_factor = factor;
    m_origin = origin;
    m_isLast = isLast;
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
    setFree(m_isUsable, m_isPending);
    m_save->setEnabled(m_isUsable && !m_isPending);
    m_name->setReadOnly(m_isPending);
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

void FactorRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isTyping())
        leave();
    else
        QWidget::keyPressEvent(event);
}

void FactorRow::retranslate()
{
    const Timestamp now = m_clock.now();
    const QString added = relativeTime(m_factor.addedAt, now);
    mark()->setIcon(factorwords::icon(m_factor.kind), IconMark::Ink::Accent);
    title()->setText(m_factor.name);
    const QString times =
        m_factor.lastUsedAt
            ? tr("Added: %1. Last used: %2.", "both are times like '5 minutes ago'")
                  .arg(added, relativeTime(*m_factor.lastUsedAt, now))
            : tr("Added: %1. Not used yet.", "a time like '5 minutes ago'").arg(added);
    m_detail->setText(m_origin == m_factor.name ? times : m_origin + QChar::LineFeed + times);
    m_detail->setToolTip(exactTime(m_factor.lastUsedAt.value_or(m_factor.addedAt)));
    tellAct(m_rename, tr("Re&name"), tr("Rename %1", "%1 is a second factor").arg(m_factor.name));
    tellAct(m_remove, tr("Rem&ove"), tr("Remove %1", "%1 is a second factor").arg(m_factor.name));
    m_nameField->setLabel(m_factor.kind == api::Factor::Totp ? tr("Name of the authenticator")
                                                             : tr("Name of the second factor"));
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(tr("Save the name"));
    m_keepName->setText(tr("Cancel"));
    m_question->setWords(
        (m_isLast ? tr("Without %1 only your password protects your account. The recovery codes "
                       "and the trusted devices go with it.",
                       "%1 is a second factor")
                  : tr("%1 will no longer open your account.", "%1 is a second factor"))
            .arg(m_factor.name),
        factorwords::removing(m_factor.kind));
}

} // namespace latchkey::ui
