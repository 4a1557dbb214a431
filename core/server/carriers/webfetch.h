#pragma once

#include "server/openid/fetch.h"
#include "server/openid/webfetchsettings.h"

namespace latchkey::server {

/// Asks with libcurl. Whoever answers shows a certificate that is believed, or is this computer.
class WebFetch final : public Fetch
{
public:
    explicit WebFetch(WebFetchSettings settings = {});

    Result<Answer> fetch(const Request &request, const std::stop_token &stop) override;

private:
    const WebFetchSettings m_settings;
};

} // namespace latchkey::server
