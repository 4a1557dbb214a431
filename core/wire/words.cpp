#include "wire/words.h"

#include "wire/problem.h"

#include <algorithm>

namespace latchkey::wire {

Error errorOf(const HttpReply &reply, const QString &words, std::span<const Meaning> meanings)
{
    Error error = readProblem(reply);
    const auto known = std::ranges::find(meanings, words, &Meaning::words);
    if (known != meanings.end()) {
        error.code = known->code;
        error.kind = known->kind.value_or(error.kind);
    }
    return error;
}

} // namespace latchkey::wire
