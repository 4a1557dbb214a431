#pragma once

#include "account/ownmessage.h"
#include "base/call.h"

#include <QObject>

#include <functional>
#include <optional>

namespace latchkey::account {

/// What the server inside this program would have sent, for whoever sits in front of it. They come
/// from within the process: nobody can ask for them over the network.
class OwnMessages final : public QObject
{
    Q_OBJECT

public:
    /// All that are kept, the newest first.
    using Read = std::function<Call<QList<OwnMessage>>()>;

    explicit OwnMessages(Read read, QObject *parent = nullptr);
    ~OwnMessages() override;

    /// The newest first.
    const QList<OwnMessage> &all() const { return m_all; }
    std::optional<OwnMessage> find(qint64 number) const;
    bool isLoading() const { return m_isLoading; }
    bool isLoaded() const { return m_isLoaded; }
    /// Why the last load failed.
    const std::optional<Error> &lastError() const { return m_lastError; }
    /// Those that came since the program began and that nobody looked at.
    int unseen() const { return m_unseen; }

    void load();
    /// Somebody looks at them.
    void see();

    /// Not for pages: the server says that there is one more.
    void cameOneMore();

Q_SIGNALS:
    /// `all`, `isLoading`, `lastError` or `unseen` did.
    void changed();
    /// The newest of those that came just now.
    void arrived(qint64 number);

private:
    void take(const Result<QList<OwnMessage>> &read);

    const Read m_read;
    QList<OwnMessage> m_all;
    std::optional<Error> m_lastError;
    int m_unseen = 0;
    int m_coming = 0; ///< told of, and not read yet
    bool m_isLoading = false;
    bool m_isLoaded = false;
    bool m_isOutdated = false; ///< one more came while it loaded
};

} // namespace latchkey::account
