#pragma once

#include <QWidget>

class QLabel;

namespace latchkey::ui {

/// How hard a password is to guess, in five steps, with one hint.
class StrengthMeter final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int levelCount = 5;

    explicit StrengthMeter(QWidget *parent = nullptr);

    /// 0 to 4; below `enough` it would be refused. Negative: nothing typed yet.
    void setScore(int score, int enough);
    /// What would make it better, in the caller's words; an empty one gives the general advice.
    void setHint(const QString &hint);
    int score() const { return m_score; }
    QString level() const;
    QString hint() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    class Bar;

    void retranslate();

    Bar *m_bar;
    QLabel *m_level;
    QLabel *m_words;
    QString m_hint;
    int m_score = -1;
    int m_enough = 3;
};

} // namespace latchkey::ui
