#pragma once

#include "server/serverconfig.h"

#include <QString>
#include <QStringList>

namespace latchkey::app {

/// The options of `serve` about mail and texts. Passwords and keys are in files of their own: a
/// command line is seen by everybody on the machine.
class PostOptions
{
public:
    static const QStringList &names();
    static bool knows(const QString &name) { return names().contains(name); }

    /// Empty, or what is wrong with it.
    QString take(const QString &name, const QString &value);
    /// All together; empty, or what is wrong.
    QString finish(server::ServerConfig &config) const;

private:
    QString takeOfMail(const QString &name, const QString &value);
    QString takeOfSms(const QString &name, const QString &value);
    QString takeHeaders(const QString &file);
    QString checkMail() const;
    QString checkSms() const;

    server::SmtpSettings m_mail;
    server::SmsGatewaySettings m_sms;
    QString m_anyOfMail; ///< one of the options that was given
    QString m_anyOfSms;
};

} // namespace latchkey::app
