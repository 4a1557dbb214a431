#include "wire/mmdlparts.h"

#include <algorithm>

namespace latchkey::wire::mmdl {

using api::field;
using api::fieldList;

namespace {

const Route all{HttpMethod::Get, "/api/settings/get"};
const Route one{HttpMethod::Get, "/api/settings/getone"};
const Route modification{HttpMethod::Post, "/api/settings/modify"};

constexpr QLatin1StringView ofTheServer("GLOBAL_");
/// By its name the other way round: with a 0 nobody new is taken.
constexpr QLatin1StringView signUpSetting("GLOBAL_DISABLE_USER_REGISTRATION");

QString inWords(const api::ServerSettings &settings)
{
    return settings.signUpOpen ? u"1"_s : u"0"_s;
}

/// As its own server takes it.
api::ServerSettings settingsBy(const QString &value)
{
    return {.signUpOpen = value != "0"_L1 && value.toLower() != "false"_L1};
}

/// It can't say that nothing is to change.
bool isOpenIn(const api::EditServerSettings &edit)
{
    return edit.signUpOpen.value_or(false);
}

/// One setting. Nothing takes a number of one back.
struct Setting
{
    qint64 number = 0;
    QString name;
    std::optional<QString> owner;
    std::optional<QString> isGlobal;
    std::optional<QString> value;

    static constexpr auto fields()
    {
        constexpr auto nobodys = told( // which there says so itself
            "userid",
            [](const Setting &setting) {
                return setting.owner ? std::nullopt : std::optional(Nothing());
            },
            [](Setting &, Nothing) { return true; });
        return fieldList(field("settings_id", &Setting::number), field("name", &Setting::name),
                         field("userid", &Setting::owner), nobodys,
                         field("global", &Setting::isGlobal), field("value", &Setting::value));
    }
};

using Settings = QList<Setting>;

template <class Own>
struct Found
{
    Own own;
    std::optional<Settings> server;

