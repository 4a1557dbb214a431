#include "runningserver/figurescard.h"

#include "kit/card.h"
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
    , m_version(makeLine(3))
{
    m_grid->setHorizontalSpacing(space::wide);
    m_grid->setVerticalSpacing(space::small);
    m_grid->setColumnStretch(1, 1);
    m_card->body()->addLayout(m_grid);
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
    tell(m_version, tr("Version of the server"), m_figures.version);
}

} // namespace latchkey::ui
