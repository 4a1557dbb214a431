#include "runningserver/figurescard.h"

#include "kit/card.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace latchkey::ui {

namespace {

/// Nothing where the server doesn't count it.
QString written(const std::optional<qint64> &number)
{
    return number ? QLocale().toString(*number) : QString();
}

} // namespace

FiguresCard::FiguresCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_grid(new QGridLayout)
    , m_users(makeLine(0))
    , m_sessions(makeLine(1))
    , m_begun(makeLine(2))
    , m_mail(makeLine(3))
    , m_texts(makeLine(4))
    , m_version(makeLine(5))
    , m_heldUp(new MessageBar)
{
    m_grid->setHorizontalSpacing(space::wide);
    m_grid->setVerticalSpacing(space::small);
    m_grid->setColumnStretch(1, 1);
    m_card->body()->addWidget(m_heldUp);
    m_card->body()->addLayout(m_grid);
    m_heldUp->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    retranslate();
}

FiguresCard::Line FiguresCard::makeLine(int row)
{
    const Line line{new SubtleText, new QLabel};
    line.value->setTextFormat(Qt::PlainText);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(line.label, row, 0);
    m_grid->addWidget(line.value, row, 1);
    return line;
}

void FiguresCard::tell(const Line &line, const QString &label, const QString &value)
{
    line.label->setText(label);
    line.value->setText(value);
    line.label->setVisible(!value.isEmpty());
    line.value->setVisible(!value.isEmpty());
}

void FiguresCard::tell(const api::Figures &figures)
{
    m_figures = figures;
    retranslate();
}

/// Nobody at the server need have read its log.
void FiguresCard::tellPost()
{
    const auto waiting = [](const std::optional<api::PostStanding> &standing) {
        return standing ? std::optional(standing->waiting) : std::nullopt;
    };
    tell(m_mail, tr("Mails that wait to go out"), written(waiting(m_figures.mail)));
    tell(m_texts, tr("Texts that wait to go out"), written(waiting(m_figures.texts)));
    QStringList heldUp;
    if (m_figures.mail && !m_figures.mail->goes)
        heldUp << tr("No mail goes out.");
    if (m_figures.texts && !m_figures.texts->goes)
        heldUp << tr("No text goes out.");
    m_heldUp->setVisible(!heldUp.isEmpty());
    if (heldUp.isEmpty())
        return;
    heldUp << tr(
        "What waits is tried until it is out of date. The server's log says why it can't be sent.");
    m_heldUp->showQuietly(MessageBar::Kind::Warning, heldUp.join(u'\n'), {});
}

void FiguresCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FiguresCard::retranslate()
{
    m_card->setTitle(tr("Figures"));
    tell(m_users, tr("Accounts"), written(m_figures.users));
    tell(m_sessions, tr("Sessions that live"), written(m_figures.sessions));
    tell(m_begun, tr("Sessions begun in the last 24 hours"), written(m_figures.sessionsBegun));
    tellPost();
    tell(m_version, tr("Version of the server"), m_figures.version);
}

} // namespace latchkey::ui
