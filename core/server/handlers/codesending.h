#pragma once

#include "api/codes.h"
#include "api/user.h"
#include "server/context.h"
#include "server/post/letters.h"
#include "server/store/writestore.h"

/// How a code gets to whoever is to give it back.
namespace latchkey::server::handlers {

/// What has happened is told as long as it is news.
inline constexpr std::chrono::milliseconds toldWithin = std::chrono::days(3);

/// How much of an address whoever asks may know.
enum class Shown : std::uint8_t { Whole, Masked };

/// `j•••@example.com`, `••••••••••91`: enough to know again what is one's own.
QString masked(PostKind way, const QString &address);

/// Conflict `noMail` or `noTexts`, where this server sends none.
Result<Nothing> mustCarry(const WriteStore &store, PostKind kind);

/// Queues the letter that the code stands in. It isn't sent once the code is worth nothing.
Result<api::CodeSent> postCode(WriteStore &store, const FreshCode &fresh, const Message &letter,
                               Shown shown);

/// A letter that no code stands in goes in place of one that does, and looks the same to whoever
/// asked. What it tells is worth reading for days.
Result<api::CodeSent> postInstead(WriteStore &store, const FreshCode &fresh, const Mail &letter,
                                  Timestamp now);

/// A letter that is about a code, to where the code goes.
template <class L>
Message codeLetter(const Letters &letters, const FreshCode &fresh, PostKind way,
                   api::Language language, const QString &to)
{
    const L about{fresh.code, fresh.lifetime};
    if constexpr (!letter::BySms<L>)
        return letters.mail(about, language, to);
    else if constexpr (!letter::ByMail<L>)
        return letters.sms(about, language, to);
    else
        return way == PostKind::Mail ? Message(letters.mail(about, language, to))
                                     : Message(letters.sms(about, language, to));
}

/// A text costs whoever runs the server: one address has so many of them, to whatever numbers.
Result<Nothing> countText(const Context &context, WriteStore &store, PostKind way);

/// Makes a code and queues its letter, both in the present transaction. Conflict `noMail` or
/// `noTexts`; RateLimited `codeTooSoon` or `tooManyCodes`.
template <class L>
Result<api::CodeSent> sendCode(const Context &context, WriteStore &store, const Letters &letters,
                               const CodeRequest &request, api::Language language,
                               Shown shown = Shown::Whole)
{
    return mustCarry(store, request.use.way)
        .and_then([&](Nothing) { return countText(context, store, request.use.way); })
        .and_then([&](Nothing) { return store.sentCodes.make(request); })
        .and_then([&](const FreshCode &fresh) {
            return postCode(store, fresh,
                            codeLetter<L>(letters, fresh, request.use.way, language, request.to),
                            shown);
        });
}

} // namespace latchkey::server::handlers
