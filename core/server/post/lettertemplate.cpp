#include "server/post/lettertemplate.h"

#include <QStringList>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

Error broken(const QString &what)
{
    return Error::of(Error::Kind::Server, u"letterBroken"_s, what);
}

} // namespace

Result<WordsWithPlaces> WordsWithPlaces::parse(const QString &text)
{
    WordsWithPlaces words;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u'{', at);
        const QString before = text.mid(at, open < 0 ? -1 : open - at);
        if (before.contains(u'}'))
            return failure(broken(u"a brace closes nothing: "_s + before));
        if (!before.isEmpty())
            words.m_pieces.push_back({before, false});
        if (open < 0)
            break;
        const qsizetype close = text.indexOf(u'}', open);
        const QString name = text.mid(open + 1, close - open - 1);
        if (close < 0 || name.isEmpty() || name.contains(u'{'))
            return failure(broken(u"a brace is not closed: "_s + text.mid(open)));
        words.m_pieces.push_back({name, true});
        at = close + 1;
    }
    return words;
}

QSet<QString> WordsWithPlaces::places() const
{
    QSet<QString> names;
    for (const Piece &piece : m_pieces) {
        if (piece.isPlace)
            names.insert(piece.text);
    }
    return names;
}

QString WordsWithPlaces::filled(const QMap<QString, QString> &values) const
{
    QString text;
    for (const Piece &piece : m_pieces)
        text += piece.isPlace ? values.value(piece.text) : piece.text;
    return text;
}

QString WordsWithPlaces::filledAsHtml(const QMap<QString, QString> &values) const
{
    return filled(values).toHtmlEscaped();
}

Result<LetterTemplate> LetterTemplate::parse(const QString &text)
{
    LetterTemplate made;
    QStringList lines = text.split(u'\n');
    auto subject = WordsWithPlaces::parse(lines.takeFirst());
    if (!subject)
        return failure(std::move(subject).error());
    made.m_subject = *std::move(subject);
    bool opensBlock = true;
    for (QString line : lines) {
        if (line.isEmpty()) {
            opensBlock = true;
            continue;
        }
        auto kind = Line::Kind::Paragraph;
        if (line.startsWith("    "_L1))
            kind = Line::Kind::Code;
        else if (line.startsWith("- "_L1))
            kind = Line::Kind::Point;
        if (kind == Line::Kind::Point)
            line = line.mid(2);
        line = line.trimmed();
        if (kind == Line::Kind::Code && line.startsWith(u'<') && line.endsWith(u'>')) {
            kind = Line::Kind::Link;
            line = line.sliced(1).chopped(1);
        }
        auto words = WordsWithPlaces::parse(line);
        if (!words)
            return failure(std::move(words).error());
        made.m_lines.push_back({kind, std::exchange(opensBlock, false), *std::move(words)});
    }
    if (made.m_lines.empty() || made.m_subject.isEmpty())
        return failure(broken(u"no subject, or nothing below it"_s));
    return made;
}

QSet<QString> LetterTemplate::places() const
{
    QSet<QString> names = m_subject.places();
    for (const Line &line : m_lines)
        names += line.words.places();
    return names;
}

QString LetterTemplate::plain(const QMap<QString, QString> &values) const
{
    QString text;
    for (const Line &line : m_lines) {
        if (line.opensBlock && !text.isEmpty())
            text += u'\n';
        if (line.kind == Line::Kind::Code || line.kind == Line::Kind::Link)
            text += u"    "_s;
        else if (line.kind == Line::Kind::Point)
            text += u"- "_s;
        text += line.words.filled(values) + u'\n';
    }
    return text;
}

QString LetterTemplate::html(const QMap<QString, QString> &values) const
{
    QString text;
    bool isInList = false;
    const auto setList = [&](bool wanted) {
        if (wanted != isInList)
            text += wanted ? u"<ul>\n"_s : u"</ul>\n"_s;
        isInList = wanted;
    };
    for (const Line &line : m_lines) {
        setList(line.kind == Line::Kind::Point);
        const QString words = line.words.filledAsHtml(values);
        if (line.kind == Line::Kind::Point)
            text += u"<li>"_s + words + u"</li>\n"_s;
        else if (line.kind == Line::Kind::Code)
            text += u"<p class=\"code\">"_s + words + u"</p>\n"_s;
        else if (line.kind == Line::Kind::Link)
            text += u"<p><a href=\"%1\">%1</a></p>\n"_s.arg(words);
        else
            text += u"<p>"_s + words + u"</p>\n"_s;
    }
    setList(false);
    return text;
}

} // namespace latchkey::server
