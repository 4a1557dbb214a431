#include "shell/proofpanel.h"

#include "account/account.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace latchkey::ui {

ProofPanel::ProofPanel(account::Account &account, QWidget *parent)
    : QFrame(parent)
    , m_account(account)
    , m_why(new QLabel(this))
    , m_password(new PasswordEdit)
    , m_field(new FormField(m_password, this))
    , m_confirm(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    m_why->setWordWrap(true);
    m_field->setMaximumWidth(formWidth);
    setKind(m_confirm, ButtonKind::Primary);

    auto *acts = new QHBoxLayout;
    acts->addWidget(m_confirm);
    acts->addWidget(m_cancel);
    acts->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_why);
    layout->addWidget(m_field);
    layout->addLayout(acts);

    connect(m_password, &PasswordEdit::textEdited, this, [this] { setBusy(m_isBusy); });
    connect(m_password, &PasswordEdit::submitted, this, &ProofPanel::prove);
    connect(m_confirm, &QPushButton::clicked, this, &ProofPanel::prove);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_account.declineProof(); });
    retranslate();
    setBusy(false);
}

void ProofPanel::focusPassword()
{
    m_password->line()->setFocus(Qt::OtherFocusReason);
}

void ProofPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProofPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_account.declineProof();
    else
        QFrame::keyPressEvent(event);
}

void ProofPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).accentSurface);
}

void ProofPanel::prove()
{
    if (m_isBusy || m_password->isEmpty())
        return;
    m_error.reset();
    setBusy(true);
    m_calls.add(m_account.prove(m_password->secret()))
        .then(this, [this](const Result<Nothing> &result) {
            if (!result) {
                m_error = result.error();
                m_password->line()->selectAll();
                focusPassword();
            }
            setBusy(false);
            retranslate();
        });
}

void ProofPanel::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_password->line()->setReadOnly(isBusy);
    m_confirm->setEnabled(!isBusy && !m_password->isEmpty());
}

void ProofPanel::retranslate()
{
    setAccessibleName(tr("Confirm that it is you"));
    m_why->setText(tr("Confirm that it is you. Then what you asked for goes on by itself."));
    m_field->setLabel(tr("Password"));
    m_confirm->setText(tr("Confirm"));
    m_cancel->setText(tr("Cancel"));
    if (!m_error)
        m_field->clearError();
    else if (m_error->kind == Error::Kind::Rejected)
        m_field->setError(tr("That is not the password."));
    else
        m_field->setError(wordsOf(*m_error));
}

} // namespace latchkey::ui
