#pragma once

#include "places.h"
#include "row.h"

namespace latchkey::test {

/// What other programs were seen to ask, or their pages say that one may, and what must come of it.
/// None of our clients asks so.
struct Exchange
{
    QByteArray column;
    QByteArray operation; ///< empty where it is about none
    QByteArray name;
    HttpRequest request; ///< with the same places as the reply
    HttpReply reply;
    Row::Prepare prepare = {};

    QByteArray title() const { return column + '/' + operation + '/' + name; }
};

const QList<Exchange> &exchanges();

/// What stands in them for what is different each time.
Places placesOfExchange(const Scene &scene);

} // namespace latchkey::test
