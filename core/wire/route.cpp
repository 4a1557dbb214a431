#include "wire/route.h"

#include <QUrl>

namespace latchkey::wire {

namespace {

bool isParameter(QByteArrayView segment)
{
    return segment.startsWith('{') && segment.endsWith('}');
}

QString parameterName(QByteArrayView segment)
{
    return QString::fromLatin1(segment.sliced(1, segment.size() - 2));
}

} // namespace

std::optional<PathParameters> Route::match(QByteArrayView requested) const
{
    PathParameters parameters;
    const QList<QByteArray> ours = path.split('/');
    const QList<QByteArray> theirs = requested.toByteArray().split('/');
    if (ours.size() != theirs.size())
        return std::nullopt;
    for (qsizetype i = 0; i < ours.size(); ++i) {
        if (!isParameter(ours.at(i))) {
            if (ours.at(i) != theirs.at(i))
                return std::nullopt;
        } else if (theirs.at(i).isEmpty()) {
            return std::nullopt;
        } else {
            parameters.insert(parameterName(ours.at(i)),
                              QString::fromUtf8(QByteArray::fromPercentEncoding(theirs.at(i))));
        }
    }
    return parameters;
}

QByteArray Route::fill(const PathParameters &parameters) const
{
    QList<QByteArray> segments = path.split('/');
    for (QByteArray &segment : segments) {
        if (isParameter(segment))
            segment = QUrl::toPercentEncoding(parameters.value(parameterName(segment)));
    }
    return segments.join('/');
}

QStringList Route::parameterNames() const
{
    QStringList names;
    for (const QByteArray &segment : path.split('/')) {
        if (isParameter(segment))
            names << parameterName(segment);
    }
    return names;
}

PathParameters parametersIn(const HttpRequest &request, const QList<Route> &routes)
{
    for (const Route &route : routes) {
        const auto parameters = route.match(request.path);
        if (parameters && route.method == request.method)
            return *parameters;
    }
    return {};
}

} // namespace latchkey::wire
