#pragma once

#include "server/store/messages.h"
#include "server/store/storeoptions.h"
#include "server/store/vault.h"
#include "stand.h"
#include "storage/database.h"

#include <QFile>
#include <QRegularExpression>

namespace latchkey::test {

inline QByteArray textIn(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1StringView(name)).toString().toLatin1();
}

/// Six digits, and others than those.
inline QByteArray otherThan(const QByteArray &code, int step = 1)
{
    return QByteArray::number(1'000'000 + (code.toInt() + step) % 1'000'000).last(6);
}

/// Ada, at a server that keeps what it would send, and who reads it there.
class Member
{
public:
    static inline const QByteArray email = "ada@example.com";
    static inline const QByteArray phone = "+14104350691";

    explicit Member(const Stand::Adjust &adjust = {})
        : stand([&adjust](server::ServerConfig &config) {
            config.keepsMessages = true;
            if (adjust)
                adjust(config);
        })
        , token(stand.signUp("ada"))
    {}

    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        Browser asking(stand.port());
        asking.token = token;
        return asking.ask(method, path, body);
    }
    Answer post(const QByteArray &path, const QByteArray &body) const
    {
        return ask("POST", path, quoted(body.constData()));
    }
    /// With a code, in whatever else is given.
    Answer give(const QByteArray &method, const QByteArray &path, const QByteArray &code,
                const QByteArray &more = {}) const
    {
        return ask(method, path, quoted("{'code':'") + code + '"' + more + '}');
    }

    /// What came, the newest first.
    QList<server::Message> mail() const
    {
        storage::DatabaseAddress address;
        address.path = stand.database();
        address.applicationId = server::storeApplicationId;
        address.access = storage::DatabaseAddress::Access::ReadOnly;
        const auto database = storage::Database::open(address).value();
        QFile key(stand.database() + QStringLiteral(".key"));
        if (!key.open(QIODevice::ReadOnly))
            qFatal("no key");
        const server::Vault vault(Secret(QByteArray::fromBase64(key.readAll().trimmed())));
        server::Messages messages(*database, stand.clock, vault, {});
        QList<server::Message> all;
        const auto kept = messages.before({}, 100).value();
        for (const server::KeptMessage &one : kept)
            all << one.message;
        return all;
    }
    /// The words of those to that address, the newest first.
    QStringList wordsTo(const QByteArray &to) const
    {
        QStringList words;
        const auto all = mail();
        for (const server::Message &message : all) {
            if (recipientOf(message).toLatin1() != to)
                continue;
            const auto *mail = std::get_if<server::Mail>(&message);
            words << (mail ? mail->plain.revealText()
                           : std::get<server::Sms>(message).text.revealText());
        }
        return words;
    }
    /// The newest code that went to that address.
    QByteArray codeTo(const QByteArray &to = email) const
    {
        static const QRegularExpression code(
            QStringLiteral("\\b([0-9]{6}|[0-9A-Z]{5}-[0-9A-Z]{5})\\b"));
        const QStringList all = wordsTo(to);
        for (const QString &words : all) {
            if (const auto found = code.match(words); found.hasMatch())
                return found.captured(1).toLatin1();
        }
        return {};
    }

    void verifyEmail()
    {
        post("/v1/me/email/code", "{}");
        give("POST", "/v1/me/email/verify", codeTo());
    }
    void verifyPhone()
    {
        post("/v1/me/phone/code", "{'phone':'+1 410 435 0691'}");
        give("PUT", "/v1/me/phone", codeTo(phone));
    }
    /// Begins to get codes of that kind; the id of the factor.
    QByteArray enrol(const QByteArray &kind)
    {
        return textIn(post("/v1/factors/codes", "{'kind':'" + kind + "','name':'Codes'}").json(),
                      "id");
    }
    void activate(const QByteArray &factor, const QByteArray &to)
    {
        const Answer activated = give("POST", "/v1/factors/" + factor + "/activate", codeTo(to));
        if (activated.status != 200)
            qFatal("not activated: %s", activated.body.constData());
        token = textIn(activated.json(), "token");
    }
    /// From here a mailed code is asked for, and another may be sent.
    void askForMail()
    {
        verifyEmail();
        activate(enrol("emailCode"), email);
        stand.clock.advance(std::chrono::minutes(1));
    }
    /// The password, and what follows.
    QJsonObject challenge()
    {
        return stand.trySignIn(email, goodPassword)
            .json()
            .value(QStringLiteral("challenge"))
            .toObject();
    }
    Answer sendCode(const QByteArray &id, const QByteArray &kind = "emailCode") const
    {
        return Browser(stand.port())
            .post("/v1/challenges/" + id + "/code", quoted("{'factor':'") + kind + "\"}");
    }
    Answer answer(const QByteArray &id, const QByteArray &code,
                  const QByteArray &kind = "emailCode") const
    {
        return Browser(stand.port())
            .post("/v1/challenges/" + id, quoted("{'factor':'") + kind + quoted("','code':'") +
                                              code + quoted("','trustDevice':false}"));
    }
    Answer prove(const QByteArray &code, const QByteArray &kind = "emailCode")
    {
        const Answer proven =
            give("POST", "/v1/session/proof/code", code, quoted(",'factor':'") + kind + '"');
        if (proven.status == 200)
            token = textIn(proven.json(), "token");
        return proven;
    }
    Answer proveByPassword()
    {
        const Answer proven =
            ask("POST", "/v1/session/proof", quoted("{'password':'") + goodPassword + "\"}");
        if (proven.status == 200)
            token = textIn(proven.json(), "token");
        return proven;
    }
    QJsonObject me() const { return ask("GET", "/v1/me").json(); }

    Stand stand;
    QByteArray token;
};

} // namespace latchkey::test
