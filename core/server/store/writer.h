#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "server/store/storeoptions.h"
#include "server/store/writestore.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace latchkey::server {

/// The one thread that writes. Takes whatever waits into one transaction (natural group commit),
/// each work in a savepoint of its own.
class Writer
{
public:
    /// A work that answers an error leaves nothing behind and disturbs no other: what must stay of
    /// a refusal is a success. It may run on another thread than it was made on, and runs once.
    using Work = std::function<Result<Nothing>(WriteStore &)>;
    /// Called exactly once: on the writer's thread, after the commit is durable; or at once inside
    /// `submit` when the queue is full (`busy`, 503, retry after 1 s) or the writer has stopped.
    using Completion = std::function<void(const Result<Nothing> &)>;
    /// Called on the writer's thread after the commit, before the completions.
    using Announce = std::function<void(const std::vector<Notice> &)>;

    /// Opens and migrates the database on the new thread, and waits for that.
    static Result<std::unique_ptr<Writer>> start(const StoreOptions &options, const Clock &clock,
                                                 Announce announce);
    /// Finishes what waits, then stops.
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// From any thread.
    void submit(Work work, Completion completion);

    /// The same with a value: `submit<api::User>(work, [](const Result<api::User> &user) { ... })`.
    template <class T>
    void submit(std::function<Result<T>(WriteStore &)> work,
                std::function<void(const Result<T> &)> completion)
    {
        const auto value = std::make_shared<std::optional<T>>();
        submit(Work([work = std::move(work), value](WriteStore &store) -> Result<Nothing> {
                   auto done = work(store);
                   if (!done)
                       return failure(std::move(done).error());
                   value->emplace(*std::move(done));
                   return Nothing();
               }),
               Completion([completion = std::move(completion), value](const Result<Nothing> &end) {
                   completion(end ? Result<T>(std::move(**value)) : failure(end.error()));
               }));
    }

    /// Takes no more, finishes what waits, and ends the threads.
    void stop();

    struct Figures
    {
        std::uint64_t works = 0;
        std::uint64_t commits = 0;
        std::uint64_t refusedBusy = 0;
        std::size_t waiting = 0;
        /// Why nothing can be written, since a write failed and until one succeeds.
        std::optional<Error> trouble;
    };
    /// For `/metrics`; from any thread.
    Figures figures() const;

private:
    class Loop;
    explicit Writer(std::unique_ptr<Loop> loop);

    std::unique_ptr<Loop> m_loop;
};

} // namespace latchkey::server
