#pragma once

#include "access/accessorder.h"
#include "api/sessions.h"

#include <QTreeView>

namespace latchkey::ui {

class AccessModel;
class SessionHeader;

/// The list itself: its columns, its order, what keys and the menu of a row do.
class SessionTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit SessionTree(AccessModel &model, QWidget *parent = nullptr);

    /// Shows only rows that hold each of the words.
    void setWords(const QString &typed);
    bool isEmpty() const;

    std::optional<api::Session> selectedSession() const;
    bool isSelectedPending() const;
    void select(const api::SessionId &id);
    void startRename();
    /// For who has no mouse: the palette offers them.
    const QList<QAction *> &sortActions() const;

    QByteArray arrangement() const;
    void arrange(const QByteArray &arrangement);

Q_SIGNALS:
    void endRequested(const latchkey::api::SessionId &id);
    void reviewRequested(const latchkey::api::SessionId &id, latchkey::api::Verdict verdict);
    /// Another row, or the same one with other words in it.
    void selectedChanged();
    void rowsChanged();
    void arrangementChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void listen();
    void openGroups();
    void settle();
    void settleActions();
    void review(api::Verdict verdict);
    void retranslate();
    void fitColumns();

    AccessModel &m_model;
    AccessOrder m_order;
    SessionHeader *m_columns;
    QAction *m_rename;
    QAction *m_end;
    QAction *m_mine;
    QAction *m_notMine;
};

} // namespace latchkey::ui
