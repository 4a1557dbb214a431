#pragma once

#include "messages/messagemodel.h"

#include <QTimer>
#include <QWidget>

class QListView;
class QStackedLayout;

namespace latchkey::ui {

class BusyState;
class EmptyState;
class MessageBar;
class MessagePane;

/// The messages of the own server as a list, and the chosen one beside it. Whoever looks at the
/// newest goes on to what comes; whoever reads an older one stays there.
class MessagesView final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    MessagesView(account::OwnMessages &messages, const Clock &clock, QWidget *parent = nullptr);

    void select(qint64 number);
    bool hasCode() const;
    void copyCode();

Q_SIGNALS:
    /// Another message is read, or none.
    void chosen();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void follow();
    void read();
    void tellPlace();
    void retranslate();

    account::OwnMessages &m_messages;
    MessageModel m_model;
    QTimer m_minute; ///< tells the times anew
    qint64 m_newest = 0;
    MessageBar *m_failed;
    QListView *m_list;
    MessagePane *m_pane;
    QWidget *m_both;
    EmptyState *m_empty;
    BusyState *m_loading;
    QStackedLayout *m_places;
};

} // namespace latchkey::ui
