#pragma once

#include "account/ownmessage.h"

#include <QAbstractListModel>

namespace latchkey::account {
class OwnMessages;
}

namespace latchkey::ui {

/// The messages of the own server, the newest first. Follows them row by row.
class MessageModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NumberRole = Qt::UserRole + 1, IconNameRole, WhenRole, RecipientRole };

    /// Both outlive it.
    MessageModel(const account::OwnMessages &messages, const Clock &clock,
                 QObject *parent = nullptr);

    /// Time has passed, or the language has changed.
    void retell();
    /// -1: it is not there.
    int rowOf(qint64 number) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// What stands for it in a list: a mail's subject, a text's beginning.
    static QString titleOf(const account::OwnMessage &message);

private:
    void follow();
    QString inOneSentence(const account::OwnMessage &message) const;

    const account::OwnMessages &m_messages;
    const Clock &m_clock;
    QList<account::OwnMessage> m_rows;
};

} // namespace latchkey::ui
