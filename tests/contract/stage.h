#pragma once

#include "row.h"
#include "server/accountserver.h"

#include <QTemporaryDir>

namespace latchkey::test {

/// Our own server, running, with a clock that the test moves; and the hands that bring it into the
/// state that a row is about.
class Stage
{
public:
    explicit Stage(Row::Server kind);
    ~Stage();

    QUrl url(const QByteArray &prefix = {}) const;
    const Clock &clock() const { return m_clock; }
    const std::optional<Secret> &setupCode() const { return m_running.setupCode; }

    /// Somebody whom this server does not know yet.
    Scene newcomer();
    /// They have an account and one session, that asks.
    void signUp(Scene &scene);
    /// ... and this other one. Answers its token.
    Secret signInElsewhere(Scene &scene);
    void signOut(Scene &scene);
    /// They begin to add an authenticator, whose code is at hand.
    void enrol(Scene &scene);
    /// ... and it is asked for from here. The code at hand is the next one, unused.
    void activate(Scene &scene);
    /// Their password was right.
    void challenge(Scene &scene);
    /// An administrator asks, to help them.
    void help(Scene &scene);
    /// They asked to sign up, where that waits for a code, which came.
    void waitForCode(Scene &scene);
    /// They asked to sign in by a mailed code, which came.
    void mailSignIn(Scene &scene);
    /// An administrator asks.
    void removeProviders(const Scene &scene);
    /// An administrator adds an identity provider, that makes accounts for example.com; it asks
    /// from here on.
    void addProvider(Scene &scene, api::ProviderKind kind = api::ProviderKind::OpenId);
    /// ... beforehand.
    void makeProvider(Scene &scene, api::ProviderKind kind = api::ProviderKind::OpenId);
    void turnOffProvider(const Scene &scene);
    /// A browser was there, and came back as them to a program.
    void visit(Scene &scene);
    /// ... or to the one where their session is to be proven.
    void visitToProve(Scene &scene);
    /// ... and comes back to the server's own page.
    void visitByPage(Scene &scene);
    /// The provider signs them in from here.
    void link(Scene &scene);
    /// They asked for a new password, and a code came.
    void requestReset(Scene &scene);
    /// What their authenticator shows now.
    Secret shownCode() const { return shown(std::chrono::seconds(0)); }
    /// They begin to get codes by mail, the first of which came; where mails leave the server.
    void enrolCodes(Scene &scene);
    /// ... and it was given back: codes are asked for from here.
    void activateCodes(Scene &scene);
    /// The newest code that was sent there, which must come.
    Secret codeSentTo(const QString &address);
    /// Tries once, with what is refused.
    void failToSignUp(const Scene &scene);
    void failToSignIn(const Scene &scene);
    /// Time passes; `scene.now` stays what it was.
    void pass(std::chrono::milliseconds time) { m_clock.advance(time); }

    /// On our own wire; what fails here is no row's business.
    template <api::Operation Op>
    typename Op::Reply must(const Op &operation, const std::optional<Secret> &token = {});
    /// ... and that is refused.
    template <api::Operation Op>
    void mustRefuse(const Op &operation);

private:
    class Mailbox;

    Secret shown(std::chrono::seconds from) const;
    void begin(Scene &scene, const api::SignedIn &begun);
    static void comeBack(Scene &scene, const api::ProviderVisit &visit);
    Secret signInFirst();

    ManualClock m_clock;
    QTemporaryDir m_folder;
    std::shared_ptr<Mailbox> m_mails;
    std::unique_ptr<server::AccountServer> m_server;
    server::RunningAt m_running;
    std::unique_ptr<Client> m_hands;
    QString m_first; ///< e-mail of the administrator
    Secret m_totp;   ///< base32, of who enrolled last
    int m_people = 0;
};

template <api::Operation Op>
typename Op::Reply Stage::must(const Op &operation, const std::optional<Secret> &token)
{
    m_hands->token = token;
    const auto reply = m_hands->ask(operation);
    if (!reply)
        qFatal("%s: %s %s", Op::traits.name, qPrintable(reply.error().code),
               qPrintable(reply.error().detail));
    return *reply;
}

template <api::Operation Op>
void Stage::mustRefuse(const Op &operation)
{
    m_hands->token.reset();
    if (m_hands->ask(operation))
        qFatal("%s is not refused", Op::traits.name);
}

} // namespace latchkey::test
