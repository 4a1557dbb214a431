#include "server/handlers/codesending.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

QString masked(PostKind way, const QString &address)
{
    constexpr QChar dot(u'•');
    if (way == PostKind::Mail)
        return address.first(1) + QString(3, dot) + address.sliced(address.lastIndexOf(u'@'));
    return QString(address.size() - 2, dot) + address.last(2);
}

Result<Nothing> mustCarry(const WriteStore &store, PostKind kind)
{
    if (store.post.carries(kind))
        return Nothing();
    return failure(
        Error::of(Error::Kind::Conflict, kind == PostKind::Mail ? u"noMail"_s : u"noTexts"_s));
}

Result<Nothing> countText(const Context &context, WriteStore &store, PostKind way)
{
    return way == PostKind::Sms ? store.throttle.countText(context.address) : Result<Nothing>();
}

Result<api::CodeSent> postCode(WriteStore &store, const FreshCode &fresh, const Message &letter,
                               Shown shown)
{
    return store.post.add(fresh.cause, letter, fresh.expiresAt).map([&](PostQueue::Added) {
        const QString &to = recipientOf(letter);
        return api::CodeSent{shown == Shown::Whole ? to : masked(kindOf(letter), to),
                             fresh.resendAt, fresh.expiresAt};
    });
}

Result<api::CodeSent> postInstead(WriteStore &store, const FreshCode &fresh, const Mail &letter,
                                  Timestamp now)
{
    return store.post.add(fresh.cause, letter, now + toldWithin).map([&](PostQueue::Added) {
        return api::CodeSent{letter.to, fresh.resendAt, fresh.expiresAt};
    });
}

} // namespace latchkey::server::handlers
