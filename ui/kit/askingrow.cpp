#include "kit/askingrow.h"

#include "kit/elidedlabel.h"
#include "kit/entryform.h"
#include "kit/foldingpair.h"
#include "kit/iconmark.h"
#include "kit/messagebar.h"
#include "kit/mnemonic.h"
#include "kit/question.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace latchkey::ui {

namespace {

constexpr int narrowestWords = 260;
constexpr int markSide = 24;

} // namespace

AskingRow::AskingRow(QWidget *parent)
    : AskingRow(new IconMark(markSide), parent)
{}

AskingRow::AskingRow(QWidget *mark, QWidget *parent)
    : QWidget(parent)
    , m_words(new QWidget)
    , m_present(m_words)
    , m_mark(qobject_cast<IconMark *>(mark))
    , m_title(new ElidedLabel)
    , m_lines(new QVBoxLayout)
    , m_acts(new QHBoxLayout)
    , m_failure(new MessageBar)
{
    build(mark);
}

void AskingRow::build(QWidget *mark)
{
    m_lines->setSpacing(space::hair);
    m_lines->addWidget(m_title);
    auto *said = new QWidget;
    auto *marked = new QHBoxLayout(said);
    marked->setContentsMargins({});
    marked->setSpacing(space::medium);
    marked->addWidget(mark, 0, Qt::AlignTop);
    marked->addLayout(m_lines, 1);
    auto *acts = new QWidget;
    acts->setLayout(m_acts);
    m_acts->setContentsMargins({});
    m_acts->setSpacing(space::small);
    auto *pair = new FoldingPair(FoldingPair::Shares::SecondAsItIs, narrowestWords, m_words);
    pair->setContentsMargins({});
    pair->setSpacing(space::small);
    pair->addWidget(said);
    pair->addWidget(acts);
    m_failure->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_words);
    column->addWidget(m_failure);
}

SubtleText *AskingRow::addLine()
{
    auto *line = new SubtleText;
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    m_lines->addWidget(line);
    return line;
}

QPushButton *AskingRow::addAct()
{
    auto *act = new QPushButton;
    m_acts->addWidget(act);
    m_buttons << act;
    return act;
}

void AskingRow::tellAct(QPushButton *act, const QString &words, const QString &name)
{
    act->setText(m_isLettered ? words : withoutMnemonic(words));
    act->setAccessibleName(name);
}

void AskingRow::setLettered(bool isLettered)
{
    if (std::exchange(m_isLettered, isLettered) != isLettered)
        retranslate();
}

void AskingRow::setFree(bool isUsable, bool isPending)
{
    for (QPushButton *act : std::as_const(m_buttons))
        act->setEnabled(isUsable && !isPending);
    for (Question *question : std::as_const(m_questions))
        question->setUsable(isUsable && !isPending);
    if (m_form) {
        m_form->setUsable(isUsable);
        m_form->setBusy(isPending);
    }
}

bool AskingRow::isTyping() const
{
    return isAsking() && !qobject_cast<Question *>(m_present);
}

void AskingRow::showChanged()
{
    if (isTyping())
        leave();
}

void AskingRow::showError(const Error &error)
{
    if (m_form && m_present == m_form)
        m_form->showError(error);
    else
        m_failure->tell(error);
}

void AskingRow::addForm(EntryForm *form)
{
    m_form = form;
    add(form);
    connect(form, &EntryForm::cancelled, this, &AskingRow::leave);
}

void AskingRow::addForm(EntryForm *form, QPushButton *act, const std::function<void()> &begin)
{
    addForm(form);
    connect(act, &QPushButton::clicked, this, [this, form, act, begin] {
        begin();
        ask(form, act);
        form->focusFirst();
    });
}

Question *AskingRow::addQuestion(QPushButton *act, ButtonKind kind)
{
    auto *question = new Question(kind);
    add(question);
    m_questions << question;
    connect(act, &QPushButton::clicked, this, [this, question, act] {
        ask(question, act);
        question->focusFirst();
    });
    connect(question, &Question::declined, this, &AskingRow::leave);
    connect(question, &Question::confirmed, this, &AskingRow::leave);
    return question;
}

void AskingRow::add(QWidget *asked)
{
    asked->hide();
    layout()->addWidget(asked);
}

bool AskingRow::isAsking() const
{
    return m_present != m_words;
}

void AskingRow::ask(QWidget *asked, QPushButton *by)
{
    m_by = by;
    turnTo(asked);
}

void AskingRow::leave()
{
    drop();
    if (m_by)
        m_by->setFocus(Qt::OtherFocusReason);
}

void AskingRow::drop()
{
    turnTo(m_words);
}

void AskingRow::turnTo(QWidget *part)
{
    m_failure->hide();
    if (part == m_present)
        return;
    part->show();
    std::exchange(m_present, part)->hide();
}

void AskingRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace latchkey::ui
