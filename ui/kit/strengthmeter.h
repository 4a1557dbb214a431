#pragma once

#include <QWidget>

class QLabel;

namespace latchkey::ui {

/// How hard a password is to guess, in four steps, with one hint.
class StrengthMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit StrengthMeter(QWidget *parent = nullptr);

    /// 0 to 4; below `enough` it would be refused. Negative: nothing typed yet.
    void setScore(int score, int enough);
    int score() const { return m_score; }

protected:
    void changeEvent(QEvent *event) override;

private:
    class Bar;

    void retranslate();

    Bar *m_bar;
    QLabel *m_words;
    int m_score = -1;
    int m_enough = 3;
};

} // namespace latchkey::ui
