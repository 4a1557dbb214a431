#include "server/store/users.h"

#include "api/email.h"
#include "api/names.h"
#include "server/store/names.h"
#include "server/store/token.h"
#include "server/store/userrow.h"
#include "server/store/writtencode.h"
#include "storage/databaseerror.h"
#include "storage/statement.h"

#include <limits>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr int hashColumn = userrow::columnCount;
constexpr int numberColumn = hashColumn + 1;

const QString select =
    u"SELECT "_s + userrow::columns() + u", password_hash, number FROM users WHERE "_s;

Result<std::optional<StoredUser>> readOne(Statement &statement)
{
    return statement.next().map([&](bool found) -> std::optional<StoredUser> {
        if (!found)
            return std::nullopt;
        return StoredUser{userrow::read(statement), Secret(statement.text(hashColumn))};
    });
}

Error unknown()
{
    return Error::of(Error::Kind::NotFound, u"userUnknown"_s);
}

Error taken(const QString &code, const QString &field)
{
    Error error = Error::of(Error::Kind::Conflict, code);
    error.field = field;
    return error;
}

Error takenIfNotUnique(const Error &error)
{
    if (error.code != QLatin1StringView(storage::code::notUnique))
        return error;
    if (error.detail.contains("user_name"_L1)) // it names the column
        return userNameTaken();
    if (error.detail.contains("users.tag"_L1)) // 50 random bits twice
        return error;
    return taken(u"emailTaken"_s, u"email"_s);
}

QString newTag()
{
    return api::tagSign + plainWrittenCode(newWrittenCode()).revealText().toLower();
}

std::optional<QString> keyOf(const std::optional<QString> &userName)
{
    return userName ? std::optional(api::userNameKey(*userName)) : std::nullopt;
}

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Of every id that has that number.
QString idBeginning(qint64 number)
{
    const QByteArray bits =
        QByteArray::fromHex(QByteArray::number(number, 16).rightJustified(8, '0'));
    return u"usr_"_s + QString::fromLatin1(bits.toBase64(base64).first(5));
}

/// Nobody outside is told of places.
QString cursorAt(qint64 place)
{
    return QString::fromLatin1(QByteArray::number(place).toBase64(base64));
}

Result<qint64> placeIn(const QString &cursor)
{
    bool isNumber = false;
    const qint64 place = QByteArray::fromBase64(cursor.toLatin1(), base64).toLongLong(&isNumber);
    if (!isNumber || cursorAt(place) != cursor)
        return failure(Error::rejected(u"cursorInvalid"_s, u"after"_s));
    return place;
}

} // namespace

Error userNameTaken()
{
    return taken(u"userNameTaken"_s, u"userName"_s);
}

Users::Users(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<api::User> Users::insert(const NewUser &fresh)
{
    const QString id = newId("usr");
    Statement insert(
        m_database,
        u"INSERT INTO users (id, email, email_key, email_verified, name, user_name, user_name_key, "
        "tag, role, language, password_hash, created_at) SELECT ?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN "
        "EXISTS "
        "(SELECT 1 FROM users) THEN 'user' ELSE 'admin' END, ?, ?, ?"_s);
    insert.bind(id, fresh.email, api::emailKey(fresh.email), fresh.isEmailVerified, fresh.name,
                fresh.userName, keyOf(fresh.userName), newTag(), storedName(fresh.language),
                fresh.passwordHash.revealText(), m_clock.now());
    if (auto inserted = insert.execute(); !inserted) {
        return failure(takenIfNotUnique(inserted.error()));
    }
    return find(api::UserId(id)).map([](const auto &stored) { return stored->user; });
}

Result<std::optional<StoredUser>> Users::findByEmail(const QString &normalEmail)
{
    Statement statement(m_database, select + u"email_key = ?"_s);
    statement.bind(api::emailKey(normalEmail));
    return readOne(statement);
}

Result<std::optional<StoredUser>> Users::findByLogin(const QString &normalLogin)
{
    if (api::isEmail(normalLogin))
        return findByEmail(normalLogin);
    Statement statement(m_database, select + u"user_name_key = ?"_s);
    statement.bind(api::userNameKey(normalLogin));
    return readOne(statement);
}

Result<std::optional<StoredUser>> Users::findByTag(const QString &tag)
{
    Statement statement(m_database, select + u"tag = ?"_s);
    statement.bind(tag.toLower());
    return readOne(statement);
}

Result<std::optional<StoredUser>> Users::find(const api::UserId &id)
{
    Statement statement(m_database, select + u"id = ?"_s);
    statement.bind(id.text());
    return readOne(statement);
}

Result<std::optional<StoredUser>> Users::findByNumber(qint64 number)
{
    if (number < 0 || number > std::numeric_limits<quint32>::max())
        return std::nullopt;
    // The number is the first 32 bits, and five letters of an id tell 30 of them.
    const QString from = idBeginning(number);
    Statement statement(m_database, select + u"id >= ? AND id < ?"_s);
    statement.bind(from, QString(from + u'~'));
    std::optional<StoredUser> found;
    for (;;) {
        const auto one = readOne(statement);
        if (!one)
            return failure(one.error());
        if (!*one)
            return found;
        if (api::numberOf((*one)->user.id) != number)
            continue;
        if (found)
            return failure(Error::of(Error::Kind::Conflict, u"numberAmbiguous"_s));
        found = *one;
    }
}

Result<api::AccountPage> Users::page(const std::optional<QString> &after, qint64 limit)
{
    const auto last = after ? placeIn(*after) : Result<qint64>(0);
    if (!last)
        return failure(last.error());
    Statement statement(m_database, select + u"number > ? ORDER BY number LIMIT ?"_s);
    statement.bind(*last, limit + 1); // one more tells whether there is another page
    api::AccountPage page;
    qint64 place = 0;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return page;
        if (page.users.size() == limit) {
            page.next = cursorAt(place);
            return page;
        }
        page.users << userrow::read(statement);
        place = statement.integer(numberColumn);
    }
}

