#pragma once

#include "api/operations.h"
#include "base/secret.h"
#include "wire/translation.h"

#include <optional>
#include <tuple>

namespace latchkey::wire {

namespace detail {

template <class List>
struct TranslationsOf;

template <class... Ops>
struct TranslationsOf<api::TypeList<Ops...>>
{
    using Tuple = std::tuple<std::optional<Translation<Ops>>...>;
};

} // namespace detail

/// One account API: how each operation that it knows is written on HTTP and read back, and the
/// things that are the same for all of them. What it does not list, it can't do.
struct Wire
{
    QString name;

    std::function<void(HttpRequest &, const Secret &)> putCredential;
    std::function<std::optional<Secret>(const HttpHeaders &)> takeCredential;
    std::function<HttpReply(const Error &)> writeError;
    std::function<Error(const HttpReply &)> readError;
    /// The header that makes a change recognisable when it is sent twice; empty where there is
    /// none.
    QByteArray idempotencyHeader;

    detail::TranslationsOf<api::Operations>::Tuple translations;

    template <api::Operation Op>
    bool can() const
    {
        return translation<Op>().has_value();
    }

    template <api::Operation Op>
    const std::optional<Translation<Op>> &translation() const
    {
        return std::get<std::optional<Translation<Op>>>(translations);
    }

    template <api::Operation Op>
    void knows(Translation<Op> how)
    {
        std::get<std::optional<Translation<Op>>>(translations) = std::move(how);
    }
};

} // namespace latchkey::wire
