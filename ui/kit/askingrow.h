#pragma once

#include "base/error.h"
#include "kit/button.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace latchkey::ui {

class ElidedLabel;
class EntryForm;
class IconMark;
class MessageBar;
class Question;
class SubtleText;

/// One of a list: a mark and words, and beside them what can be done about it. What an act asks
/// first, a form or a question, takes the place of all that until it is answered or left.
class AskingRow : public QWidget
{
    Q_OBJECT

public:
    /// Of several on a page one alone can have the letters for the keyboard.
    void setLettered(bool isLettered);
    /// A form is open, with what was typed.
    bool isTyping() const;
    /// What was typed is so now.
    void showChanged();
    /// Next to what was typed, or in the row.
    void showError(const Error &error);

protected:
    /// Marked by an icon.
    explicit AskingRow(QWidget *parent);
    /// Marked by another thing, which it takes over.
    AskingRow(QWidget *mark, QWidget *parent);

    /// Where it is an icon.
    IconMark *mark() const { return m_mark; }
    ElidedLabel *title() const { return m_title; }
    /// Below the title: what else there is to say.
    QVBoxLayout *lines() const { return m_lines; }
    SubtleText *addLine();
    /// In the order in which they are added.
    QPushButton *addAct();
    /// `name` says of what row it is.
    void tellAct(QPushButton *act, const QString &words, const QString &name);
    /// Whether anything can be done now: the server can be reached, and nothing is under way.
    void setFree(bool isUsable, bool isPending);

    /// One in a row. For whoever makes it when it is first asked for, and asks by themselves.
    void addForm(EntryForm *form);
    /// What the act asks; `begin` fills it each time.
    void addForm(EntryForm *form, QPushButton *act, const std::function<void()> &begin);
    Question *addQuestion(QPushButton *act, ButtonKind kind);
    /// For whoever asks by themselves.
    void add(QWidget *asked);
    /// Whoever leaves it is back at the act.
    void ask(QWidget *asked, QPushButton *act);
    bool isAsking() const;
    void leave();
    /// Nobody left it, and nobody is taken anywhere.
    void drop();

    void changeEvent(QEvent *event) override;
    virtual void retranslate() = 0;

private:
    void build(QWidget *mark);
    void turnTo(QWidget *part);

    bool m_isLettered = false;
    QPushButton *m_by = nullptr; ///< the act that asked last
    QWidget *m_words;            ///< with the acts beside them
    QWidget *m_present;          ///< or what is asked
    IconMark *m_mark;
    ElidedLabel *m_title;
    QVBoxLayout *m_lines;
    QHBoxLayout *m_acts;
    QList<QPushButton *> m_buttons;
    MessageBar *m_failure;
    EntryForm *m_form = nullptr;
    QList<Question *> m_questions;
};

} // namespace latchkey::ui
