#pragma once

#include "client.h"

#include <QDebug>

namespace latchkey::test {

class Stage;

inline const Secret thePassword(QByteArray("correct horse battery staple 7"));
inline const Secret anotherPassword(QByteArray("four quiet walruses dance 9"));
inline const api::Device theDevice{QStringLiteral("Ada's laptop"), QStringLiteral("Contract 1"),
                                   QStringLiteral("None"),
                                   QStringLiteral("the mark of the laptop")};

inline const api::Device anotherDevice{QStringLiteral("Ada's laptop"), QStringLiteral("Contract 1"),
                                       QStringLiteral("Other"),
                                       QStringLiteral("the mark of another")};

/// What whoever is given something is called.
inline const QString theReceiver = QStringLiteral("Grace Hopper");

/// As an answer has it.
inline api::Device told(api::Device device)
{
    device.mark.reset();
    return device;
}

/// Who asks, and what the server knows of them. The same things stand in the answers that are
/// written down; from our own server they are learnt while it is made ready.
struct Scene
{
    QString name = QStringLiteral("Ada Lovelace");
    QString email = QStringLiteral("ada@example.com");
    std::optional<Secret> token{Secret(QByteArray("lks_ada"))}; ///< of the session that asks
    api::SessionId session{QStringLiteral("ses_1")};            ///< the one that asks
    api::SessionId other{QStringLiteral("ses_2")};              ///< another of the same person
    api::FactorId factor{QStringLiteral("fac_1")};
    api::TrustedDeviceId trusted{QStringLiteral("dev_1")};
    api::ChallengeId challenge{QStringLiteral("chl_1")};
    api::SignUpId signUp{QStringLiteral("sgn_1")};
    api::SignInId signIn{QStringLiteral("sgn_2")};
    api::ResetId reset{QStringLiteral("rst_1")};
    api::UserId helped{QStringLiteral("usr_1")}; ///< by whoever asks; whose e-mail is the scene's
    QString tag = QStringLiteral("@k7m2q9xa4d"); ///< of the same
    api::UserId child{QStringLiteral("usr_2")};  ///< that whoever asks made for another
    api::ProviderId provider{QStringLiteral("prv_1")};
    api::VisitId visit{QStringLiteral("vst_1")}; ///< that a browser came back from
    QString state = QStringLiteral("the state"); ///< which it brought, and the code at hand
    api::IdentityId identity{QStringLiteral("idn_1")};
    api::GrantId grant{QStringLiteral("grt_1")};
    api::AuthorizationId authorization{QStringLiteral("atz_1")};
    api::UserId receiver{QStringLiteral("usr_2")}; ///< of those
    Secret code{QByteArray("123456")}; ///< that an authenticator shows now, or that was mailed
    std::optional<Secret> setupCode{Secret(QByteArray("2345-6789"))};
    Timestamp now{std::chrono::milliseconds(1'800'000'000'000)}; ///< 2027-01-15T08:00:00Z
    std::function<void()> happen = {}; ///< once a stream is open: what it will tell
};

/// What a refusal must come to, whoever refuses.
struct Refusal
{
    Error::Kind kind = Error::Kind::Rejected;
    int status = 422;
    QString code = {};
    QString field = {};
    QString requiredLevel = {};
    bool saysWhen = false; ///< with `retryAfter`
};

/// What is wrong with a reply, in words for whoever reads a failed test.
class Checks
{
public:
    template <class T>
    void same(const char *what, const T &found, const T &wanted)
    {
        if (found == wanted)
            return;
        if constexpr (requires(QDebug debug, const T &value) { debug << value; }) {
            QString text;
            QDebug(&text).noquote() << what << "is" << found << "and not" << wanted;
            m_wrong << text;
        } else {
            m_wrong << QString::fromLatin1(what) + QStringLiteral(" is another");
        }
    }
    void isTrue(const char *what, bool is)
    {
        if (!is)
            m_wrong << QStringLiteral("not so: ") + QString::fromLatin1(what);
    }
    const QStringList &wrong() const { return m_wrong; }

private:
    QStringList m_wrong;
};

api::SignUp signingUp(const Scene &scene);

void checkUser(Checks &checks, const api::User &user, const Scene &scene);
void checkOwnSession(Checks &checks, const api::Session &session, const Scene &scene,
                     api::Proof proof);
void checkOtherSession(Checks &checks, const api::Session &session, const Scene &scene);

/// There is somebody, who is signed in.
void checkFigures(Checks &checks, const api::Figures &figures, const Scene &scene);
std::function<void(Checks &, const api::ServerSettings &, const Scene &)> signUpIs(bool open);

/// How an asking ended.
struct Outcome
{
    std::optional<Error> error;
    QStringList wrong; ///< with the reply
};

/// One line of the contract: what is asked, in which situation, and what must come of it. Nothing
/// in it knows how a wire writes things or which server answers.
struct Row
{
    /// Servers of ours that a row needs.
    enum class Server : std::uint8_t {
        None, ///< ours never says this
        Usual,
        Strict,    ///< the second try that fails has to wait
        Closed,    ///< takes nobody new
        Empty,     ///< has no account yet, and asks for its code
        Mailing,   ///< mails and texts leave it
        Providers, ///< asks identity providers, and has none that it sends mails by
    };
    using Prepare = std::function<void(Stage &, Scene &)>;
    using Ask = std::function<Outcome(Client &, const Scene &)>;

