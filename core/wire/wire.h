#pragma once

#include "api/operations.h"
#include "api/sessionterms.h"
#include "base/erased.h"
#include "base/secret.h"
#include "wire/translation.h"

#include <QStringList>

#include <array>
#include <optional>

namespace latchkey::wire {

/// How a client finds out that a server speaks a wire that does not describe itself: by a question
/// that changes nothing, and what only this wire answers to it.
struct Recognition
{
    HttpRequest question;
    std::function<bool(const HttpReply &)> isAnswer;
};

/// How many requests somebody may make from one address, and when all of them again.
struct Allowance
{
    qint64 most = 0;
    qint64 left = 0;
    Timestamp wholeAt{};
};

/// One account API: how each operation that it knows is written on HTTP and read back, and the
/// things that are the same for all of them. What it does not list, it can't do.
struct Wire
{
    QString name;
    QByteArray prefix; ///< behind which it stands where a server speaks others as well

    /// Our own, which is derived from the types.
    bool isOwn() const { return prefix.isEmpty(); }

    std::function<void(HttpRequest &, const Secret &)> putCredential;
    /// Unauthorized where a request has none, or none that could be one.
    std::function<Result<Secret>(const HttpHeaders &)> takeCredential;
    api::SessionTerms sessions;
    /// The account that a request names beside its token, to be made in that one; empty where it
    /// names none.
    std::function<QString(const HttpHeaders &)> accountActedIn = {};

    /// Also says `pathUnknown` (on no route) and `methodNotAllowed`.
    WriteError writeError;
    ReadError readError;
    /// What stands in the head of each of its answers, refusals too.
    std::function<HttpHeaders(const Allowance &)> commonFields = {};
    /// Of a body of which more is announced than is taken, in bytes; nothing: as of our own wire.
    std::function<HttpReply(quint64 size, quint64 limit)> refuseBody = {};
    std::function<bool(int status)> isSuccess = [](int status) {
        return status >= 200 && status <= 299;
    };
    /// The header that makes a change recognisable when it is sent twice; empty where there is
    /// none.
    QByteArray idempotencyHeader = {};

    std::optional<Recognition> recognition = {};
    /// Where its vendor's own servers are, the usual one first.
    QStringList addresses = {};
    /// What its paths begin with, and what its page has addresses end with all the same.
    QString basePath = {};
    /// Who lost a password says the name of the account, and no address of it.
    bool resetsByName = false;
    /// Its clients let people say how they repeat what fails.
    bool letsSetRetries = false;

    template <api::Operation Op>
    bool can() const
    {
        return translation<Op>() != nullptr;
    }

    /// Nothing where it does not know the operation.
    template <api::Operation Op>
    const Translation<Op> *translation() const
    {
        return static_cast<const Translation<Op> *>(m_translations[placeOf<Op>].get());
    }

    /// What is left on the other side of an operation that this wire can do: what the wire has no
    /// words for is not. Refused where it has to say more.
    template <api::Operation Op>
    Result<Op> understood(const Op &operation) const
    {
        const Translation<Op> &how = *translation<Op>();
        const HttpRequest request = how.writeRequest(operation);
        return how.readRequest(request, parametersIn(request, how.routes));
    }

    /// What an operation that this wire can do came to.
    template <api::Operation Op>
    Result<typename Op::Reply> read(const HttpReply &reply, const Op &asked) const
    {
        const Translation<Op> &how = *translation<Op>();
        if (isSuccess(reply.status))
            return how.readReply(reply, asked);
        return failure(how.readError ? how.readError(reply) : readError(reply));
    }

    template <api::Operation Op>
    void knows(Translation<Op> how)
    {
        m_translations[placeOf<Op>] = erased(std::move(how));
    }

private:
    template <api::Operation Op>
    static constexpr std::size_t placeOf = api::Operations::placeOf<Op>;

    /// The translation of the operation that has that place. Without their types: who only holds a
    /// wire, or knows a few operations of it, does not have to know all.
    std::array<Erased, api::Operations::size> m_translations;
};

} // namespace latchkey::wire
