#pragma once

#include "base/httpmessage.h"
#include "wire/fieldjson.h"
#include "wire/ownroutes.h"

#include <vector>

namespace latchkey::wire {

QByteArray entityTag(const QString &version);
/// The version of a reply, which travels also as ETag; nothing where it has none.
const FieldShape *versionIn(const Shape &reply);

/// The one place that knows where each field of an operation travels.
class Carrier
{
public:
    enum class Place : std::uint8_t { Path, Header, Query, Body };

    struct Load
    {
        const FieldShape &field;
        QString name;
        Place place;
    };

    template <api::Operation Op>
    static Carrier of()
    {
        return Carrier(ownRoute<Op>(), Op::traits, shapeOf<Op>.object.fields);
    }

    Carrier(Route route, const api::Traits &traits, std::span<const FieldShape> fields);

    const Route &route() const { return m_route; }
    const std::vector<Load> &loads() const { return m_loads; }
    bool hasBody() const;
    /// The fields in the body.
    Wanted inBody() const;

    /// Operations are told by their addresses: whoever asks knows that they are of its type.
    HttpRequest write(const void *operation) const;
    Result<Nothing> read(const HttpRequest &request, const PathParameters &parameters,
                         void *operation) const;

private:
    Place placeOf(const QString &name, bool isInPath) const;

    Result<Nothing> readBody(const HttpRequest &request, void *operation) const;
    Result<Nothing> readQuery(const HttpRequest &request, void *operation) const;
    Result<Nothing> readElsewhere(const HttpRequest &request, const PathParameters &parameters,
                                  void *operation) const;

    Route m_route;
    bool m_streams;
    std::span<const FieldShape> m_fields;
    std::vector<Load> m_loads;
};

} // namespace latchkey::wire
