#pragma once

#include "firststart/firststartparts.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace latchkey::account {
class ConnectFlow;
}

namespace latchkey::ui {

class ChoicePanel;
class ConnectPanel;
class EntryPanel;
class FormScroll;
class MessageBar;
class SnugStack;

/// From nothing to an account at work: where it is, then signing in or up. Every step can be gone
/// back from, and keeps what was typed.
class FirstStartPage final : public QWidget
{
    Q_OBJECT

public:
    enum class Step { Choice, Connect, OwnServer, Enter };
    Q_ENUM(Step)

    explicit FirstStartPage(FirstStartParts parts, QWidget *parent = nullptr);
    ~FirstStartPage() override;

    Step step() const { return m_step; }
    account::ConnectFlow &connecting() const { return *m_connect; }
    bool hasUnsaved() const;

Q_SIGNALS:
    /// There may be more, or less, that would be lost.
    void unsavedChanged();
    void finished(const latchkey::account::ProfileId &profile);
    /// The person leaves; possible only where there is an account to go to.
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void listen();
    void makeActions();
    void makeConnectPanel();
    void back();
    void leaveEntry();
    void goTo(Step step);
    void startOwnServer();
    void failOwnServer(const Error &error);
    void enter();
    void dropEntries();
    EntryPanel *shownEntry() const;
    void showEntry(EntryPanel *entry);
    void listenTo(EntryPanel *entry);
    void retranslate();
    QString titleWords() const;
    QString leadWords() const;

    FirstStartParts m_parts;
    std::unique_ptr<account::ConnectFlow> m_connect;
    Call<QUrl> m_starting;
    Step m_step = Step::Choice;
    bool m_isOwn = false;
    account::ServerAddress m_entriesFor; ///< the server that the two entries speak with
    std::optional<Error> m_ownError;

    FormScroll *m_scroll;
    SnugStack *m_steps;
    QAction *m_toConnect;
    QAction *m_toOwnServer;
    ChoicePanel *m_choice;
    ConnectPanel *m_connectPanel = nullptr;
    QWidget *m_own;
    QLabel *m_ownProgress;
    MessageBar *m_ownFailed;
    QWidget *m_enter;
    SnugStack *m_entries;
    EntryPanel *m_signIn = nullptr;
    EntryPanel *m_signUp = nullptr;
    QPushButton *m_other;
    QPushButton *m_back;
};

} // namespace latchkey::ui
