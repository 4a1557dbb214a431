#pragma once

#include "api/operations.h"
#include "base/result.h"
#include "server/context.h"
#include "server/passwordtask.h"

#include <functional>
#include <tuple>
#include <variant>

namespace latchkey::server {

class ReadStore;
class WriteStore;

/// Answered on the loop's own thread, inside its read transaction.
template <api::Operation Op>
using ReadHandler = std::function<Result<typename Op::Reply>(const Op &, Context &, ReadStore &)>;

/// Runs on the writer's thread in a transaction; the answer leaves when that is durable. A refusal
/// takes back what was written, unless the context says to keep it.
template <api::Operation Op>
using WriteHandler = std::function<Result<typename Op::Reply>(const Op &, Context &, WriteStore &)>;

/// Proves somebody by password, or sets one: the try is counted, and that is durable, before it is verified.
template <api::Operation Op>
struct ProvingHandler
{
    std::function<Result<PasswordTask>(const Op &, Context &, WriteStore &)> prepare;
    std::function<Result<typename Op::Reply>(const Op &, Context &, WriteStore &,
                                             const PasswordVerdict &)>
        finish;
};

/// The reply comes again and again.
struct StreamHandler
{};

template <api::Operation Op>
using HandlerOf = std::variant<std::monostate, ReadHandler<Op>, WriteHandler<Op>,
                               ProvingHandler<Op>, StreamHandler>;

/// Who answers each operation.
class HandlerSet
{
public:
    template <api::Operation Op>
    void read(ReadHandler<Op> handler)
    {
        of<Op>() = std::move(handler);
    }
    template <api::Operation Op>
    void write(WriteHandler<Op> handler)
    {
        of<Op>() = std::move(handler);
    }
    template <api::Operation Op>
    void proving(ProvingHandler<Op> handler)
    {
        of<Op>() = std::move(handler);
    }
    template <api::Operation Op>
    void streaming()
    {
        of<Op>() = StreamHandler();
    }

    template <api::Operation Op>
    HandlerOf<Op> &of()
    {
        return std::get<HandlerOf<Op>>(m_handlers);
    }

private:
    template <class List>
    struct TupleOf;
    template <class... Ops>
    struct TupleOf<api::TypeList<Ops...>>
    {
        using Type = std::tuple<HandlerOf<Ops>...>;
    };

    TupleOf<api::Operations>::Type m_handlers;
};

} // namespace latchkey::server
