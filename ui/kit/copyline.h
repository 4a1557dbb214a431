#pragma once

#include <QWidget>

class QLabel;

namespace latchkey::ui {

class SubtleText;

/// A text that is there to be passed on: what for, the text itself and what copies it.
class CopyLine final : public QWidget
{
    Q_OBJECT

public:
    explicit CopyLine(QWidget *parent = nullptr);

    /// `name` is what the text is, for who hears it.
    void setWords(const QString &words, const QString &name);
    void setText(const QString &text);

private:
    SubtleText *m_words;
    QLabel *m_text;
};

} // namespace latchkey::ui
