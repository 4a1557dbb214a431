#pragma once

#include "account/profile.h"
#include "base/result.h"

#include <QJsonObject>
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

    /// A file that can't be understood is set aside under another name, and the error says which:
    /// code `profilesBroken` or `profilesTooNew`, `detail` the path. The list is then empty and
    /// usable.
    Result<Nothing> load();

    const QList<Profile> &all() const { return m_profiles; }
    std::optional<Profile> find(const ProfileId &id) const;
    /// The profile of that user on that server.
    std::optional<Profile> find(const QUrl &server, const api::UserId &user) const;

    static ProfileId freshId();

    /// Each writes the file first; on an error nothing has changed.
    Result<Nothing> add(const Profile &profile);
    Result<Nothing> update(const Profile &profile);
    Result<Nothing> remove(const ProfileId &id);

Q_SIGNALS:
    void profileAdded(const latchkey::account::ProfileId &id);
    void profileChanged(const latchkey::account::ProfileId &id);
    void profileRemoved(const latchkey::account::ProfileId &id);

private:
    Result<Nothing> readFile();
    Result<Nothing> setAside(const QString &code);
    Result<Nothing> write(const QList<Profile> &profiles, const QHash<QString, QJsonObject> &raw);
    qsizetype indexOf(const ProfileId &id) const;

    QString m_file;
    QList<Profile> m_profiles;
    QJsonObject m_rest;                ///< what a newer program wrote and we don't know
    QHash<QString, QJsonObject> m_raw; ///< the same, for each profile
};

} // namespace latchkey::account
