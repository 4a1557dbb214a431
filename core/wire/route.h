#pragma once

#include "base/httpmessage.h"
#include "base/result.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace latchkey::wire {

/// The `{named}` parts of a path, decoded.
using PathParameters = QHash<QString, QString>;

/// Where an operation lives on a wire, e.g. `DELETE /v1/sessions/{id}`.
struct Route
{
    HttpMethod method = HttpMethod::Get;
    QByteArray path;

    /// The parameters, if that path is this one.
    std::optional<PathParameters> match(QByteArrayView requested) const;
    /// The path with its parameters filled in and percent-encoded.
    QByteArray fill(const PathParameters &parameters) const;
    QStringList parameterNames() const;
};

/// Of a request on one of these; none where it is on another.
PathParameters parametersIn(const HttpRequest &request, const QList<Route> &routes);

} // namespace latchkey::wire
