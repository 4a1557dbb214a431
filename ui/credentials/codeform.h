#pragma once

#include "api/signingin.h"
#include "base/secret.h"
#include "kit/helderror.h"

#include <QWidget>

#include <functional>
#include <map>

class QLabel;
class QPushButton;

namespace latchkey::account {
class CodeWays;
}

namespace latchkey::ui {

class CodeEntry;
class MessageBar;
class SubtleText;

/// A code by whichever of the ways somebody chooses: what it is, where it is typed, and where it is
/// one that is sent, how it goes with that.
class CodeForm final : public QWidget
{
    Q_OBJECT

public:
    /// The ways outlive the form.
    CodeForm(account::CodeWays &ways, const Clock &clock, QWidget *parent = nullptr);

    /// What is said of a mail that is on its way, instead of that it was sent.
    void setMailWords(std::function<QString(const QString &to)> words);
    /// What is sent is on this computer.
    void setMessagesOffered(bool isOffered);
    Secret code() const;
    bool isComplete() const;
    void setBusy(bool isBusy);
    /// Next to the code where it is about that.
    void setError(const std::optional<Error> &error);
    void focusFirst();

Q_SIGNALS:
    void submitted();
    /// What is typed, or how it goes with what is sent.
    void changed();
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void follow();
    void chooseWay(api::Factor way);
    void startWait();
    void startLife();
    void showDelivery();
    void showProblem();
    QString whatWords() const;
    QString sentWords() const;
    QString deliveryWords(const QString &to) const;
    void retranslate();

    account::CodeWays &m_ways;
    const Clock &m_clock;
    HeldError m_wait; ///< until another code can be sent
    Countdown m_life; ///< of the one that was sent
    std::function<QString(const QString &to)> m_mailWords;
    std::optional<Error> m_error;
    api::Factor m_shown = api::Factor::Unknown;
    bool m_isBusy = false;
    bool m_areMessagesOffered = false;
    QLabel *m_what;
    MessageBar *m_problem;
    CodeEntry *m_code;
    QPushButton *m_again;
    SubtleText *m_patience;
    QPushButton *m_messages;
    std::map<api::Factor, QPushButton *> m_others;
};

} // namespace latchkey::ui
