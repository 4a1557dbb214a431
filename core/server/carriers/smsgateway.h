#pragma once

#include "server/post/carrier.h"
#include "server/post/smsgatewaysettings.h"

namespace latchkey::server {

/// Gives each text to a service on the web, one request each. The request is the point of no
/// return; what is answered by anything but yes or no may have gone out.
class SmsGateway final : public Carrier
{
public:
    explicit SmsGateway(SmsGatewaySettings settings);

    CarryOutcome carry(const Message &message, const QString &id, const PointOfNoReturn &isLeaving,
                       const std::stop_token &stop) override;

private:
    const SmsGatewaySettings m_settings;
};

} // namespace latchkey::server
