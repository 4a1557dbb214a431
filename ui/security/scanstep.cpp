#include "security/scanstep.h"

#include "kit/codefield.h"
#include "kit/foldingpair.h"
#include "kit/formfield.h"
#include "kit/qrview.h"
#include "kit/scale.h"
#include "kit/secrettext.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace latchkey::ui {

ScanStep::ScanStep(QWidget *parent)
    : QWidget(parent)
    , m_qr(new QrView)
    , m_scan(new QLabel)
    , m_byHand(new QLabel)
    , m_secret(new SecretText)
    , m_code(new CodeField)
    , m_codeField(new FormField(m_code))
{
    for (QLabel *words : {m_scan, m_byHand})
        words->setWordWrap(true);
    auto *beside = new QWidget;
    auto *right = new QVBoxLayout(beside);
    right->setContentsMargins({});
    right->setSpacing(space::medium);
    right->addWidget(m_scan);
    right->addWidget(m_byHand);
    right->addWidget(m_secret);
    right->addStretch();
    right->addWidget(m_codeField);
    auto *pair =
        new FoldingPair(FoldingPair::Shares::FirstAsItIs, m_code->sizeHint().width(), this);
    pair->setContentsMargins({});
    pair->setSpacing(space::wide);
    pair->addWidget(m_qr);
    pair->addWidget(beside);
    connect(m_code, &CodeField::submitted, this,
            [this](const QString &code) { Q_EMIT submitted(Secret(code)); });
    retranslate();
}

void ScanStep::setOffer(const std::optional<api::NewTotp> &offer)
{
    m_code->setText({});
    m_qr->setContent(offer ? offer->uri : Secret());
    m_secret->setSecret(offer ? offer->secret : Secret());
}

void ScanStep::setBusy(bool isBusy)
{
    m_code->setReadOnly(isBusy);
    if (!isBusy)
        m_code->allowAgain();
}

void ScanStep::setError(const QString &words)
{
    m_codeField->setError(words);
    if (words.isEmpty())
        return;
    focusFirst();
    m_code->selectAll();
}

void ScanStep::focusFirst()
{
    m_code->setFocus(Qt::OtherFocusReason);
}

void ScanStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ScanStep::retranslate()
{
    m_scan->setText(tr("1. Scan the picture with the authenticator app."));
    m_byHand->setText(tr("Can't scan it? Type this secret into the app:"));
    m_secret->setName(tr("Secret for the authenticator"));
    m_codeField->setLabel(tr("2. Type the six di&gits that the app shows"));
}

} // namespace latchkey::ui
