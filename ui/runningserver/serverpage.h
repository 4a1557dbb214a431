#pragma once

#include <QWidget>

namespace latchkey::account {
class Account;
class RunningServer;
} // namespace latchkey::account

namespace latchkey::ui {

class AccountBody;
class FiguresCard;
class JoiningCard;
class MessageBar;
class PageHeader;
class PageScroll;
class Toast;

/// For administrators: the server while it runs.
class ServerPage final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page.
    ServerPage(account::Account &account, Toast &toast, QWidget *parent = nullptr);

    /// F5.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void listen();
    void follow();
    void tellMessage();
    void setOpen(bool isOpen);
    void retranslate();

    account::Account &m_account;
    Toast &m_toast;
    account::RunningServer *m_server;
    PageHeader *m_header;
    MessageBar *m_message;
    JoiningCard *m_joining;
    FiguresCard *m_figures;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
