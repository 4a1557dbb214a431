#include "wire/mmdlparts.h"

#include <QUrl>

#include <algorithm>

namespace latchkey::wire::mmdl {

using namespace Qt::StringLiterals;

namespace {

/// It knows no pages, and a part would look like all: beyond what a client of ours can still read,
/// nothing is listed.
constexpr qint64 listedAtMost = 20'000;

const Route users{HttpMethod::Get, "/api/admin/getusers"};
const Route removal{HttpMethod::Delete, "/api/admin/deleteuser"};

/// Who is to be deleted is named by what else is told of them there.
api::User listed(const Shown &shown)
{
    api::User user = shown.user;
    user.id = api::UserId(QString::number(shown.number));
    return user;
}

/// Nobody could say which of them is to be deleted.
std::optional<Error> withoutNumber(const QList<Shown> &all)
{
    const auto found = std::ranges::find(all, 0, &Shown::number);
    if (found == all.cend())
        return std::nullopt;
    return Error::rejected(u"missingField"_s,
                           u"data.message[%1].users_id"_s.arg(found - all.cbegin()));
}

} // namespace

Translation<api::ListAccounts> listAccounts()
{
    using Op = api::ListAccounts;
    return {.routes = {users},
            .writeRequest = [](const Op &) { return jsonRequest(users.method, users.path); },
            .readRequest =
                [](const HttpRequest &, const PathParameters &) {
                    return Op{.after = {}, .limit = listedAtMost};
                },
            .writeReply =
                [](const Op::Reply &page, const HttpRequest &) {
                    if (page.next)
                        return writeError(Error::of(Error::Kind::Server, u"tooManyToList"_s),
                                          users);
                    QList<Shown> all;
                    for (const api::User &user : page.users)
                        all << Shown{.user = user, .isMasked = true};
                    return said(200, true, all);
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return read<QList<Shown>>(reply).and_then(
                        [&reply](const QList<Shown> &all) -> Result<Op::Reply> {
                            if (const auto nobody = withoutNumber(all))
                                return failure(brokenReply(*nobody, reply));
                            Op::Reply page;
                            for (const Shown &shown : all)
                                page.users << listed(shown);
                            return page;
                        });
                }};
}

Translation<api::RemoveAccount> removeAccount()
{
    using Op = api::RemoveAccount;
    return {.routes = {removal},
            .writeRequest =
                [](const Op &op) {
                    HttpRequest request = jsonRequest(removal.method, removal.path);
                    request.query = "userid=" + QUrl::toPercentEncoding(op.id.text());
                    return request;
                },
            .readRequest = [](const HttpRequest &request, const PathParameters &) -> Result<Op> {
                bool isNumber = false;
                const qint64 number = queried(request, u"userid"_s).toUInt(&isNumber);
                if (!isNumber)
                    return failure(malformed(u"userid"_s));
                return Op{.id = {}, .number = number};
            },
            .writeReply = [](const Nothing &,
                             const HttpRequest &) { return said(200, true, Nothing()); },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return read<std::optional<QString>>(reply).map(
                        [](const std::optional<QString> &) { return Nothing(); });
                },
            .writeError = writeRemovalError};
}

} // namespace latchkey::wire::mmdl
