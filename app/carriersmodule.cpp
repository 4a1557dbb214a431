#include "carriersmodule.h"

#include "server/carriers/smsgateway.h"
#include "server/carriers/smtpcarrier.h"

using namespace latchkey;

extern "C" server::Carriers *latchkey_module(const server::ServerConfig &config, const Clock &clock)
{
    auto carriers = std::make_unique<server::Carriers>();
    if (config.smtp)
        carriers->mail = std::make_unique<server::SmtpCarrier>(*config.smtp, clock);
    if (config.smsGateway)
        carriers->sms = std::make_unique<server::SmsGateway>(*config.smsGateway);
    return carriers.release();
}
