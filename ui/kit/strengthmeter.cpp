#include "kit/strengthmeter.h"

#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace latchkey::ui {

class StrengthMeter::Bar final : public QWidget
{
public:
    explicit Bar(StrengthMeter *meter)
        : QWidget(meter)
        , m_meter(meter)
    {
        setFixedHeight(6);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursOf(palette());
        const int score = m_meter->m_score;
        const QColor filled = score < 2                   ? colours.danger
                              : score < m_meter->m_enough ? colours.warning
                                                          : colours.success;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const qreal step = (width() + space::hair) / qreal(levelCount);
        for (int i = 0; i < levelCount; ++i) {
            const QRectF part(i * step, 0, step - space::hair, height());
            painter.setBrush(i <= score ? filled : colours.quiet);
            painter.drawRoundedRect(part, 3, 3);
        }
    }

private:
    StrengthMeter *m_meter;
};

StrengthMeter::StrengthMeter(QWidget *parent)
    : QWidget(parent)
    , m_bar(new Bar(this))
    , m_level(new QLabel(this))
    , m_words(new SubtleText(this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::medium);
    row->addWidget(m_bar, 1, Qt::AlignVCenter);
    row->addWidget(m_level);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::hair);
    column->addLayout(row);
    column->addWidget(m_words);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    retranslate();
}

void StrengthMeter::setScore(int score, int enough)
{
    m_score = score;
    m_enough = enough;
    m_bar->update();
    retranslate();
}

void StrengthMeter::setHint(const QString &hint)
{
    m_hint = hint;
    retranslate();
}

QString StrengthMeter::level() const
{
    return m_level->text();
}

QString StrengthMeter::hint() const
{
    return m_words->text();
}

void StrengthMeter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StrengthMeter::retranslate()
{
    const QString levels[] = {tr("Very weak"), tr("Weak"), tr("Fair"), tr("Good"), tr("Excellent")};
    QString hint = m_hint;
    if (m_score < 0)
        hint = tr("A few unrelated words make a good password.");
    else if (hint.isEmpty() && m_score < 2)
        hint = tr("Very easy to guess. Try a few unrelated words.");
    else if (hint.isEmpty() && m_score < m_enough)
        hint = tr("Still too easy to guess. Add another word or two.");
    m_level->setText(m_score < 0 ? QString() : levels[std::min(m_score, levelCount - 1)]);
    m_level->setVisible(m_score >= 0); // empty, it would still take its distance
    m_words->setText(hint);
    m_words->setFont(sized(font(), TypeSize::Caption));
    m_level->setFont(sized(font(), TypeSize::Caption));
    setAccessibleName(m_score < 0 ? tr("Password strength")
                                  : tr("Password strength: %1").arg(m_level->text()));
    setAccessibleDescription(hint);
}

} // namespace latchkey::ui
