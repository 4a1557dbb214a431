#pragma once

#include "api/holdssecret.h"
#include "api/operations.h"
#include "base/httpmessage.h"
#include "base/result.h"
#include "server/context.h"
#include "server/slowwork.h"

#include <array>
#include <functional>
#include <variant>

namespace latchkey::server {

class ReadStore;
class WriteStore;

/// Answered on the loop's own thread, inside its read transaction.
template <class Handler, class Op>
concept Reads = std::is_invocable_r_v<Result<typename Op::Reply>, const Handler &, const Op &,
                                      Context &, ReadStore &>;

/// Runs on the writer's thread in a transaction; the answer leaves when that is durable. A refusal
/// takes back what was written, unless the context says to keep it.
template <class Handler, class Op>
concept Writes = std::is_invocable_r_v<Result<typename Op::Reply>, const Handler &, const Op &,
                                       Context &, WriteStore &>;

/// Proves somebody by password, or sets one: the try is counted, and that is durable, before it is
/// verified.
template <api::Operation Op>
struct ProvingHandler
{
    std::function<Result<PasswordTask>(const Op &, Context &, WriteStore &)> prepare;
    std::function<Result<typename Op::Reply>(const Op &, Context &, WriteStore &,
                                             const PasswordVerdict &)>
        finish;
};

/// Asks an identity provider, if there is anything to ask.
template <api::Operation Op>
struct AskingHandler
{
    std::function<Result<ProviderQuestion>(const Op &, Context &, WriteStore &)> prepare;
    std::function<Result<typename Op::Reply>(const Op &, Context &, WriteStore &,
                                             const ProviderVerdict &)>
        finish;
};

// The same without their types: an operation and a reply are told by their addresses, and a reply
// is written before it is let go.
using WriteReply = std::function<HttpReply(const void *reply)>;
using AnyReadHandler =
    std::function<Result<HttpReply>(const void *op, Context &, ReadStore &, const WriteReply &)>;
using AnyWriteHandler =
    std::function<Result<HttpReply>(const void *op, Context &, WriteStore &, const WriteReply &)>;
/// Both parts are works of the writer.
struct AnySlowHandler
{
    SlowKind kind;
    std::function<Result<SlowWork>(const void *op, Context &, WriteStore &)> prepare;
    std::function<Result<HttpReply>(const void *op, Context &, WriteStore &, const void *verdict,
                                    const WriteReply &)>
        finish;
};
/// Of events: the reply comes again and again.
struct StreamHandler
{};

using AnyHandler =
    std::variant<std::monostate, AnyReadHandler, AnyWriteHandler, AnySlowHandler, StreamHandler>;

/// Who answers each operation.
class HandlerSet
{
public:
    template <api::Operation Op, Reads<Op> Handler>
    void read(Handler handler)
    {
        neverLooksAtKeys<Op>();
        at<Op>() = AnyReadHandler([handler = std::move(handler)](const void *op, Context &context,
                                                                 ReadStore &store,
                                                                 const WriteReply &write) {
            return written<Op>(handler(as<Op>(op), context, store), write);
        });
    }
    template <api::Operation Op, Writes<Op> Handler>
    void write(Handler handler)
    {
        static_assert(Op::traits.repeat != api::Repeat::WithKey ||
                          !api::holdsSecret<typename Op::Reply>(),
                      "replies to keys are kept as they are");
        static_assert(!Op::traits.mustHaveKey || Op::traits.repeat == api::Repeat::WithKey,
                      "a key is looked at only where it is known again");
        at<Op>() = AnyWriteHandler([handler = std::move(handler)](const void *op, Context &context,
                                                                  WriteStore &store,
                                                                  const WriteReply &write) {
            return written<Op>(handler(as<Op>(op), context, store), write);
        });
    }
    template <api::Operation Op>
    void proving(ProvingHandler<Op> handler)
    {
        slow<Op, PasswordVerdict>(SlowKind::Passwords, std::move(handler), judging);
    }
    template <api::Operation Op>
    void asking(AskingHandler<Op> handler)
    {
        slow<Op, ProviderVerdict>(SlowKind::Providers, std::move(handler), server::asking);
    }
    template <std::same_as<api::Events> Op>
    void streaming()
    {
        at<Op>() = StreamHandler();
    }

    /// Of the operation that has that place among all.
    const AnyHandler &at(std::size_t place) const { return m_handlers.at(place); }

private:
    template <class Op>
    AnyHandler &at()
    {
        return m_handlers[api::Operations::placeOf<Op>];
    }
    /// Whether an act was done before is asked where it is one work of the writer.
    template <class Op>
    static constexpr void neverLooksAtKeys()
    {
        static_assert(!Op::traits.mustHaveKey && Op::traits.repeat != api::Repeat::WithKey,
                      "a key would not be looked at");
    }
    template <class Op, class Verdict, class Handler, class Work>
    void slow(SlowKind kind, Handler handler, Work work)
    {
        neverLooksAtKeys<Op>();
        at<Op>() = AnySlowHandler{
            kind,
            [prepare = std::move(handler.prepare), work](const void *op, Context &context,
                                                         WriteStore &store) {
                return prepare(as<Op>(op), context, store).map(work);
            },
            [finish = std::move(handler.finish)](const void *op, Context &context,
                                                 WriteStore &store, const void *verdict,
                                                 const WriteReply &write) {
                return written<Op>(finish(as<Op>(op), context, store, as<Verdict>(verdict)), write);
            }};
    }
    template <class Op>
    static const Op &as(const void *op)
    {
        return *static_cast<const Op *>(op);
    }
    template <class Op>
    static Result<HttpReply> written(const Result<typename Op::Reply> &reply,
                                     const WriteReply &write)
    {
        if (!reply)
            return failure(reply.error());
        return write(&*reply);
    }

    std::array<AnyHandler, api::Operations::size> m_handlers;
};

} // namespace latchkey::server
