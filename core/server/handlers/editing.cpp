#include "api/email.h"
#include "server/handlers/emailcodes.h"
#include "server/handlers/handlers.h"
#include "server/handlers/newpassword.h"
#include "server/handlers/preferences.h"
#include "server/handlers/profilechanges.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// What an edit asks for that is not so yet.
struct Edit
{
    ProfileChange profile;
    std::optional<QString> email;
};

/// What an account without a user name was shown in its place comes back as one: no change.
ProfileChange asked(const api::EditAccount &op, const api::User &user)
{
    return {.name = op.name,
            .userName = op.userName == api::loginOf(user) ? std::nullopt : op.userName};
}

Result<Edit> editOf(const api::EditAccount &op, const api::User &user)
{
    return normalChange(asked(op, user)).and_then([&](const ProfileChange &change) -> Result<Edit> {
        if (!op.email)
            return Edit{change, {}};
        return api::normalEmail(*op.email).map([&](const QString &email) {
            const bool isSame = api::emailKey(email) == api::emailKey(user.email);
            return Edit{change, isSame ? std::nullopt : std::optional(email)};
        });
    });
}

/// Comparing a password with the present one is a try, whatever else is edited.
Result<PasswordTask> prepareEdit(const api::EditAccount &op, Context &context, WriteStore &store)
{
    const auto found = store.users.find(context.principal->user);
    if (!found)
        return failure(found.error());
    const api::User &user = (*found)->user; // its sessions go with an account
    const auto edit = editOf(op, user);
    if (!edit)
        return failure(edit.error());
    if (edit->email) {
        if (auto fresh = mustBeFresh(context, store); !fresh)
            return failure(std::move(fresh).error());
    }
    if (!op.password)
        return PasswordTask();
    return store.throttle.countTry(Try::Password, user.email, context.address).map([&](Nothing) {
        const QString userName = edit->profile.userName.value_or(api::loginOf(user));
        PasswordTask task;
        task.choice = {
            *op.password, {user.name, user.email, userName}, u"password"_s, (*found)->passwordHash};
        return task;
    });
}

/// A password that is so already proves something; another one must be proven for.
Result<Nothing> judgePassword(Context &context, WriteStore &store, const StoredUser &stored,
                              const PasswordVerdict &verdict)
{
    const api::User &user = stored.user;
    if (!stored.passwordHash.matches(verdict.checked))
        return failure(Error::of(Error::Kind::Conflict, u"changedMeanwhile"_s));
    const auto refuse = [&](const Error &error) {
        return failure(keepRefusal(store, context, user.id.text(), error));
    };
    if (!verdict.isUnchanged) {
        if (const auto fresh = mustBeFresh(context, store); !fresh)
            return refuse(fresh.error());
        if (verdict.refused)
            return refuse(*verdict.refused);
    }
    return passwordSucceeded(store, user, context.address);
}

Result<Nothing> writeProfile(Context &context, WriteStore &store, const api::User &user,
                             const ProfileChange &change)
{
    if (changesOf(user, change).isEmpty())
        return Nothing();
    return store.users.update(context.principal->user, user.version, change)
        .and_then([&](const api::User &) {
            return tell(store, user.id, api::EventKind::ProfileChanged);
        });
}

/// There is no room for more of them, or for now. Nobody's password waits for that.
bool isNoRoom(const Error &error)
{
    return error.code == "tooManyPreferences"_L1 || error.kind == Error::Kind::RateLimited;
}

Result<Nothing> writePreferences(Context &context, WriteStore &store,
                                 const QList<api::Preference> &asked)
{
    for (const api::Preference &one : asked) {
        auto done =
            one.value.isEmpty()
                ? dropPreference(context, store, one.name).map([](bool) { return Nothing(); })
                : keepPreference(context, store, one);
        if (!done && !isNoRoom(done.error()))
            return done;
    }
    return Nothing();
}

Result<api::User> finishEdit(const News &news, const std::shared_ptr<const Letters> &letters,
                             const api::EditAccount &op, Context &context, WriteStore &store,
                             const PasswordVerdict &verdict)
{
    const auto found = store.users.find(context.principal->user);
    if (!found)
        return failure(found.error());
    const api::User &user = (*found)->user; // its sessions go with an account
    const auto edit = editOf(op, user);
    if (!edit)
        return failure(edit.error());
    if (op.password) {
        if (auto judged = judgePassword(context, store, **found, verdict); !judged)
            return failure(std::move(judged).error());
    }
    const bool isNewPassword = op.password && !verdict.isUnchanged;
    Trace trace;
    trace.subject = user.id.text();
    trace.changes = changesOf(user, edit->profile);
    if (isNewPassword)
        trace.changes << FieldChange{u"password"_s, {}, {}};
    return writeProfile(context, store, user, edit->profile)
        .and_then([&](Nothing) { return writePreferences(context, store, op.preferences); })
        .and_then([&](Nothing) {
            return isNewPassword
                       ? setNewPassword(news, context, store, user, verdict, OtherSessions::End)
                       : Result<Nothing>();
        })
        .and_then([&](Nothing) -> Result<Nothing> {
            if (!edit->email)
                return Nothing();
            return sendEmailChangeCode(*letters, context, store, user, *edit->email,
                                       op.takesCode ? TypedAt::Asking : TypedAt::OwnAddress)
                .map([](const api::CodeSent &) { return Nothing(); });
        })
        .and_then([&](Nothing) { return note(store, context, trace); })
        .and_then([&](Nothing) { return asking(context, store); })
        .map([&](api::User edited) {
            edited.pendingEmail = edit->email;
            return edited;
        });
}

} // namespace

void addEditing(HandlerSet &handlers, const Service &service)
{
    handlers.proving<api::EditAccount>(
        {.prepare = prepareEdit,
         .finish = std::bind_front(finishEdit, News(service.letters), service.letters)});
}

} // namespace latchkey::server::handlers
