#include "server/handlers/news.h"

#include "server/handlers/codesending.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

QString described(const api::Device &device)
{
    QStringList said;
    for (const QString &part : {device.label, device.program, device.system}) {
        if (!part.isEmpty())
            said << part;
    }
    return said.join(u", "_s);
}

} // namespace

template <letter::ByMail L>
Result<Nothing> News::write(WriteStore &store, const api::User &to, const QString &cause,
                            Timestamp at, const L &about) const
{
    if (!store.post.carries(PostKind::Mail))
        return Nothing();
    return store.post
        .add(QLatin1StringView(L::name) + u'/' + cause,
             m_letters->mail(about, to.language, to.email), at + toldWithin)
        .map([](PostQueue::Added) { return Nothing(); });
}

Result<Nothing> News::newSignIn(WriteStore &store, const api::User &to,
                                const api::Session &session) const
{
    return write(store, to, session.id.text(), session.startedAt,
                 letter::NewSignIn{described(session.device), session.address, session.startedAt});
}

Result<Nothing> News::actedOnBehalf(WriteStore &store, const api::User &to,
                                    const api::Session &session) const
{
    return write(store, to, session.id.text(), session.startedAt,
                 letter::ActedOnBehalf{session.onBehalf->name, session.onBehalf->reason,
                                       session.startedAt, session.expiresAt});
}

Result<Nothing> News::accessGiven(WriteStore &store, const Context &context, const api::User &to,
                                  const api::Authorization &authorization) const
{
    return write(store, to, context.requestId, context.now,
                 letter::AccessGiven{authorization.receiver.name, context.address, context.now});
}

Result<Nothing> News::actedAsParent(WriteStore &store, const api::User &to,
                                    const api::Session &session) const
{
    return write(store, to, session.id.text(), session.startedAt,
                 letter::ActedAsParent{session.onBehalf->name, session.onBehalf->reason,
                                       session.startedAt, session.expiresAt});
}

Result<Nothing> News::accountMade(WriteStore &store, const Context &context, const api::User &to,
                                  const api::User &parent) const
{
    return write(
        store, to, to.id.text(), context.now,
        letter::AccountMade{parent.emailVerified ? parent.email : parent.tag.value_or(parent.name),
                            context.now});
}

Result<Nothing> News::passwordChanged(WriteStore &store, const Context &context,
                                      const api::User &to) const
{
    return write(store, to, context.requestId, context.now,
                 letter::PasswordChanged{context.now, context.address});
}

Result<Nothing> News::factorAdded(WriteStore &store, const Context &context, const api::User &to,
                                  const api::EnrolledFactor &factor) const
{
    return write(store, to, factor.id.text(), context.now,
                 letter::FactorAdded{factor.name, context.now});
}

Result<Nothing> News::identityLinked(WriteStore &store, const Context &context, const api::User &to,
                                     const api::Identity &identity) const
{
    return write(store, to, identity.id.text(), context.now,
                 letter::IdentityLinked{identity.provider.name, identity.name, context.now});
}

Result<Nothing> News::identityUnlinked(WriteStore &store, const Context &context,
                                       const api::User &to, const api::Identity &identity) const
{
    return write(store, to, identity.id.text(), context.now,
                 letter::IdentityUnlinked{identity.provider.name, identity.name, context.now});
}

Result<Nothing> News::factorRemoved(WriteStore &store, const Context &context, const api::User &to,
                                    const api::EnrolledFactor &factor) const
{
    return write(store, to, factor.id.text(), context.now,
                 letter::FactorRemoved{factor.name, context.now});
}

Result<Nothing> News::emailChanged(WriteStore &store, const Context &context,
                                   const api::User &before, const QString &email,
                                   const WayBack &back) const
{
    return write(store, before, context.requestId, context.now,
                 letter::EmailChanged{before.email, email, back.code, back.until});
}

Result<Nothing> News::emailLeft(WriteStore &store, const Context &context,
                                const api::User &before) const
{
    return write(store, before, context.requestId, context.now, letter::EmailLeft{context.now});
}

Result<Nothing> News::emailTakenBack(WriteStore &store, const Context &context,
                                     const api::User &before, const QString &email) const
{
    const letter::EmailTakenBack about{email, context.now};
    api::User after = before;
    after.email = email;
    return write(store, before, context.requestId + u"/lost"_s, context.now, about)
        .and_then(
            [&](Nothing) { return write(store, after, context.requestId, context.now, about); });
}

Result<Nothing> News::phoneChanged(WriteStore &store, const Context &context,
                                   const api::User &to) const
{
    return write(store, to, context.requestId, context.now,
                 letter::PhoneChanged{masked(PostKind::Sms, *to.phone), context.now});
}

Result<Nothing> News::recoveryCodesMade(WriteStore &store, const Context &context,
                                        const api::User &to) const
{
    return write(store, to, context.requestId, context.now, letter::RecoveryCodesMade{context.now});
}

Result<Nothing> News::apiSessionMade(WriteStore &store, const Context &context, const api::User &to,
                                     const api::ApiSession &session) const
{
    return write(
        store, to, session.id.text(), context.now,
        letter::ApiSessionMade{session.labels.join(u", "_s), context.address, context.now});
}

Result<Nothing> News::apiSessionEnds(WriteStore &store, const api::User &to,
                                     const EndingApiSession &session, Timestamp now) const
{
    const QString cause = session.whose.session.text() + u'/' +
                          QString::number(session.expiresAt.time_since_epoch().count());
    return write(store, to, cause, now,
                 letter::ApiSessionEnds{session.labels.join(u", "_s), session.expiresAt});
}

Result<Nothing> News::accountDeleted(WriteStore &store, const Context &context,
                                     const api::User &to) const
{
    return write(store, to, to.id.text(), context.now, letter::AccountDeleted{context.now});
}

Result<Nothing> News::planUpgraded(WriteStore &store, const Context &context,
                                   const api::User &to) const
{
    return write(store, to, context.requestId, context.now, letter::PlanUpgraded{context.now});
}

Result<Nothing> News::codeTaken(WriteStore &store, const Context &context, const api::User &to,
                                api::Factor factor) const
{
    if (factor != api::Factor::RecoveryCode)
        return Nothing();
    return store.recoveryCodes.left(to.id).and_then([&](const auto &codes) {
        const int left = codes ? static_cast<int>(codes->left) : 0;
        return write(store, to, context.requestId, context.now,
                     letter::RecoveryCodeUsed{left, context.now});
    });
}

} // namespace latchkey::server::handlers
