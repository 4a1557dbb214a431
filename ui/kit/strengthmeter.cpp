#include "kit/strengthmeter.h"

#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/theme.h"

#include <QEvent>
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
        const QColor filled = m_meter->m_score < 2                   ? colours.danger
                              : m_meter->m_score < m_meter->m_enough ? colours.warning
                                                                     : colours.success;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const qreal step = (width() + space::hair) / 4.0;
        for (int i = 0; i < 4; ++i) {
            painter.setBrush(i < std::max(m_meter->m_score, m_meter->m_score >= 0 ? 1 : 0)
                                 ? filled
                                 : colours.border);
            painter.drawRoundedRect(QRectF(i * step, 0, step - space::hair, height()), 3, 3);
        }
    }

private:
    StrengthMeter *m_meter;
};

StrengthMeter::StrengthMeter(QWidget *parent)
    : QWidget(parent)
    , m_bar(new Bar(this))
    , m_words(new SubtleText(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::hair);
    column->addWidget(m_bar);
    column->addWidget(m_words);
    m_words->setWordWrap(true);
    m_words->setFont(sized(font(), TypeSize::Caption));
    retranslate();
}

void StrengthMeter::setScore(int score, int enough)
{
    m_score = score;
    m_enough = enough;
    m_bar->update();
    retranslate();
}

void StrengthMeter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StrengthMeter::retranslate()
{
    QString words;
    if (m_score < 0)
        words = tr("A few unrelated words make a good password.");
    else if (m_score < 2)
        words = tr("Very easy to guess. Try a few unrelated words.");
    else if (m_score < m_enough)
        words = tr("Still too easy to guess. Add another word or two.");
    else if (m_score == 3)
        words = tr("Good.");
    else
        words = tr("Excellent.");
    m_words->setText(words);
    setAccessibleName(tr("Password strength"));
    setAccessibleDescription(words);
}

} // namespace latchkey::ui
