#include "account/preferences.h"

#include "account/jsonfile.h"
#include "account/profilejson.h"

#include <algorithm>

namespace latchkey::account {

using namespace Qt::StringLiterals;

namespace {

template <class Enum>
struct Choice
{
    Enum value;
    const char *name;
};

constexpr std::array languages{Choice{api::Language::English, "en"},
                               Choice{api::Language::Chinese, "zh"}};
constexpr std::array themes{Choice{Theme::System, "system"}, Choice{Theme::Light, "light"},
                            Choice{Theme::Dark, "dark"},
                            Choice{Theme::HighContrast, "highContrast"}};
constexpr std::array densities{Choice{Density::Comfortable, "comfortable"},
                               Choice{Density::Compact, "compact"}};

template <class Enum, std::size_t N>
QJsonValue write(const std::array<Choice<Enum>, N> &choices, Enum value)
{
    const auto found = std::ranges::find(choices, value, &Choice<Enum>::value);
    return QString::fromLatin1(found->name);
}

template <class Enum, std::size_t N>
std::optional<Enum> read(const std::array<Choice<Enum>, N> &choices, const QJsonValue &written)
{
    const QString name = written.toString();
    for (const auto &choice : choices) {
        if (name == QLatin1StringView(choice.name))
            return choice.value;
    }
    return std::nullopt;
}

/// One option: its name in the file, how it is written and how it is read.
struct Row
{
    QString name;
    QJsonValue (*write)(const Preferences &);
    void (*read)(const QJsonValue &, Preferences &);
};

const std::array<Row, 6> &rows()
{
    static const std::array<Row, 6> all{
        Row{u"language"_s,
            [](const Preferences &p) {
                return p.language ? account::write(languages, *p.language) : QJsonValue();
            },
            [](const QJsonValue &v, Preferences &p) { p.language = account::read(languages, v); }},
        Row{u"theme"_s, [](const Preferences &p) { return account::write(themes, p.theme); },
            [](const QJsonValue &v, Preferences &p) {
                p.theme = account::read(themes, v).value_or(p.theme);
            }},
        Row{u"density"_s, [](const Preferences &p) { return account::write(densities, p.density); },
            [](const QJsonValue &v, Preferences &p) {
                p.density = account::read(densities, v).value_or(p.density);
            }},
        Row{u"proxy"_s, [](const Preferences &p) { return QJsonValue(toJson(p.proxy, {})); },
            [](const QJsonValue &v, Preferences &p) {
                const ProxyChoice written = proxyFrom(v.toObject());
                if (written.kind != ProxyChoice::Kind::Program)
                    p.proxy = written;
            }},
        Row{u"retries"_s, [](const Preferences &p) { return QJsonValue(p.retries); },
            [](const QJsonValue &v, Preferences &p) {
                p.retries = std::clamp<qint64>(v.toInteger(p.retries), 0, 5);
            }},
        Row{u"signInNotices"_s, [](const Preferences &p) { return QJsonValue(p.signInNotices); },
            [](const QJsonValue &v, Preferences &p) {
                p.signInNotices = v.toBool(p.signInNotices);
            }}};
    return all;
}

} // namespace

PreferencesStore::PreferencesStore(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{}

Result<Nothing> PreferencesStore::load()
{
    const auto found = readJsonFile(m_file);
    if (!found && found.error().code != "brokenFile"_L1)
        return failure(found.error());
    if (!found) {
        const auto aside = setAside(m_file);
        return failure(aside ? Error::of(Error::Kind::Rejected, u"preferencesBroken"_s, *aside)
                             : found.error());
    }
    m_rest = found->value_or(QJsonObject());
    Preferences read;
    for (const Row &row : rows()) {
        if (m_rest.contains(row.name))
            row.read(m_rest[row.name], read);
    }
    if (std::exchange(m_current, read) != read)
        Q_EMIT changed();
    return Nothing();
}

Result<Nothing> PreferencesStore::set(const Preferences &preferences)
{
    if (std::exchange(m_current, preferences) != preferences)
        Q_EMIT changed();
    for (const Row &row : rows())
        m_rest[row.name] = row.write(m_current);
    return writeJsonFile(m_file, m_rest);
}

} // namespace latchkey::account