    static constexpr auto fields()
    {
        return fieldList(field("user", &Found::own), field("admin", &Found::server));
    }
};

Settings ownSettings(const api::Preferences &preferences)
{
    const QString owner = QString::number(api::numberOf(preferences.owner));
    Settings settings;
    for (const api::Preference &preference : preferences.preferences) {
        settings << Setting{settings.size() + 1, preference.name, owner, u"0"_s, preference.value};
    }
    return settings;
}

std::optional<Settings> serverSettings(const api::Preferences &preferences)
{
    if (!preferences.server)
        return std::nullopt;
    return Settings{{1, signUpSetting, {}, u"1"_s, inWords(*preferences.server)}};
}

HttpReply everything(const api::Preferences &preferences)
{
    const auto server = serverSettings(preferences);
    if (preferences.preferences.isEmpty()) // it says that there are none, and not none of them
        return said(200, true, Found<Nothing>{{}, server});
    return said(200, true, Found<Settings>{ownSettings(preferences), server});
}

HttpReply onlyValue(const std::optional<QString> &value)
{
    return value ? said(200, true, *value) : said(200, true, Nothing());
}

HttpReply valueOf(const api::Preferences &preferences, const QString &name)
{
    const auto found = std::ranges::find(preferences.preferences, name, &api::Preference::name);
    return onlyValue(found == preferences.preferences.cend() ? std::nullopt
                                                             : std::optional(found->value));
}

api::Preferences preferencesIn(const Found<std::optional<Settings>> &found)
{
    api::Preferences preferences;
    for (const Setting &setting : found.own.value_or(Settings())) {
        if (setting.value)
            preferences.preferences << api::Preference{setting.name, *setting.value};
    }
    if (!found.server)
        return preferences;
    preferences.server.emplace();
    for (const Setting &setting : *found.server) {
        if (setting.name == signUpSetting)
            preferences.server = settingsBy(setting.value.value_or(QString()));
    }
    return preferences;
}

/// Its own client sends numbers, too.
Result<QString> wordIn(const JsonNode &node)
{
    const auto number = node.integer();
    return number ? QString::number(*number) : readJson<QString>(node, api::preferenceValueLimits);
}

/// In a body: what is to be set.
Result<api::SetPreference> settingIn(const HttpRequest &request)
{
    const auto body = bodyIn(request);
    if (!body)
        return failure(body.error());
    const auto name = body->member(u"name"_s).and_then(
        [](const JsonNode &node) { return readJson<QString>(node, api::preferenceNameLimits); });
    const auto value = body->member(u"value"_s).and_then(wordIn);
    if (!name)
        return failure(malformed(u"name"_s));
    if (!value || value->trimmed().isEmpty())
        return failure(malformed(u"value"_s));
    return api::SetPreference{*name, *value};
}

HttpRequest settingTo(const QString &name, const QString &value)
{
    constexpr auto members = fieldList(field("name", &api::SetPreference::name),
                                       field("value", &api::SetPreference::value));
    return jsonRequest(modification.method, modification.path,
                       bodyOf(api::SetPreference{name, value}, members));
}

bool isOfServer(const HttpRequest &request)
{
    if (request.method == HttpMethod::Get)
        return queried(request, u"name"_s).startsWith(ofTheServer);
    const auto setting = settingIn(request);
    return setting && setting->name.startsWith(ofTheServer);
}

} // namespace

Translation<api::ListPreferences> listPreferences()
{
    using Op = api::ListPreferences;
    return {.routes = {all, one},
            .writeRequest = [](const Op &) { return jsonRequest(all.method, all.path); },
            .readRequest = [](const HttpRequest &request, const PathParameters &) -> Result<Op> {
                if (request.path == one.path && queried(request, u"name"_s).isEmpty())
                    return failure(malformed(u"name"_s));
                return Op();
            },
            .writeReply =
                [](const api::Preferences &preferences, const HttpRequest &asked) {
                    return asked.path == one.path ? valueOf(preferences, queried(asked, u"name"_s))
                                                  : everything(preferences);
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return read<Found<std::optional<Settings>>>(reply).map(preferencesIn);
                }};
}

Translation<api::SetPreference> setPreference()
{
    using Op = api::SetPreference;
    return {.routes = {modification},
            .writeRequest = [](const Op &op) { return settingTo(op.name, op.value); },
            .readRequest = [](const HttpRequest &request,
                              const PathParameters &) { return settingIn(request); },
            .writeReply = [](const api::Preference &,
                             const HttpRequest &) { return said(200, true, QString()); },
            .readReply =
                [](const HttpReply &reply, const Op &asked) {
                    return read<QString>(reply).map(
                        [&](const QString &) { return api::Preference{asked.name, asked.value}; });
                }};
}

Translation<api::ShowServerSettings> showServerSettings()
{
    using Op = api::ShowServerSettings;
    return {.routes = {one},
            .writeRequest =
                [](const Op &) {
                    HttpRequest request = jsonRequest(one.method, one.path);
                    request.query = "name=" + QByteArray(signUpSetting.data());
                    return request;
                },
            .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
            .writeReply =
                [](const api::ServerSettings &settings, const HttpRequest &asked) {
                    const bool isKnown = queried(asked, u"name"_s) == signUpSetting;
                    return onlyValue(isKnown ? std::optional(inWords(settings)) : std::nullopt);
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return read<std::optional<QString>>(reply).map(
                        [](const std::optional<QString> &value) {
                            return settingsBy(value.value_or(QString())); // as it is until it's set
                        });
                },
            .isMeant = isOfServer};
}

Translation<api::EditServerSettings> editServerSettings()
{
    using Op = api::EditServerSettings;
    return {.routes = {modification},
            .writeRequest =
                [](const Op &op) {
                    return settingTo(signUpSetting, inWords({.signUpOpen = isOpenIn(op)}));
                },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    return settingIn(request).and_then(
                        [](const api::SetPreference &setting) -> Result<Op> {
                            if (setting.name != signUpSetting)
                                return failure(malformed(u"name"_s));
                            return Op{settingsBy(setting.value).signUpOpen};
                        });
                },
            .writeReply = [](const api::ServerSettings &,
                             const HttpRequest &) { return said(200, true, QString()); },
            .readReply =
                [](const HttpReply &reply, const Op &asked) {
                    return read<QString>(reply).map(
                        [&](const QString &) { return api::ServerSettings{isOpenIn(asked)}; });
                },
            .isMeant = isOfServer,
            .writeError = writeSettingError};
}

} // namespace latchkey::wire::mmdl
