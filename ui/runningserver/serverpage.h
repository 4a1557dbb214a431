#pragma once

#include "sessions/accountpage.h"

namespace latchkey::account {
class RunningServer;
}

namespace latchkey::ui {

class FiguresCard;
class JoiningCard;
class Toast;

/// For administrators: the server while it runs.
class ServerPage final : public AccountPage
{
    Q_OBJECT

public:
    /// Both outlive the page.
    ServerPage(account::Account &account, Toast &toast, QWidget *parent = nullptr);

    void refresh() override;

protected:
    void follow() override;
    void retranslate() override;

private:
    void setOpen(bool isOpen);

    Toast &m_toast;
    account::RunningServer *m_server;
    JoiningCard *m_joining;
    FiguresCard *m_figures;
};

} // namespace latchkey::ui
