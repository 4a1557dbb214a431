#pragma once

#include "account/profile.h"
#include "api/session.h"
#include "api/user.h"
#include "base/result.h"

namespace latchkey::account {

/// What was last known of each account, so that a start without network shows something. Holds no
/// secret. A file that can't be read is as good as none: the server has the truth.
class OfflineCache final
{
public:
    struct Entry
    {
        api::User user;
        QList<api::Session> sessions;
        Timestamp asOf{};

        static constexpr auto fields()
        {
            return api::allFields(api::field("user", &Entry::user),
                                  api::field("sessions", &Entry::sessions),
                                  api::field("asOf", &Entry::asOf));
        }
    };

    explicit OfflineCache(QString folder);

    std::optional<Entry> read(const ProfileId &id) const;
    Result<Nothing> write(const ProfileId &id, const Entry &entry) const;
    void remove(const ProfileId &id) const;

private:
    QString fileOf(const ProfileId &id) const;

    QString m_folder;
};

} // namespace latchkey::account
