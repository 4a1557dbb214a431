#include "server/handlers/emailcodes.h"

#include "server/handlers/codesending.h"

namespace latchkey::server::handlers {

namespace {

Message changeLetter(const Letters &letters, const FreshCode &fresh, api::Language language,
                     const QString &to, TypedAt at)
{
    if (at == TypedAt::OwnAddress)
        return letters.mail(letter::EmailChangeElsewhere{fresh.code, fresh.lifetime}, language, to);
    return letters.mail(letter::EmailVerification{fresh.code, fresh.lifetime}, language, to);
}

} // namespace

CodeRequest codeAbout(const api::User &user, CodePurpose purpose, const QString &to)
{
    const PostKind way = purpose == CodePurpose::Phone ? PostKind::Sms : PostKind::Mail;
    return {.use = {purpose, user.id.text(), way}, .asker = user.id.text(), .to = to};
}

Result<api::CodeSent> sendVerificationCode(const Letters &letters, const Context &context,
                                           WriteStore &store, const api::User &user, TypedAt at)
{
    const CodeRequest request = codeAbout(user, CodePurpose::EmailVerification, user.email);
    const auto send = at == TypedAt::OwnAddress ? sendCode<letter::EmailVerificationElsewhere>
                                                : sendCode<letter::EmailVerification>;
    return send(context, store, letters, request, user.language, Shown::Whole);
}

Result<api::CodeSent> sendEmailChangeCode(const Letters &letters, const Context &context,
                                          WriteStore &store, const api::User &user,
                                          const QString &normalEmail, TypedAt at)
{
    const auto owner = store.users.findByEmail(normalEmail);
    if (!owner)
        return failure(owner.error());
    const bool isTaken = *owner && (*owner)->user.id != user.id;
    CodeRequest request = codeAbout(user, CodePurpose::EmailChange, normalEmail);
    request.isGood = !isTaken;
    return mustCarry(store, PostKind::Mail)
        .and_then([&](Nothing) { return store.sentCodes.make(request); })
        .and_then([&](const FreshCode &fresh) {
            if (!isTaken) {
                return postCode(store, fresh,
                                changeLetter(letters, fresh, user.language, normalEmail, at),
                                Shown::Whole);
            }
            const letter::EmailChangeTried about{context.now};
            return postInstead(store, fresh,
                               letters.mail(about, (*owner)->user.language, normalEmail),
                               context.now);
        });
}

} // namespace latchkey::server::handlers
