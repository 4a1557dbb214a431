#include "lock/forgottencard.h"

#include "kit/button.h"
#include "kit/card.h"
#include "kit/errorwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds patience = 10s;

} // namespace

ForgottenCard::ForgottenCard(Forget forget, QWidget *parent)
    : QWidget(parent)
    , m_forget(std::move(forget))
    , m_second(this)
    , m_card(new Card)
    , m_words(new QLabel)
    , m_out(new QPushButton)
    , m_back(new QPushButton)
{
    m_words->setWordWrap(true);
    setKind(m_out, ButtonKind::Danger);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_out);
    acts->addWidget(m_back);
    acts->addStretch(1);
    m_card->body()->addWidget(m_words);
    m_card->body()->addLayout(acts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);

    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &ForgottenCard::tick);
    connect(m_out, &QPushButton::clicked, this, &ForgottenCard::begin);
    connect(m_back, &QPushButton::clicked, this, &ForgottenCard::leave);
    retranslate();
}

void ForgottenCard::focusFirst()
{
    // The one that does no harm.
    m_back->setFocus(Qt::OtherFocusReason);
}

void ForgottenCard::begin()
{
    m_error.reset();
    m_left = patience;
    m_second.start();
    retranslate();
    focusFirst();
}

void ForgottenCard::leave()
{
    if (m_isBusy)
        return;
    m_second.stop();
    m_left = 0s;
    m_error.reset();
    retranslate();
    Q_EMIT left();
}

void ForgottenCard::tick()
{
    if (--m_left <= 0s)
        carryOut();
    retranslate();
}

void ForgottenCard::carryOut()
{
    m_second.stop();
    m_isBusy = true;
    m_forget().then(this, [this](const Result<Nothing> &forgotten) {
        // Where it went well the whole screen goes.
        m_isBusy = false;
        if (!forgotten)
            m_error = forgotten.error();
        retranslate();
    });
}

void ForgottenCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ForgottenCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void ForgottenCard::retranslate()
{
    const bool isCounting = m_left > 0s;
    m_card->setTitle(tr("Forgotten?"));
    if (m_error && m_error->code == "unwritableFile"_L1) {
        m_words->setText(tr("You are signed out of everything, but the lock stays. %1",
                            "%1 is a sentence that says why")
                             .arg(wordsOf(*m_error)));
    } else if (m_error) {
        m_words->setText(
            tr("The lock stays, for a session could not be removed from this computer. %1",
               "%1 is a sentence that says why")
                .arg(wordsOf(*m_error)));
    } else if (m_isBusy) {
        m_words->setText(tr("Signing out…"));
    } else if (isCounting) {
        m_words->setText(tr("Signed out of everything in %n second(s).", nullptr,
                            static_cast<int>(m_left.count())));
    } else {
        m_words->setText(
            tr("Nobody can tell it to you. The one way in is to sign out of every account here: "
               "then the lock is gone, and so is whatever was not saved. The accounts stay on "
               "their servers, and you sign in again with your passwords."));
    }
    m_out->setText(m_error ? tr("Try &again") : tr("&Sign out of everything"));
    m_out->setVisible(!isCounting && !m_isBusy);
    m_back->setText(isCounting ? tr("&Undo") : tr("&Back"));
    m_back->setEnabled(!m_isBusy);
    setKind(m_back, isCounting ? ButtonKind::Primary : ButtonKind::Plain);
}

} // namespace latchkey::ui
