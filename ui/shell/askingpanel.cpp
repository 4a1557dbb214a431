#include "shell/askingpanel.h"

#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

AskingPanel::AskingPanel(Ask ask, FormStep *step, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_ask(std::move(ask))
    , m_error(clock)
    , m_why(new QLabel)
    , m_step(step)
{
    m_why->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_why);
    layout->addWidget(m_step);
    connect(&m_error, &HeldError::changed, this, &AskingPanel::showError);
    connect(m_step, &FormStep::submitted, this, &AskingPanel::submit);
    connect(m_step, &FormStep::backRequested, this, [this] { m_ask.decline(); });
    retranslate();
}

AskingPanel::~AskingPanel()
{
    // It may look at what the asking holds, which is a member's and would go first.
    delete m_step;
}

void AskingPanel::focusFirst()
{
    m_step->focusFirst();
}

void AskingPanel::setDeclinable(bool isDeclinable)
{
    m_isDeclinable = isDeclinable;
    retranslate();
}

void AskingPanel::submit()
{
    const Secret typed = m_step->secret();
    if (typed.isEmpty()) {
        m_error.set(Error::rejected(u"empty"_s, {}));
        return;
    }
    // Who leaves meanwhile undoes nothing: what is proven holds.
    m_step->setBusy(true, true);
    m_error.set({});
    m_ask.submit(typed).then(this, [this](const Result<Nothing> &taken) {
        m_step->setBusy(false);
        m_error.set(taken ? std::nullopt : std::optional(taken.error()));
        if (!taken)
            m_step->focusFirst();
    });
}

void AskingPanel::showError()
{
    m_step->setHeld(m_error.isHolding());
    m_step->setError(m_error.error());
}

void AskingPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AskingPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isDeclinable)
        m_ask.decline();
    else
        QFrame::keyPressEvent(event);
}

void AskingPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).accentSurface);
}

void AskingPanel::retranslate()
{
    Words words = m_ask.words();
    if (!m_isDeclinable)
        words.step.back.clear();
    setAccessibleName(words.name);
    m_why->setText(words.why);
    m_step->setWords(words.step);
    showError();
}

} // namespace latchkey::ui
