#include "wire/mmdlparts.h"

#include <QUrl>

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
                    return read<QList<Shown>>(reply).map([](const QList<Shown> &all) {
                        api::AccountPage page;
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
