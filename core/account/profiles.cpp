#include "account/profiles.h"

#include "account/jsonfile.h"
#include "account/profilejson.h"
#include "base/filelock.h"
#include "base/log.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

constexpr int version = 1;

// Held for one small write, and waited for on the window's thread.
constexpr std::chrono::milliseconds patience{200};

} // namespace

Profiles::Profiles(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{}

Profiles::~Profiles() = default;

/// Nothing where there is no file.
Result<std::optional<Profiles::Content>> Profiles::read() const
{
    const auto found = readJsonFile(m_file);
    if (!found)
        return failure(found.error());
    if (!*found)
        return std::nullopt;
    Content content;
    content.rest = **found;
    if (content.rest[u"version"_s].toInt() > version)
        return failure(Error::of(Kind::Rejected, u"profilesTooNew"_s, m_file));
    if (!content.rest[u"version"_s].isDouble() || !content.rest[u"profiles"_s].isArray())
        return failure(Error::of(Kind::Rejected, u"brokenFile"_s, m_file));
    const QJsonArray entries = content.rest.take(u"profiles"_s).toArray();
    for (const QJsonValue &raw : entries)
        content.entries.append({profileFrom(raw.toObject()), raw});
    return content;
}

Result<Nothing> Profiles::load()
{
    auto content = read();
    if (!content && content.error().code == "brokenFile"_L1) {
        const auto aside = setAside(m_file);
        return failure(aside ? Error::of(Kind::Rejected, u"profilesBroken"_s, *aside)
                             : aside.error());
    }
    if (!content)
        return failure(content.error());
    const Content shown = content->value_or(Content());
    show(shown);
    const bool isWhole = std::ranges::all_of(
        shown.entries, [](const Entry &entry) { return entry.profile.has_value(); });
    if (!isWhole)
        return failure(Error::of(Kind::Rejected, u"profileUnreadable"_s, m_file));
    return Nothing();
}

QList<Profile> Profiles::all() const
{
    QList<Profile> profiles;
    for (const Entry &entry : m_content.entries) {
        if (entry.profile)
            profiles.append(*entry.profile);
    }
    return profiles;
}

std::optional<Profile> Profiles::find(const ProfileId &id) const
{
    const auto passing = std::ranges::find(m_passing, id, &Profile::id);
    if (passing != m_passing.end())
        return *passing;
    for (const Entry &entry : m_content.entries) {
        if (entry.profile && entry.profile->id == id)
            return entry.profile;
    }
    return std::nullopt;
}

std::optional<Profile> Profiles::find(const QUrl &server, const api::UserId &user) const
{
    for (const Entry &entry : m_content.entries) {
        if (entry.profile && entry.profile->server.url == server && entry.profile->userId == user)
            return entry.profile;
    }
    return std::nullopt;
}

ProfileId Profiles::freshId()
{
    return ProfileId(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

Result<Nothing> Profiles::add(const Profile &profile)
{
    if (find(profile.id))
        return failure(Error::of(Kind::Conflict, u"profileExists"_s));
    return change(profile.id, profile);
}

Result<Nothing> Profiles::update(const Profile &profile)
{
    const auto before = find(profile.id);
    if (!before)
        return failure(Error::of(Kind::NotFound, u"noSuchProfile"_s));
    if (*before == profile)
        return Nothing();
    return change(profile.id, profile);
}

Result<Nothing> Profiles::remove(const ProfileId &id)
{
    return change(id, std::nullopt);
}

/// What stands in the file. One that broke or vanished while we run took nothing from us: only the
/// person removes a profile.
Result<Profiles::Content> Profiles::present() const
{
    auto content = read();
    if (content)
        return content->value_or(m_content);
    if (content.error().code != "brokenFile"_L1)
        return failure(content.error());
    return setAside(m_file).map([this](const QString &aside) {
        qCWarning(logAccount) << "the profiles were broken and are set aside as" << aside;
        return m_content;
    });
}

// Another program of the same person may write the same file: under the lock it is read again and
// only the one profile is changed in it.
Result<Nothing> Profiles::change(const ProfileId &id, const std::optional<Profile> &to)
{
    if (const auto about = to ? to : find(id); about && about->acting) {
        changePassing(id, to);
        return Nothing();
    }
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    auto lock = FileLock::take(m_file + u".lock"_s, patience);
    if (!lock) {
        const bool isHeld = lock.error().kind == Kind::Conflict;
        return failure(isHeld
                           ? Error::of(Kind::Conflict, u"profilesInUse"_s, m_file)
                           : Error::of(Kind::Rejected, u"unwritableFile"_s, lock.error().detail));
    }
    auto content = present();
    if (!content)
        return failure(content.error());

    auto &entries = content->entries;
    const auto isIt = [&id](const Entry &entry) {
        return entry.profile && entry.profile->id == id;
    };
    const auto found = std::ranges::find_if(entries, isIt);
    if (!to) {
        entries.removeIf(isIt);
    } else if (found != entries.end()) {
        *found = {*to, toJson(*to, found->raw.toObject())};
    } else if (find(id)) {
        show(*content);
        return failure(Error::of(Kind::NotFound, u"noSuchProfile"_s, id.text()));
    } else {
        entries.append({*to, toJson(*to, {})});
    }

    QJsonArray written;
    for (const Entry &entry : std::as_const(entries))
        written.append(entry.raw);
    QJsonObject file = content->rest;
    file[u"version"_s] = version;
    file[u"profiles"_s] = written;
    const auto outcome = writeJsonFile(m_file, file);
    lock->reset();
    if (outcome)
        show(*content);
    return outcome;
}

void Profiles::changePassing(const ProfileId &id, const std::optional<Profile> &to)
{
    QList<Profile> passing = m_passing;
    const auto found = std::ranges::find(passing, id, &Profile::id);
    if (!to)
        passing.removeIf([&id](const Profile &one) { return one.id == id; });
    else if (found != passing.end())
        *found = *to;
    else
        passing.append(*to);
    show(m_content, passing);
}

void Profiles::show(const Content &content, const QList<Profile> &passing)
{
    const QList<Profile> before = all() + m_passing;
    m_content = content;
    m_passing = passing;
    const QList<Profile> after = all() + m_passing;
    const auto in = [](const QList<Profile> &list, const ProfileId &id) {
        return std::ranges::find(list, id, &Profile::id);
    };
    for (const Profile &profile : before) {
        if (in(after, profile.id) == after.end())
            Q_EMIT profileRemoved(profile.id);
    }
    for (const Profile &profile : after) {
        const auto old = in(before, profile.id);
        if (old == before.end())
            Q_EMIT profileAdded(profile.id);
        else if (*old != profile)
            Q_EMIT profileChanged(profile.id);
    }
}

} // namespace latchkey::account
