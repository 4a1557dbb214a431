#include "account/ownmessages.h"

#include <QRegularExpression>

#include <algorithm>

namespace latchkey::account {

using namespace Qt::StringLiterals;

/// A mail has its code on a line of its own; a text has no lines, and its code is six digits.
Secret codeIn(const OwnMessage &message)
{
    static const QRegularExpression ofMail(u"^[ \\t]*([0-9A-Z](?:[0-9A-Z-]{4,}[0-9A-Z]))[ \\t]*$"_s,
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression ofText(u"(?<![0-9])([0-9]{6})(?![0-9])"_s);
    const auto found =
        (message.kind == OwnMessage::Kind::Mail ? ofMail : ofText).match(message.text.revealText());
    return found.hasMatch() ? Secret(found.captured(1)) : Secret();
}

OwnMessages::OwnMessages(Read read, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
{}

OwnMessages::~OwnMessages() = default;

std::optional<OwnMessage> OwnMessages::find(qint64 number) const
{
    const auto found = std::ranges::find(m_all, number, &OwnMessage::number);
    return found == m_all.end() ? std::nullopt : std::optional(*found);
}

void OwnMessages::load()
{
    if (m_isLoading) {
        m_isOutdated = true;
        return;
    }
    m_isLoading = true;
    m_isOutdated = false;
    const int coming = m_coming;
    m_read().then(this, [this, coming](const Result<QList<OwnMessage>> &read) {
        m_isLoading = false;
        const bool isNews = read && coming > 0;
        if (read)
            m_coming -= coming;
        take(read);
        if (m_isOutdated)
            load();
        if (isNews && !m_all.isEmpty())
            Q_EMIT arrived(m_all.constFirst().number);
    });
    Q_EMIT changed();
}

void OwnMessages::take(const Result<QList<OwnMessage>> &read)
{
    if (read) {
        m_all = *read;
        m_isLoaded = true;
        m_lastError.reset();
    } else {
        m_lastError = read.error();
    }
    Q_EMIT changed();
}

void OwnMessages::see()
{
    if (std::exchange(m_unseen, 0) > 0)
        Q_EMIT changed();
}

void OwnMessages::cameOneMore()
{
    ++m_unseen;
    ++m_coming;
    load();
}

} // namespace latchkey::account
