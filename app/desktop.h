#pragma once

#include "account/applock.h"
#include "appearance.h"
#include "client.h"
#include "pages.h"
#include "shell/paletteitem.h"
#include "shell/windowmemory.h"

#include <memory>

class QApplication;

namespace latchkey::ui {
class MainWindow;
}

namespace latchkey::app {

class Locking;
class MessageReading;
class SecondFactorOffer;
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
    void joinPages();
    void listenToAccounts();
    void tellOfIdentities();
    void listenToLock();
    void tellOfSignIns();
    void tell(const Error &trouble);
    QList<ui::PaletteItem> sessionItems();

    Client m_client;
    Appearance m_appearance;
    ui::WindowMemory m_memory;
    account::AppLock m_lock;
    Pages m_pages;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Locking> m_locking;
    std::unique_ptr<MessageReading> m_messages;
    std::unique_ptr<SecondFactorOffer> m_secondFactor;
    std::unique_ptr<SignInNews> m_signInNews;
};

} // namespace latchkey::app
