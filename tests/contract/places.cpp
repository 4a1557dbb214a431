#include "places.h"

#include <QRegularExpression>

namespace latchkey::test {

using namespace Qt::StringLiterals;

namespace {

/// Between the members of what is written stands what makes it readable, and what nobody sends.
QByteArray dense(const QByteArray &text)
{
    if (!text.startsWith('{') && !text.startsWith('['))
        return text;
    QByteArray json;
    bool isInText = false;
    for (const char c : text) {
        if (c == '"' && !json.endsWith('\\'))
            isInText = !isInText;
        if (isInText || (c != ' ' && c != '\n'))
            json += c;
    }
    return json;
}

template <class AsItStands, class InPlace>
QString readOut(const QByteArray &written, const Places &places, AsItStands asItStands,
                InPlace inPlace)
{
    static const QRegularExpression place(u"<([A-Za-z]+)>"_s);
    const QString text = QString::fromUtf8(dense(written));
    QString all;
    qsizetype read = 0;
    for (auto found = place.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const auto known = places.constFind(match.captured(1).toLatin1());
        if (known == places.cend())
            qFatal("nobody says what stands in %s", qPrintable(match.captured()));
        all += asItStands(text.mid(read, match.capturedStart() - read)) + inPlace(*known);
        read = match.capturedEnd();
    }
    return all + asItStands(text.mid(read));
}

QByteArray sampleOf(const QByteArray &written, const Places &places)
{
    return readOut(
               written, places, [](const QString &text) { return text; },
               [](const Place &place) { return QString::fromUtf8(place.sample); })
        .toUtf8();
}

HttpHeaders filled(const HttpHeaders &written, const Places &places)
{
    HttpHeaders headers;
    for (const auto &[name, value] : written.fields())
        headers.add(name, sampleOf(value, places));
    return headers;
}

bool isAsWritten(const QByteArray &said, const QByteArray &written, const Places &places)
{
    const auto escaped = [](const QString &text) { return QRegularExpression::escape(text); };
    const QString pattern = readOut(written, places, escaped, [&](const Place &place) {
        return place.form.isEmpty() ? escaped(QString::fromUtf8(place.sample))
                                    : QString::fromUtf8(place.form);
    });
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    return whole.match(QString::fromUtf8(said)).hasMatch();
}

} // namespace

HttpReply filled(HttpReply written, const Places &places)
{
    written.headers = filled(written.headers, places);
    written.body = sampleOf(written.body, places);
    return written;
}

HttpRequest filled(HttpRequest written, const Places &places)
{
    written.path = sampleOf(written.path, places);
    written.headers = filled(written.headers, places);
    written.body = sampleOf(written.body, places);
    return written;
}

QStringList compared(const HttpReply &said, const HttpReply &written, const Places &places)
{
    QStringList wrong;
    if (said.status != written.status)
        wrong << u"status is %1 and not %2"_s.arg(said.status).arg(written.status);
    const auto judge = [&](const QByteArray &what, const QByteArray &is, const QByteArray &wanted) {
        if (!isAsWritten(is, wanted, places))
            wrong << u"%1 is\n%2\nand not\n%3"_s.arg(QString::fromUtf8(what), QString::fromUtf8(is),
                                                     QString::fromUtf8(sampleOf(wanted, places)));
    };
    const QByteArray type = "Content-Type";
    judge(type, said.headers.value(type), written.headers.value(type));
    for (const auto &[name, value] : written.headers.fields()) {
        if (name != type)
            judge(name, said.headers.value(name), value);
    }
    judge("body", said.body, written.body);
    return wrong;
}

} // namespace latchkey::test
