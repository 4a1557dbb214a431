#include "server/post/letterfields.h"

#include "base/textsafety.h"

#include <QDateTime>
#include <QLocale>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 200;

/// The server knows nobody's place, so it says whose time it is.
QString written(Timestamp moment, api::Language language)
{
    switch (language) {
    case api::Language::English:
        return QLocale(QLocale::English)
            .toString(toDateTime(moment), u"d MMMM yyyy, HH:mm 'UTC'"_s);
    case api::Language::Chinese:
        return QLocale(QLocale::Chinese)
            .toString(toDateTime(moment), u"yyyy'年'M'月'd'日' HH:mm '(UTC)'"_s);
    }
    Q_UNREACHABLE();
}

} // namespace

LetterFields &LetterFields::add(const char *name, const QString &text)
{
    QString line = withoutMisleading(text.simplified());
    if (line.size() > longest)
        line = line.left(longest - 1) + u'…';
    m_values.insert(QLatin1StringView(name), line);
    return *this;
}

LetterFields &LetterFields::add(const char *name, const Secret &code)
{
    m_values.insert(QLatin1StringView(name), code.revealText());
    return *this;
}

LetterFields &LetterFields::add(const char *name, Timestamp moment)
{
    m_values.insert(QLatin1StringView(name), written(moment, m_language));
    return *this;
}

LetterFields &LetterFields::add(const char *name, std::chrono::minutes time)
{
    m_values.insert(QLatin1StringView(name), QString::number(time.count()));
    return *this;
}

LetterFields &LetterFields::add(const char *name, int number)
{
    m_values.insert(QLatin1StringView(name), QString::number(number));
    return *this;
}

} // namespace latchkey::server
