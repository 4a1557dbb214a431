#pragma once

#include "base/clock.h"
#include "server/post/carrier.h"
#include "server/post/smtpsettings.h"

namespace latchkey::server {

/// Gives each mail to a server by SMTP (RFC 5321). Before the dot that ends a mail the server has
/// taken nothing, so whatever fails until then is tried again; the dot is the point of no return.
class SmtpCarrier final : public Carrier
{
public:
    SmtpCarrier(SmtpSettings settings, const Clock &clock);

    CarryOutcome carry(const Message &message, const QString &id, const PointOfNoReturn &isLeaving,
                       const std::stop_token &stop) override;

private:
    const SmtpSettings m_settings;
    const Clock &m_clock;
};

} // namespace latchkey::server
