#include "providers/providerrow.h"

#include "kit/button.h"
#include "kit/elidedlabel.h"
#include "kit/foldingpair.h"
#include "kit/iconmark.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "providers/domainsline.h"
#include "providers/providerform.h"

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

ProviderRow::ProviderRow(QWidget *parent)
    : QWidget(parent)
    , m_shown(new QWidget)
    , m_removing(new QWidget)
    , m_form(new ProviderForm)
    , m_failure(new MessageBar)
    , m_mark(new IconMark(markSide))
    , m_title(new ElidedLabel)
    , m_issuer(new SubtleText)
    , m_detail(new SubtleText)
    , m_change(new QPushButton)
    , m_switch(new QPushButton)
    , m_remove(new QPushButton)
    , m_question(new QLabel)
    , m_confirm(new QPushButton)
    , m_keep(new QPushButton)
{
    build();
    listen();
    go(Mode::Shown);
}

QWidget *ProviderRow::buildWords()
{
    m_title->setTextFormat(Qt::PlainText);
    for (QLabel *line : std::initializer_list<QLabel *>{m_issuer, m_detail, m_question}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
    }
    auto *lines = new QVBoxLayout;
    lines->setSpacing(space::hair);
    for (QWidget *line : std::initializer_list<QWidget *>{m_title, m_issuer, m_detail})
        lines->addWidget(line);
    auto *words = new QWidget;
    auto *marked = new QHBoxLayout(words);
    marked->setContentsMargins({});
    marked->setSpacing(space::medium);
    marked->addWidget(m_mark, 0, Qt::AlignTop);
    marked->addLayout(lines, 1);
    return words;
}

void ProviderRow::build()
{
    m_failure->hide();
    QWidget *const words = buildWords();
    auto *pair = new FoldingPair(FoldingPair::Shares::SecondAsItIs, narrowestWords, m_shown);
    pair->setContentsMargins({});
    pair->setSpacing(space::small);
    pair->addWidget(words);
    pair->addWidget(rowOf({m_change, m_switch, m_remove}));
    setKind(m_confirm, ButtonKind::Danger);
    auto *removing = new QVBoxLayout(m_removing);
    removing->setContentsMargins({});
    removing->setSpacing(space::medium);
    removing->addWidget(m_question);
    removing->addWidget(rowOf({m_confirm, m_keep}), 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *part : std::initializer_list<QWidget *>{m_shown, m_failure, m_form, m_removing})
        layout->addWidget(part);
}

void ProviderRow::listen()
{
    connect(m_change, &QPushButton::clicked, this, [this] {
        m_form->begin(m_provider);
        go(Mode::Changing);
        m_form->focusFirst();
    });
    connect(m_switch, &QPushButton::clicked, this, [this] {
        m_failure->hide();
        Q_EMIT editRequested({.id = m_provider.id, .isOn = !m_provider.isOn});
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        go(Mode::Removing);
        m_keep->setFocus(); // Enter alone must not remove anything
    });
    connect(m_form, &ProviderForm::editRequested, this, &ProviderRow::editRequested);
    connect(m_form, &ProviderForm::cancelled, this, &ProviderRow::leave);
    connect(m_keep, &QPushButton::clicked, this, &ProviderRow::leave);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        leave();
        Q_EMIT removeRequested();
    });
}

void ProviderRow::go(Mode mode)
{
    m_mode = mode;
    m_failure->hide();
    m_shown->setVisible(mode == Mode::Shown);
    m_form->setVisible(mode == Mode::Changing);
    m_removing->setVisible(mode == Mode::Removing);
}

void ProviderRow::leave()
{
    const bool wasRemoving = m_mode == Mode::Removing;
    go(Mode::Shown);
    (wasRemoving ? m_remove : m_change)->setFocus(Qt::OtherFocusReason);
}

void ProviderRow::tell(const api::Provider &provider, bool isUsable, bool isPending)
{
    m_provider = provider;
    for (QPushButton *act : {m_change, m_switch, m_remove, m_confirm})
        act->setEnabled(isUsable && !isPending);
    m_form->setUsable(isUsable);
    m_form->setBusy(isPending);
    retranslate();
}

void ProviderRow::showChanged()
{
    if (m_mode == Mode::Changing)
        leave();
}

void ProviderRow::showError(const Error &error)
{
    if (m_mode == Mode::Changing)
        m_form->showError(error);
    else
        m_failure->tell(error);
}

bool ProviderRow::isTyping() const
{
    return m_mode == Mode::Changing;
}

void ProviderRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_mode == Mode::Removing)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void ProviderRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString ProviderRow::detailWords() const
{
    QStringList lines;
    lines << (m_provider.isOn ? tr("On: people can sign in by it.")
                              : tr("Off: nobody signs in by it."));
    if (!m_provider.domains.isEmpty())
        lines << tr("Leads to it: %1", "%1 is a list of domains of e-mail addresses")
                     .arg(domainsline::written(m_provider.domains));
    lines << (m_provider.makesAccounts ? tr("Makes accounts for people it knows.")
                                       : tr("Signs in to accounts that are here already."));
    return lines.join(QChar::LineFeed);
}

void ProviderRow::retranslate()
{
    const QString &name = m_provider.name;
    m_mark->setIcon(u"identity"_s, m_provider.isOn ? IconMark::Ink::Accent : IconMark::Ink::Subtle);
    m_title->setText(name);
    m_issuer->setText(m_provider.issuer);
    m_detail->setText(detailWords());
    m_change->setText(tr("Change"));
    m_change->setAccessibleName(tr("Change %1", "%1 is an identity provider").arg(name));
    m_switch->setText(m_provider.isOn ? tr("Switch off") : tr("Switch on"));
    m_switch->setAccessibleName((m_provider.isOn ? tr("Switch %1 off", "%1 is an identity provider")
                                                 : tr("Switch %1 on", "%1 is an identity provider"))
                                    .arg(name));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove %1", "%1 is an identity provider").arg(name));
    m_question->setText(tr("Nobody will sign in by %1 any more, and whom it knew is forgotten. "
                           "People who have no password here can't get in until they set one.",
                           "%1 is an identity provider")
                            .arg(name));
    m_confirm->setText(tr("Remove the provider"));
    m_keep->setText(tr("Cancel"));
}

} // namespace latchkey::ui