    QByteArray operation;
    QByteArray name;
    Ask ask;
    std::optional<Refusal> refusal = {};
    Server server = Server::Usual;
    Prepare prepare = {};

    QByteArray title() const { return operation + '/' + name; }
    bool isSuccess() const { return !refusal; }
};

/// The table while it is written.
class Table
{
public:
    using Server = Row::Server;

    /// Fills in what the row says of an operation, and lets it be refined: `.on(...)`.
    class Added
    {
    public:
        explicit Added(Row &row)
            : m_row(row)
        {}
        Added &on(Server server)
        {
            m_row.server = server;
            return *this;
        }
        Added &with(Row::Prepare prepare)
        {
            m_row.prepare = std::move(prepare);
            return *this;
        }

    private:
        Row &m_row;
    };

    template <api::Operation Op>
    using Make = std::function<Op(const Scene &)>;
    template <api::Operation Op>
    using Check = std::function<void(Checks &, const typename Op::Reply &, const Scene &)>;

    template <api::Operation Op>
    Added succeeds(const char *name, const Make<Op> &make, const Check<Op> &check)
    {
        return add(Op::traits.name, name, [make, check](Client &client, const Scene &scene) {
            const auto reply = client.ask(make(scene));
            if (!reply)
                return Outcome{reply.error(), {}};
            Checks checks;
            check(checks, *reply, scene);
            return Outcome{{}, checks.wrong()};
        });
    }

    template <api::Operation Op>
    Added refuses(const char *name, const Make<Op> &make, const Refusal &refusal)
    {
        return add(
            Op::traits.name, name,
            [make](Client &client, const Scene &scene) {
                const auto reply = client.ask(make(scene));
                return reply ? Outcome() : Outcome{reply.error(), {}};
            },
            refusal);
    }

    /// What every operation refuses that asks for a session.
    template <api::Operation Op>
    void guards(const Make<Op> &make)
    {
        if constexpr (Op::traits.scope != api::Scope::Public) {
            refuses<Op>("notSignedIn", make, unauthorized<Op>(QStringLiteral("notSignedIn")))
                .with(nobody);
            refuses<Op>("tokenUnknown", make, unauthorized<Op>(QStringLiteral("tokenUnknown")))
                .with(stranger);
            refuses<Op>("sessionEnded", make, unauthorized<Op>(QStringLiteral("sessionEnded")))
                .with(signedOut);
        }
        if constexpr (Op::traits.freshness.has_value()) {
            refuses<Op>("stepUpNeeded", make,
                        {Error::Kind::StepUpNeeded,
                         403,
                         QStringLiteral("stepUpNeeded"),
                         {},
                         QStringLiteral("password")})
                .with(Op::traits.scope == api::Scope::Self ? provenLongAgo : helpedLongAgo);
        }
    }

    const std::vector<Row> &rows() const { return m_rows; }

private:
    Added add(const char *operation, const char *name, Row::Ask ask,
              const std::optional<Refusal> &refusal = {});

    /// A stream is judged by its head, which has no code.
    template <api::Operation Op>
    static Refusal unauthorized(const QString &code)
    {
        return {Error::Kind::Unauthorized, 401,
                Op::traits.streams ? QStringLiteral("unauthorized") : code};
    }

    static void nobody(Stage &, Scene &scene);
    static void stranger(Stage &, Scene &scene);
    static void signedOut(Stage &stage, Scene &scene);
    static void provenLongAgo(Stage &stage, Scene &scene);
    static void helpedLongAgo(Stage &stage, Scene &scene);

    std::vector<Row> m_rows;
};

void addJoining(Table &table);
void addSigningIn(Table &table);
void addEmailSignIn(Table &table);
void addVisits(Table &table);
void addProviderSignIn(Table &table);
void addIdentities(Table &table);
void addProviderProof(Table &table);
void addProviders(Table &table);
void addTokens(Table &table);
void addOnBehalf(Table &table);
void addProfile(Table &table);
void addFinding(Table &table);
void addSessions(Table &table);
void addApiSessions(Table &table);
void addGrants(Table &table);
void addAuthorizations(Table &table);
void addAuthorized(Table &table);
void addCredits(Table &table);
void addFactors(Table &table);
void addRecovery(Table &table);
void addHelping(Table &table);
void addAccounts(Table &table);
void addSettings(Table &table);
void addOrganisations(Table &table);
void addCodes(Table &table);
void addVerification(Table &table);

const std::vector<Row> &contract();

} // namespace latchkey::test