Result<std::optional<StoredUser>> Users::findAny()
{
    Statement statement(m_database, select + u"number >= 1 + abs(random()) % (SELECT MAX(number) "
                                             "FROM users) ORDER BY number LIMIT 1"_s);
    return readOne(statement);
}

Result<api::User> Users::update(const api::UserId &id, qint64 basedOn, const ProfileChange &change)
{
    const auto language =
        change.language ? std::optional(storedName(*change.language)) : std::optional<QString>();
    Statement update(m_database,
                     u"UPDATE users SET name = COALESCE(?, name), user_name = COALESCE(?, "
                     "user_name), user_name_key = COALESCE(?, user_name_key), language = "
                     "COALESCE(?, language), version = version + 1 WHERE id = ? AND version = ?"_s);
    update.bind(change.name, change.userName, keyOf(change.userName), language, id.text(), basedOn);
    const auto changed = update.execute();
    if (!changed)
        return failure(takenIfNotUnique(changed.error()));
    return find(id).and_then([&](const auto &stored) -> Result<api::User> {
        if (!stored)
            return failure(unknown());
        if (*changed == 0)
            return failure(Error::of(Error::Kind::Conflict, u"changedMeanwhile"_s));
        return stored->user;
    });
}

Result<Nothing> Users::setPasswordHash(const api::UserId &id, const Secret &checked,
                                       const Secret &next)
{
    Statement update(m_database,
                     u"UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ?"_s);
    update.bind(next.revealText(), id.text(), checked.revealText());
    return update.execute().and_then([](qint64 changed) -> Result<Nothing> {
        if (changed == 0)
            return failure(Error::of(Error::Kind::Conflict, u"changedMeanwhile"_s));
        return Nothing();
    });
}

Result<api::User> Users::changed(const api::UserId &id, Statement &update)
{
    if (auto done = update.execute(); !done)
        return failure(std::move(done).error());
    return find(id).and_then([](const auto &stored) -> Result<api::User> {
        return stored ? Result<api::User>(stored->user) : failure(unknown());
    });
}

Result<api::User> Users::setEmail(const api::UserId &id, const QString &normalEmail)
{
    Statement update(m_database, u"UPDATE users SET email = ?, email_key = ?, email_verified = 1, "
                                 "version = version + 1 WHERE id = ?"_s);
    update.bind(normalEmail, api::emailKey(normalEmail), id.text());
    return changed(id, update).map_error(takenIfNotUnique);
}

Result<api::User> Users::setPhone(const api::UserId &id, const std::optional<QString> &phone)
{
    Statement update(m_database,
                     u"UPDATE users SET phone = ?, version = version + 1 WHERE id = ?"_s);
    update.bind(phone, id.text());
    return changed(id, update);
}

Result<Nothing> Users::voidPassword(const api::UserId &id)
{
    Statement update(m_database, u"UPDATE users SET password_hash = '' WHERE id = ?"_s);
    update.bind(id.text());
    return update.execute().map([](qint64) { return Nothing(); });
}

Result<bool> Users::remove(const api::UserId &id)
{
    Statement remove(m_database, u"DELETE FROM users WHERE id = ? AND role <> 'admin'"_s);
    remove.bind(id.text());
    return remove.execute().map([](qint64 removed) { return removed == 1; });
}

Result<qint64> Users::count()
{
    Statement statement(m_database, u"SELECT COUNT(*) FROM users"_s);
    return statement.next().map([&](bool) { return statement.integer(0); });
}

} // namespace latchkey::server
