#include "server/handlers/profilechanges.h"

#include "api/names.h"
#include "server/store/names.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

Result<ProfileChange> normalChange(ProfileChange typed)
{
    using Normal = Result<QString> (*)(const QString &, const QString &);
    Result<Nothing> outcome;
    const auto one = [&outcome](std::optional<QString> &text, const QString &field, Normal normal) {
        if (!text || !outcome)
            return;
        outcome = normal(*text, field).map([&text](const QString &name) {
            text = name;
            return Nothing();
        });
    };
    one(typed.name, u"name"_s, api::normalName);
    one(typed.userName, u"userName"_s, api::normalUserName);
    return outcome.map([&](Nothing) { return typed; });
}

QList<FieldChange> changesOf(const api::User &before, const ProfileChange &change)
{
    QList<FieldChange> changes;
    if (change.name && *change.name != before.name)
        changes << FieldChange{u"name"_s, before.name, change.name};
    if (change.userName && change.userName != before.userName)
        changes << FieldChange{u"userName"_s, before.userName, change.userName};
    if (change.language && *change.language != before.language) {
        changes << FieldChange{u"language"_s, storedName(before.language),
                               storedName(*change.language)};
    }
    return changes;
}

} // namespace latchkey::server::handlers
