#pragma once

#include "account/codeflow.h"
#include "kit/helderror.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class BusyIndicator;
class CodeStep;
class FormField;
class MessageBar;

/// An address or a number is typed, a code goes there, and comes back. Hidden while nothing of that
/// is under way.
class ContactEditor final : public QWidget
{
    Q_OBJECT

public:
    using Purpose = account::CodeFlow::Purpose;
    struct Words
    {
        QString label;
        QString hint;
        QString what; ///< what comes of it; empty: nothing to say
    };

    /// Both outlive the editor.
    ContactEditor(const account::Account &account, const Clock &clock, QWidget *parent = nullptr);

    void setWords(const Words &words);
    void setUsable(bool isUsable);
    QLineEdit *line() const { return m_line; }

    /// What is typed decides what the code is for; nothing has to be for one that another program
    /// asked for.
    void ask(const std::function<Purpose(const QString &)> &purposeOf,
             const std::optional<Purpose> &begun = {});
    /// Nothing has to be typed before.
    void send(const Purpose &purpose);
    bool isOpen() const { return m_isOpen; }
    void focusFirst();
    bool isTyped() const;

Q_SIGNALS:
    void changed();
    void done();
    void left();
    /// Of the own server, which sends nothing anywhere.
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void open(bool isAsking);
    void submit();
    void leave();
    void close();
    void follow();
    void settle();
    void showError();
    void retranslate();

    account::CodeFlow m_flow;
    HeldError m_error;
    std::function<Purpose(const QString &)> m_purposeOf;
    std::optional<Purpose> m_begun;
    bool m_isOpen = false;
    bool m_isAsking = false;
    bool m_isUsable = true;
    QLabel *m_what;
    MessageBar *m_message;
    QLineEdit *m_line;
    FormField *m_field;
    QWidget *m_acts;
    QPushButton *m_send;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
    QPushButton *m_haveCode;
    CodeStep *m_code;
};

} // namespace latchkey::ui
