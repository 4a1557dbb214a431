#include "messages/messagemodel.h"

#include "account/ownmessages.h"
#include "kit/relativetime.h"

#include <algorithm>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::OwnMessage;

MessageModel::MessageModel(const account::OwnMessages &messages, const Clock &clock,
                           QObject *parent)
    : QAbstractListModel(parent)
    , m_messages(messages)
    , m_clock(clock)
{
    follow();
    connect(&messages, &account::OwnMessages::changed, this, &MessageModel::follow);
}

/// A message never changes: some come on top, and the oldest go.
void MessageModel::follow()
{
    const QList<OwnMessage> &wanted = m_messages.all();
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(wanted, m_rows.at(row).number, &OwnMessage::number) != wanted.end())
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < wanted.size(); ++row) {
        if (row < m_rows.size() && m_rows.at(row).number == wanted.at(row).number)
            continue;
        beginInsertRows({}, row, row);
        m_rows.insert(row, wanted.at(row));
        endInsertRows();
    }
}

void MessageModel::retell()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

int MessageModel::rowOf(qint64 number) const
{
    const auto found = std::ranges::find(m_rows, number, &OwnMessage::number);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OwnMessage &message = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(message);
    case Qt::AccessibleTextRole:
        return inOneSentence(message);
    case Qt::ToolTipRole:
        return exactTime(message.at);
    case NumberRole:
        return message.number;
    case IconNameRole:
        return message.kind == OwnMessage::Kind::Mail ? u"mail"_s : u"phone"_s;
    case WhenRole:
        return relativeTime(message.at, m_clock.now());
    case RecipientRole:
        return tr("To %1", "%1 is an e-mail address or a phone number").arg(message.to);
    default:
        return {};
    }
}

QString MessageModel::inOneSentence(const OwnMessage &message) const
{
    const QString words = message.kind == OwnMessage::Kind::Mail
                              ? tr("Mail to %1, %2: %3", "address, time, subject")
                              : tr("Text to %1, %2: %3", "phone number, time, what it says");
    return words.arg(message.to, relativeTime(message.at, m_clock.now()), titleOf(message));
}

QString MessageModel::titleOf(const OwnMessage &message)
{
    return message.subject.isEmpty() ? message.text.revealText().section(u'\n', 0, 0)
                                     : message.subject;
}

} // namespace latchkey::ui
