#pragma once

#include "base/result.h"

#include <QMap>
#include <QSet>
#include <QString>

#include <cstdint>
#include <vector>

namespace latchkey::server {

/// Words with places in braces, which are filled once and never read again: what is put in can't
/// make places of its own.
class WordsWithPlaces
{
public:
    /// Server `letterBroken`: a brace that opens or closes nothing.
    static Result<WordsWithPlaces> parse(const QString &text);

    bool isEmpty() const { return m_pieces.empty(); }
    QSet<QString> places() const;
    QString filled(const QMap<QString, QString> &values) const;
    /// The same with everything escaped, the words and what is put in.
    QString filledAsHtml(const QMap<QString, QString> &values) const;

private:
    struct Piece
    {
        QString text; ///< or the name of a place
        bool isPlace = false;
    };

    std::vector<Piece> m_pieces;
};

/// The words of one letter in one language: the subject on the first line, then blocks with an
/// empty line between. A line of a block is a paragraph; with `- ` in front it is a point of a
/// list, and with four spaces it is the code, written large, or between `<` and `>` where a browser
/// is led to.
class LetterTemplate
{
public:
    static Result<LetterTemplate> parse(const QString &text);

    QSet<QString> places() const;
    QString subject(const QMap<QString, QString> &values) const { return m_subject.filled(values); }
    QSet<QString> placesOfSubject() const { return m_subject.places(); }
    QString plain(const QMap<QString, QString> &values) const;
    /// What goes into the body of a page.
    QString html(const QMap<QString, QString> &values) const;

private:
    struct Line
    {
        enum class Kind : std::uint8_t { Paragraph, Point, Code, Link };
        Kind kind = Kind::Paragraph;
        bool opensBlock = false;
        WordsWithPlaces words;
    };

    WordsWithPlaces m_subject;
    std::vector<Line> m_lines;
};

} // namespace latchkey::server
