#pragma once

#include "wire/members.h"
#include "wire/translation.h"

#include <span>

/// Refusals that are a text in an object.
namespace latchkey::wire {

struct Words
{
    QString text;
};

/// What such a text means to us. Kinds follow from the status where nothing is said of them.
struct Meaning
{
    QLatin1StringView words;
    QLatin1StringView code;
    std::optional<Error::Kind> kind = {};
};

/// Empty where nothing is said in that way.
template <class Members>
QString wordsOf(const HttpReply &reply, const Members &members)
{
    const auto read = readBody<Words>(reply, members);
    return read ? read->text : QString();
}

/// What a reply means whose words these are; the first meaning counts.
Error errorOf(const HttpReply &reply, const QString &words, std::span<const Meaning> meanings);

/// The meanings outlive it.
template <class Members>
ReadError readWords(const Members &members, std::span<const Meaning> meanings)
{
    return [members, meanings](const HttpReply &reply) {
        return errorOf(reply, wordsOf(reply, members), meanings);
    };
}

} // namespace latchkey::wire
