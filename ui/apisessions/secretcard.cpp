#include "apisessions/secretcard.h"

#include "apisessions/apisessionwords.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/copybutton.h"
#include "kit/scale.h"

#include <QCheckBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

SecretCard::SecretCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_why(new QLabel)
    , m_text(new QLineEdit)
    , m_have(new QCheckBox)
    , m_done(new QPushButton)
{
    m_why->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setKind(m_done, ButtonKind::Primary);
    m_done->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(m_text, 1);
    row->addWidget(CopyButton::ofSecret([this] { return m_secret; }));
    QVBoxLayout *body = m_card->body();
    body->setSpacing(space::large);
    body->addWidget(m_why);
    body->addLayout(row);
    body->addWidget(m_have);
    body->addWidget(m_done, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_have, &QCheckBox::toggled, m_done, &QWidget::setEnabled);
    connect(m_done, &QPushButton::clicked, this, &SecretCard::forget);
    hide();
    retranslate();
}

void SecretCard::show(const api::ApiSessionSecret &made)
{
    m_session = made.session;
    m_secret = made.secret;
    m_text->setText(m_secret.revealText());
    m_text->setCursorPosition(0);
    m_have->setChecked(false);
    retranslate();
    QWidget::show();
    m_text->setFocus(Qt::OtherFocusReason);
    m_text->selectAll();
}

void SecretCard::forget()
{
    m_secret = Secret();
    m_text->clear();
    hide();
    Q_EMIT done();
}

void SecretCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SecretCard::retranslate()
{
    m_card->setTitle(
        tr("The secret of %1", "%1 is an API session").arg(apisessionwords::title(m_session)));
    m_why->setText(tr("It is shown only now. Put it where the program finds it, or into a password "
                      "manager. Whoever has it can use your account."));
    m_text->setAccessibleName(tr("Secret"));
    m_have->setText(tr("I have sa&ved it"));
    m_done->setText(tr("Do&ne"));
}

} // namespace latchkey::ui
