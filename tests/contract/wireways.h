#pragma once

#include "row.h"

namespace latchkey::test {

/// Something that servers of one wire say beside what its page has, or in its place: what it must
/// come to in a row that else succeeds.
struct WireWay
{
    QByteArray row; ///< its title
    QByteArray name;
    HttpReply reply;
    std::optional<Refusal> refusal = {}; ///< nothing: as the row has it
};

QList<WireWay> waysOf(const QByteArray &column);

} // namespace latchkey::test
