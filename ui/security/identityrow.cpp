#include "security/identityrow.h"

#include "kit/button.h"
#include "kit/elidedlabel.h"
#include "kit/foldingpair.h"
#include "kit/iconmark.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestWords = 220;
constexpr int markSide = 24;

QString timesOf(const api::Identity &identity, Timestamp now)
{
    const QString linked = relativeTime(identity.linkedAt, now);
    return identity.lastUsedAt
               ? IdentityRow::tr("Connected: %1. Last used: %2.",
                                 "both are times like '5 minutes ago'")
                     .arg(linked, relativeTime(*identity.lastUsedAt, now))
               : IdentityRow::tr("Connected: %1. Not used yet.", "a time like '5 minutes ago'")
                     .arg(linked);
}

} // namespace

IdentityRow::IdentityRow(QWidget *parent)
    : QWidget(parent)
    , m_shown(new QWidget)
    , m_removing(new QWidget)
    , m_title(new ElidedLabel)
    , m_detail(new SubtleText)
    , m_remove(new QPushButton)
    , m_question(new QLabel)
    , m_confirm(new QPushButton)
    , m_keep(new QPushButton)
{
    build();
    ask(false);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        ask(true);
        m_keep->setFocus(); // Enter alone must not remove anything
    });
    connect(m_keep, &QPushButton::clicked, this, &IdentityRow::leave);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        leave();
        Q_EMIT removed();
    });
}

void IdentityRow::build()
{
    m_title->setTextFormat(Qt::PlainText);
    for (QLabel *line : std::initializer_list<QLabel *>{m_detail, m_question}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
    }
    setKind(m_confirm, ButtonKind::Danger);
    auto *mark = new IconMark(markSide);
    mark->setIcon(u"identity"_s, IconMark::Ink::Accent);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(space::hair);
    lines->addWidget(m_title);
    lines->addWidget(m_detail);
    auto *words = new QWidget;
    auto *marked = new QHBoxLayout(words);
    marked->setContentsMargins({});
    marked->setSpacing(space::medium);
    marked->addWidget(mark, 0, Qt::AlignTop);
    marked->addLayout(lines, 1);
    auto *pair = new FoldingPair(FoldingPair::Shares::SecondAsItIs, narrowestWords, m_shown);
    pair->setContentsMargins({});
    pair->setSpacing(space::small);
    pair->addWidget(words);
    pair->addWidget(m_remove);
    auto *removing = new QHBoxLayout(m_removing);
    removing->setContentsMargins({});
    removing->setSpacing(space::small);
    removing->addWidget(m_question, 1);
    removing->addWidget(m_confirm);
    removing->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_shown);
    layout->addWidget(m_removing);
}

void IdentityRow::ask(bool isAsking)
{
    m_shown->setVisible(!isAsking);
    m_removing->setVisible(isAsking);
}

void IdentityRow::leave()
{
    ask(false);
    m_remove->setFocus(Qt::OtherFocusReason);
}

void IdentityRow::tell(const api::Identity &identity, Timestamp now, bool isUsable)
{
    const QString &name = identity.name;
    const QString &provider = identity.provider.name;
    m_title->setText(name);
    m_detail->setText(provider + QChar::LineFeed + timesOf(identity, now));
    m_detail->setToolTip(exactTime(identity.lastUsedAt.value_or(identity.linkedAt)));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove %1", "%1 is an account elsewhere").arg(name));
    m_question->setText(
        tr("%1 at %2 will no longer sign in to your account.",
           "%1 is an account elsewhere, mostly an e-mail address, %2 an identity provider")
            .arg(name, provider));
    m_confirm->setText(tr("Remove this way to sign in"));
    m_keep->setText(tr("Cancel"));
    for (QPushButton *act : {m_remove, m_confirm})
        act->setEnabled(isUsable);
}

void IdentityRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_shown->isHidden())
        leave();
    else
        QWidget::keyPressEvent(event);
}

} // namespace latchkey::ui
