#pragma once

#include "client.h"
#include "locking.h"
#include "shell/translator.h"
#include "shell/windowmemory.h"
#include "shell/windowparts.h"

#include <QPointer>

#include <memory>

class QApplication;

namespace latchkey::ui {
class MainWindow;
class MessagesPanel;
struct FirstStartParts;
} // namespace latchkey::ui

namespace latchkey::app {

class SignInNews;

/// The program with its window: puts the client, the server inside it and the pages together.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    explicit Desktop(QApplication &application);
    ~Desktop() override;

    int run();
    /// `activation` is what the desktop gave another start of the program.
    void comeToFront(const QByteArray &activation);
    /// Ends the program as closing its window does, but asks nothing.
    void leave();

private:
    void wear();
    void speak();
    void tellTroubles(const QList<Error> &troubles);
    void listenToAccounts();
    void listenToLock();
    void listenToMessages();
    void showMessages();
    void tellOfSignIns();
    void choosePassword(const account::ProfileId &id);
    void setLock();
    void openSession(const api::SessionId &id);
    void offerSecondFactor(const account::ProfileId &id);
    void addAuthenticator(const account::ProfileId &id);
    void verifyEmail();
    void verifyPhone();
    template <class Page>
    Page *shown() const;
    QList<ui::PageEntry> pagesOf(account::Account &account);
    QList<ui::PageEntry> programPages();
    ui::FirstStartParts firstStart();
    QWidget *makeFirstStart(std::function<void(std::optional<account::ProfileId>)> finished,
                            QWidget *parent);
    QWidget *makeSignInAgain(const account::ProfileId &id, std::function<void()> finished,
                             QWidget *parent);
    QWidget *makeSettings(QWidget *parent);

    QApplication &m_application;
    Client m_client;
    ui::Translator m_translator;
    ui::WindowMemory m_memory;
    Locking m_locking;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<SignInNews> m_signInNews;
    QPointer<ui::MessagesPanel> m_messages; ///< the window's
};

} // namespace latchkey::app
