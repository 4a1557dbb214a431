#include "server/post/letters.h"

#include "base/textsafety.h"

#include <QFile>

#include <utility>

// A static library's resources are only there once somebody names them.
static void nameResources()
{
    Q_INIT_RESOURCE(letters);
}

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

const QString serverPlace = u"server"_s;
const QString addressPlace = u"serveraddress"_s;
/// What any words may use.
const QSet<QString> common{serverPlace, addressPlace};

QString codeOf(api::Language language)
{
    for (const auto &name : namesOf(language)) {
        if (name.value == language)
            return QString::fromLatin1(name.text);
    }
    Q_UNREACHABLE();
}

Error broken(const QString &what)
{
    return Error::of(Error::Kind::Server, u"letterBroken"_s, what);
}

Result<QString> contents(const QString &file)
{
    QFile resource(u":/latchkey/server/post/"_s + file);
    if (!resource.open(QIODevice::ReadOnly))
        return failure(broken(file + u" is missing"_s));
    return QString::fromUtf8(resource.readAll()).trimmed();
}

template <class Words>
Result<Words> readWords(const QString &file, const QSet<QString> &needed)
{
    return contents(file)
        .and_then([](const QString &text) { return Words::parse(text); })
        .and_then([&](Words words) -> Result<Words> {
            if (words.places() - common != needed) {
                return failure(broken(file + u" does not use just the fields "_s +
                                      QStringList(needed.values()).join(u", "_s)));
            }
            return words;
        });
}

template <class L>
QSet<QString> fieldsOf(api::Language language)
{
    LetterFields fields(language);
    L().fill(fields);
    const auto names = fields.values().keys();
    return {names.begin(), names.end()};
}

} // namespace

Letters::Letters(const QString &serverName, const QString &serverAddress)
    : m_serverName(withoutMisleading(serverName))
    , m_serverAddress(serverAddress.isEmpty() ? m_serverName : serverAddress)
{}

Result<Letters> Letters::load(const QString &serverName, const QString &serverAddress)
{
    nameResources();
    Letters letters(serverName, serverAddress);
    auto page = contents(u"page.html"_s);
    if (!page)
        return failure(std::move(page).error());
    letters.m_page = *std::move(page);
    for (const auto &name : namesOf(api::Language())) {
        if (auto done = letters.read(name.value); !done)
            return failure(std::move(done).error());
    }
    return letters;
}

template <class L>
Result<Nothing> Letters::readLetter(api::Language language)
{
    const QString file = codeOf(language) + u'/' + QLatin1StringView(L::name);
    const auto needed = fieldsOf<L>(language);
    Language &into = m_languages[language];
    if constexpr (letter::ByMail<L>) {
        auto words = readWords<LetterTemplate>(file + u".txt"_s, needed);
        if (!words)
            return failure(std::move(words).error());
        if (!(words->placesOfSubject() - common).isEmpty())
            return failure(broken(file + u" tells something in its subject"_s));
        into.mails.insert(QLatin1StringView(L::name), *std::move(words));
    }
    if constexpr (letter::BySms<L>) {
        auto words = readWords<WordsWithPlaces>(file + u".sms"_s, needed);
        if (!words)
            return failure(std::move(words).error());
        into.texts.insert(QLatin1StringView(L::name), *std::move(words));
    }
    return Nothing();
}

Result<Nothing> Letters::read(api::Language language)
{
    auto footer = readWords<LetterTemplate>(codeOf(language) + u"/footer.txt"_s, {});
    if (!footer)
        return failure(std::move(footer).error());
    m_languages[language].footer = *std::move(footer);
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        Result<Nothing> done;
        std::ignore = ((done = readLetter<std::variant_alternative_t<I, letter::Any>>(language))
                           .has_value() &&
                       ...);
        return done;
    }(std::make_index_sequence<std::variant_size_v<letter::Any>>());
}

QMap<QString, QString> Letters::complete(const LetterFields &fields) const
{
    auto values = fields.values();
    values.insert(serverPlace, m_serverName);
    values.insert(addressPlace, m_serverAddress);
    return values;
}

Mail Letters::writeMail(const char *name, api::Language language, const LetterFields &fields,
                        const QString &to) const
{
    const Language &known = *m_languages.constFind(language);
    const LetterTemplate &words = *known.mails.constFind(QLatin1StringView(name));
    const auto values = complete(fields);
    const QString subject = words.subject(values);
    // Once, from left to right: nothing that was put in is looked at again.
    const QString html = m_page.arg(codeOf(language), subject.toHtmlEscaped(), words.html(values),
                                    known.footer.html(values));
    return {to, subject, Secret(words.plain(values) + u"\n-- \n"_s + known.footer.plain(values)),
            Secret(html)};
}

Sms Letters::writeSms(const char *name, api::Language language, const LetterFields &fields,
                      const QString &to) const
{
    const Language &known = *m_languages.constFind(language);
    const WordsWithPlaces &words = *known.texts.constFind(QLatin1StringView(name));
    return {to, Secret(words.filled(complete(fields)))};
}

} // namespace latchkey::server
