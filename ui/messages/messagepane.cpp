#include "messages/messagepane.h"

#include "kit/button.h"
#include "kit/card.h"
#include "kit/icons.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/secretclipboard.h"
#include "kit/subtletext.h"
#include "messages/messagemodel.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

MessagePane::MessagePane(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_title(new QLabel)
    , m_to(new SubtleText)
    , m_when(new SubtleText)
    , m_codeRow(new QWidget)
    , m_codeText(new QLabel)
    , m_copy(new QPushButton)
    , m_leaves(new SubtleText)
    , m_text(new QPlainTextEdit)
{
    build();
    m_copied.setSingleShot(true);
    m_copied.setInterval(2s);
    connect(&m_copied, &QTimer::timeout, this, &MessagePane::retranslate);
    connect(m_copy, &QPushButton::clicked, this, &MessagePane::copyCode);
    setMessage(std::nullopt);
}

void MessagePane::build()
{
    for (QLabel *label : {m_title, static_cast<QLabel *>(m_to), static_cast<QLabel *>(m_when)}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_codeText->setTextFormat(Qt::PlainText);
    m_codeText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_leaves->setWordWrap(true);
    setKind(m_copy, ButtonKind::Primary);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::large);
    line->addWidget(m_codeText);
    line->addWidget(m_copy);
    line->addStretch(1);
    auto *code = new QVBoxLayout(m_codeRow);
    code->setContentsMargins({});
    code->setSpacing(space::hair);
    code->addLayout(line);
    code->addWidget(m_leaves);

    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    // Every line is broken, but Chinese marks at the end of one hang over.
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->document()->setDocumentMargin(0); // in line with what stands above

    QVBoxLayout *const body = m_card->body();
    auto *head = new QVBoxLayout;
    head->setSpacing(space::hair);
    head->addWidget(m_title);
    head->addWidget(m_to);
    head->addWidget(m_when);
    body->addLayout(head);
    body->addWidget(m_codeRow);
    body->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

void MessagePane::setMessage(const std::optional<account::OwnMessage> &message)
{
    const bool isAnother = message.has_value() != m_message.has_value() ||
                           (message && message->number != m_message->number);
    m_message = message;
    m_code = message ? codeIn(*message) : Secret();
    if (isAnother)
        m_text->setPlainText(message ? message->text.revealText().trimmed() : QString());
    m_codeText->setText(m_code.revealText());
    m_codeRow->setVisible(hasCode());
    m_card->setVisible(message.has_value());
    m_copied.stop();
    retranslate();
}

void MessagePane::copyCode()
{
    if (!hasCode())
        return;
    copySecret(m_code);
    m_copied.start();
    retranslate();
}

void MessagePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void MessagePane::retranslate()
{
    m_title->setFont(sized(font(), TypeSize::Heading));
    QFont code = sized(font(), TypeSize::Title);
    code.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    m_codeText->setFont(code);
    m_codeText->setAccessibleName(tr("Code"));
    m_copy->setText(m_copied.isActive() ? tr("Copied") : tr("&Copy the code"));
    m_copy->setIcon(icon(m_copied.isActive() ? u"check"_s : u"copy"_s));
    m_leaves->setText(tr("Half a minute later it leaves the clipboard again."));
    m_text->setAccessibleName(tr("What the message says"));
    if (!m_message)
        return;
    const bool isMail = m_message->kind == account::OwnMessage::Kind::Mail;
    m_title->setText(isMail ? MessageModel::titleOf(*m_message) : tr("Text message"));
    m_to->setText(tr("To %1", "%1 is an e-mail address or a phone number").arg(m_message->to));
    m_when->setText(exactTime(m_message->at));
}

} // namespace latchkey::ui
