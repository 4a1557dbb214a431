#pragma once

#include <QWidget>

class QAction;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class OwnMessages;
}

namespace latchkey::ui {

class MessagesView;
class PageHeader;

/// What the server on this computer would have sent.
class MessagesPage final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page.
    MessagesPage(account::OwnMessages &messages, const Clock &clock, QWidget *parent = nullptr);

    /// F5.
    void refresh();
    void select(qint64 number);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    account::OwnMessages &m_messages;
    PageHeader *m_header;
    MessagesView *m_view;
    QAction *m_copy;
};

} // namespace latchkey::ui
