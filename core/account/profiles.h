#pragma once

#include "account/profile.h"
#include "base/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QObject>

namespace latchkey::account {

/// The profiles of this person, in one file. Many stand side by side and none is "the active one".
/// Only the person removes one; an error never does.
class Profiles final : public QObject
{
    Q_OBJECT

public:
    /// `file` need not exist yet.
    explicit Profiles(QString file, QObject *parent = nullptr);
    ~Profiles() override;

    /// A file that can't be understood is set aside under another name (`profilesBroken`, `detail`
    /// says which); the list is then empty and usable. Of one that a newer program wrote
    /// (`profilesTooNew`) nothing is shown and nothing is changed. A single profile that can't be
    /// understood (`profileUnreadable`) is not shown and stays in the file.
    Result<Nothing> load();

    /// Those of the file.
    QList<Profile> all() const;
    /// Those in which somebody acts for another; they stand in no file.
    const QList<Profile> &passing() const { return m_passing; }
    /// Also a passing one.
    std::optional<Profile> find(const ProfileId &id) const;
    /// The profile of that user on that server, signed in to by themselves.
    std::optional<Profile> find(const QUrl &server, const api::UserId &user) const;

    static ProfileId freshId();

    /// Each writes the file first; on an error nothing has changed. To `update` one that another
    /// program removed is NotFound `noSuchProfile`, and it goes here too.
    Result<Nothing> add(const Profile &profile);
    Result<Nothing> update(const Profile &profile);
    Result<Nothing> remove(const ProfileId &id);

Q_SIGNALS:
    void profileAdded(const latchkey::account::ProfileId &id);
    void profileChanged(const latchkey::account::ProfileId &id);
    void profileRemoved(const latchkey::account::ProfileId &id);

private:
    struct Entry
    {
        std::optional<Profile> profile; ///< nothing where it can't be understood
        QJsonValue raw;                 ///< as it stands in the file
    };
    struct Content
    {
        QList<Entry> entries;
        QJsonObject rest; ///< what stands beside the list
    };

    Result<std::optional<Content>> read() const;
    Result<Content> present() const;
    Result<Nothing> change(const ProfileId &id, const std::optional<Profile> &to);
    void changePassing(const ProfileId &id, const std::optional<Profile> &to);
    void show(const Content &content) { show(content, m_passing); }
    void show(const Content &content, const QList<Profile> &passing);

    QString m_file;
    Content m_content;
    QList<Profile> m_passing;
};

} // namespace latchkey::account
