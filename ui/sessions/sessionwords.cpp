#include "sessions/sessionwords.h"

#include "kit/relativetime.h"

#include <QCoreApplication>

namespace latchkey::ui::sessionwords {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ui::SessionWords)
};

} // namespace

QString program(const api::Device &device)
{
    if (device.program.isEmpty() && device.system.isEmpty())
        return Words::tr("Unknown program");
    if (device.program.isEmpty())
        return device.system;
    if (device.system.isEmpty())
        return device.program;
    return Words::tr("%1 on %2", "a program on a system").arg(device.program, device.system);
}

QString program(const api::Session &session)
{
    if (session.onBehalf)
        return Words::tr("%1, on your behalf", "%1 is a person").arg(session.onBehalf->name);
    return session.kind == api::SessionKind::Api ? Words::tr("API session")
                                                 : program(session.device);
}

QString never()
{
    return Words::tr("Never");
}

QString title(const api::Session &session)
{
    return session.device.label.isEmpty() || session.onBehalf ? program(session)
                                                              : session.device.label;
}

QString detail(const api::Session &session)
{
    if (session.onBehalf)
        return session.onBehalf->reason;
    const bool isNamed = !session.device.label.isEmpty();
    if (session.address.isEmpty())
        return isNamed ? program(session) : QString();
    if (!isNamed)
        return Words::tr("From %1", "%1 is an IP address").arg(session.address);
    return Words::tr("%1, from %2", "a program on a system, an IP address")
        .arg(program(session), session.address);
}

QString proof(api::Proof proof)
{
    switch (proof) {
    case api::Proof::SignUp:
        return Words::tr("Signing up");
    case api::Proof::Password:
        return Words::tr("Password");
    case api::Proof::Totp:
        return Words::tr("Password and authenticator");
    case api::Proof::RecoveryCode:
        return Words::tr("Password and recovery code");
    case api::Proof::TrustedDevice:
        return Words::tr("Password, on a trusted device");
    case api::Proof::EmailCode:
        return Words::tr("Password and code by e-mail");
    case api::Proof::SmsCode:
        return Words::tr("Password and code by text");
    case api::Proof::Session:
        return Words::tr("Made in another session");
    case api::Proof::Provider:
        return Words::tr("Identity provider");
    case api::Proof::Unknown:
        return Words::tr("In another way");
    }
    Q_UNREACHABLE();
}

QString list(const QList<api::Session> &sessions, Timestamp now)
{
    if (sessions.isEmpty())
        return Words::tr("They are signed in nowhere.");
    QStringList each;
    for (const api::Session &session : sessions) {
        QStringList lines{title(session), detail(session),
                          Words::tr("Last active: %1", "a time like '5 minutes ago', or a date")
                              .arg(relativeTime(session.lastActiveAt, now))};
        lines.removeAll(QString());
        each << lines.join(QChar::LineFeed);
    }
    return each.join(u"\n\n"_s);
}

QString ending(const api::SessionEnd &end, const std::optional<api::Session> &endedBy)
{
    const bool byThisDevice = endedBy && endedBy->current;
    const QString byTitle = endedBy ? title(*endedBy) : QString();
    switch (end.reason) {
    case api::EndReason::SignedOut:
        return Words::tr("Signed out there");
    case api::EndReason::EndedByOwner:
        if (byThisDevice)
            return Words::tr("Ended from this device");
        if (byTitle.isEmpty())
            return Words::tr("Ended from another device");
        return Words::tr("Ended from %1", "%1 is the name of a device").arg(byTitle);
    case api::EndReason::NotRecognised:
        if (byThisDevice)
            return Words::tr("You said on this device that it wasn't you");
        if (byTitle.isEmpty())
            return Words::tr("You said on another device that it wasn't you");
        return Words::tr("You said on %1 that it wasn't you", "%1 is the name of a device")
            .arg(byTitle);
    case api::EndReason::PasswordChanged:
        return Words::tr("Ended because the password was changed");
    case api::EndReason::Expired:
        return Words::tr("Expired");
    case api::EndReason::Unknown:
        return Words::tr("Ended");
    }
    Q_UNREACHABLE();
}

QString onBehalf(const QString &name)
{
    return Words::tr("For 30 minutes you see what %1 sees, and do what they could do. They get a "
                     "mail with your name and the reason, and see it among their sessions. "
                     "Password, second factors, API sessions and e-mail address stay theirs alone.",
                     "%1 is a person")
        .arg(name);
}

QString onBehalfUntold(const QString &name)
{
    return Words::tr("For up to 30 minutes you see what %1 sees, and do what this server lets you "
                     "do there.",
                     "%1 is a person")
        .arg(name);
}

} // namespace latchkey::ui::sessionwords
