#pragma once

#include "account/sessionstore.h"

#include <QTimer>
#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class ScrollArea;

/// All that is known of one session, and what can be done about it; scrolls where there is no room
/// for that. Speaks of intents alone.
class SessionDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit SessionDetails(const Clock &clock, QWidget *parent = nullptr);

    /// What its list knows of it besides.
    struct Circumstances
    {
        bool isPending = false;
        std::optional<api::Session> endedBy; ///< where it is known
        account::SessionStore::Answers answers = account::SessionStore::Answers::None;
        bool canEnd = true; ///< else it is its owner's alone to end or change it
    };

    /// Nothing: nothing is chosen.
    void setSession(const std::optional<api::Session> &session, const Circumstances &circumstances);
    void retellTimes() { tell(); }

    /// A name that was typed for it and could not be saved; empty: there is none.
    void setUnsent(const QString &label);

Q_SIGNALS:
    void resendRequested(const latchkey::api::SessionId &id);
    void forgetRequested(const latchkey::api::SessionId &id);
    void renameRequested(const latchkey::api::SessionId &id);
    /// Elsewhere: it is an API session.
    void changeRequested();
    void endRequested(const latchkey::api::SessionId &id);
    void reinstateRequested(const latchkey::api::SessionId &id);
    void reviewRequested(const latchkey::api::SessionId &id, latchkey::api::Verdict verdict);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Line {
        Program,
        Address,
        Started,
        LastActive,
        Expires,
        SignedInBy,
        Reason,
        Ended,
        Why,
        LineCount
    };

    void buildScroll();
    void tell();
    void tellTitle();
    void setLine(Line line, const QString &value, const QString &exact = {});
    void showActions();
    void tellUnsent();
    void retranslate();

    const Clock &m_clock;
    std::optional<api::Session> m_session;
    Circumstances m_circumstances;
    ScrollArea *m_scroll;
    QLabel *m_title;
    QLabel *m_hint;
    QWidget *m_body;
    QFormLayout *m_form;
    std::array<QLabel *, LineCount> m_labels{};
    std::array<QLabel *, LineCount> m_values{};
    QLabel *m_question;
    QPushButton *m_mine;
    QPushButton *m_notMine;
    QPushButton *m_rename;
    QPushButton *m_change;
    QPushButton *m_end;
    QPushButton *m_takeBack;
    QString m_unsentLabel;
    QLabel *m_unsent;
    QPushButton *m_resend;
    QPushButton *m_forget;
    QTimer m_tooLate; ///< when an ending can no longer be taken back
};

} // namespace latchkey::ui
