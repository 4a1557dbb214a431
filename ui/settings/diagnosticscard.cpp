#include "settings/diagnosticscard.h"

#include "account/accounts.h"
#include "account/preferences.h"
#include "kit/card.h"
#include "kit/copybutton.h"
#include "kit/subtletext.h"

#include <QCheckBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownLines = 9;

} // namespace

DiagnosticsCard::DiagnosticsCard(const SettingsParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_card(new Card(this))
    , m_lead(new SubtleText(this))
    , m_redact(new QCheckBox(this))
    , m_text(new QPlainTextEdit(this))
{
    m_lead->setWordWrap(true);
    m_redact->setChecked(true);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFixedHeight(QFontMetrics(m_text->font()).lineSpacing() * shownLines);
    auto *copy = new CopyButton([this] { return text(); }, this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    auto *row = new QHBoxLayout;
    row->addWidget(m_redact, 1);
    row->addWidget(copy);
    m_card->body()->addWidget(m_lead);
    m_card->body()->addWidget(m_text);
    m_card->body()->addLayout(row);
    connect(m_redact, &QCheckBox::toggled, this, &DiagnosticsCard::refresh);
    retranslate();
}

QString DiagnosticsCard::text() const
{
    return diagnosticText(lines(), m_redact->isChecked());
}

void DiagnosticsCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DiagnosticsCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

QList<DiagnosticLine> DiagnosticsCard::lines() const
{
    QList<DiagnosticLine> lines = ownDiagnostics();
    for (const account::ProfileId &id : m_parts.accounts.ids()) {
        const account::Account *account = m_parts.accounts.account(id);
        const account::Profile profile = account->profile();
        lines << DiagnosticLine{
            u"profile"_s, profile.email + u" at "_s + profile.server.url.toDisplayString(), true};
    }
    return m_parts.diagnostics ? lines + m_parts.diagnostics() : lines;
}

void DiagnosticsCard::refresh()
{
    m_text->setPlainText(text());
}

void DiagnosticsCard::retranslate()
{
    m_card->setTitle(tr("Diagnostics"));
    m_lead->setText(tr("For whoever helps you. What you see here is what is copied; secrets are "
                       "never in it."));
    m_redact->setText(tr("Leave &out names, addresses and paths"));
    m_text->setAccessibleName(tr("Diagnostics"));
}

} // namespace latchkey::ui
