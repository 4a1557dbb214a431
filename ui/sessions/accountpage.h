#pragma once

#include "base/error.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class AccountBody;
class MessageBar;
class PageHeader;
class PageScroll;

/// A page about an account: its header, and what stands below it, or why that is not there. It asks
/// at the first visit, and tells the times anew while it is seen.
class AccountPage : public QWidget
{
    Q_OBJECT

public:
    /// F5.
    virtual void refresh() = 0;

protected:
    /// Whether all of it scrolls, or what is in it does by itself.
    enum class Body { Scrolls, Stands };

    /// The account outlives the page.
    explicit AccountPage(account::Account &account, QWidget *parent, Body body = Body::Scrolls);

    account::Account &account() const { return m_account; }
    /// The server can be reached, and the session is good.
    bool isUsable() const;
    PageHeader *header() const { return m_header; }
    /// Where all of it scrolls.
    PageScroll *scroll() const { return m_scroll; }
    QVBoxLayout *column() const { return m_column; }
    AccountBody *body() const { return m_body; }
    void build(std::initializer_list<QWidget *> parts);
    /// What it shows grows old; else it asks at the first visit alone.
    void askAtEachVisit() { m_asksAlways = true; }

    /// Everything as it stands now.
    virtual void follow() = 0;
    /// Whether there is anything to show; says why there is not, or why it may be of before.
    bool followLoad(bool isLoaded, const std::optional<Error> &error, bool isLoading);
    /// After what went wrong.
    virtual void tryAgain() { refresh(); }
    /// Its words, and then all that follows.
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void tellMessage(const std::optional<Error> &error, bool isLoading);

    account::Account &m_account;
    QTimer m_minute; ///< tells the times anew
    bool m_asksAlways = false;
    bool m_isVisited = false;
    PageHeader *m_header;
    MessageBar *m_message;
    PageScroll *m_scroll;
    QVBoxLayout *m_column;
    AccountBody *m_body;
};

} // namespace latchkey::ui
