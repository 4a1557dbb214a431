#include "shell/codepanel.h"

#include "account/proofbycode.h"
#include "credentials/codeform.h"
#include "credentials/codestep.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace latchkey::ui {

using account::ProofByCode;

CodePanel::CodePanel(std::unique_ptr<ProofByCode> proof, const Clock &clock,
                     bool areMessagesOffered, QWidget *parent)
    : QFrame(parent)
    , m_proof(std::move(proof))
    , m_why(new QLabel(this))
    , m_code(new CodeStep(m_proof->ways(), clock, this))
{
    m_why->setWordWrap(true);
    m_code->form().setMessagesOffered(areMessagesOffered);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_why);
    layout->addWidget(m_code);
    connect(m_proof.get(), &ProofByCode::changed, this, &CodePanel::follow);
    connect(m_code, &CodeStep::submitted, m_proof.get(), &ProofByCode::submit);
    connect(m_code, &CodeStep::backRequested, m_proof.get(), &ProofByCode::decline);
    connect(m_code, &CodeStep::messagesWanted, this, &CodePanel::messagesWanted);
    retranslate();
    follow();
}

CodePanel::~CodePanel()
{
    // It looks at the ways, which are a member's and would go first.
    delete m_code;
}

void CodePanel::focusCode()
{
    m_code->focusFirst();
}

void CodePanel::follow()
{
    m_code->setBusy(m_proof->isBusy());
    m_code->setError(m_proof->error());
}

void CodePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CodePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_proof->decline();
    else
        QFrame::keyPressEvent(event);
}

void CodePanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).accentSurface);
}

void CodePanel::retranslate()
{
    setAccessibleName(tr("Confirm that it is you"));
    m_why->setText(tr("Confirm that it is you. Then what you asked for goes on by itself."));
    m_code->setTexts(tr("Con&firm"), tr("&Cancel"));
}

} // namespace latchkey::ui
